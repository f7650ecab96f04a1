import Testing

@testable import FeedCore

struct SecretsEditorTests {
    @Test(arguments: [
        (
            "{'http://a.example/f': {bearer: 'x'}}", "http://a.example/g", #"{"http://a.example/g": {bearer: 'x'}}"#,
            true
        ),
        ("{/**/\"HTTP://A.example/f\":{}}", "https://a.example/f", #"{/**/"https://a.example/f":{}}"#, true),
        (#"{"http:\/\/a.example/f": {}, }"#, "http://a.example/g", #"{"http://a.example/g": {}, }"#, true),
        ("{'http://a.example': {bearer: 'x'}}", "http://a.example/g", nil, true),
        ("{'http://b.example/f': {}}", "http://a.example/g", nil, true),
        ("{'http://a.example/f': {}}", "http://b.example/f", nil, false),
        ("{'http://a.example/f': {}}", "http://a.example:8080/f", nil, false),
        ("{'http://a.example/f': {}, 'http://a.example/g': {}}", "http://a.example/g", nil, false),
    ])
    func secretsMoveWithinOneServer(_ old: String, _ target: String, _ new: String?, _ isDone: Bool) throws {
        var editor = SecretsEditor(Array(old.utf8))
        #expect(try editor.move("http://a.example/f", to: target) == isDone)
        #expect(String(decoding: editor.bytes, as: UTF8.self) == new ?? old)
    }
}
