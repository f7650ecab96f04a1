import Foundation
import Testing

@testable import FeedCore

struct CompactJSONDecodeTests {
    private struct Sample: Codable, Equatable {
        var text: String?
        var flag: Bool?
        var count: Int?
        var size: Double?
        var list: [Int]?
        var lines: [String?]?
        var pairs: [String: String]?
        var inner: Inner?

        struct Inner: Codable, Equatable {
            var place: Coordinates?
            var feeds: [Feed]?
        }
    }

    @Test(
        arguments: [
            "{}", #"{"text":"a"}"#, #"{"text":"long enough for a \n step \\ \"of\" many \t bytes\\","flag":true}"#,
            #"{"text":null,"flag":true,"count":-7,"size":1.5e-7}"#,
            #"{"text":"\"\\\/\b\f\n\r\t\u0022\u00e9\u2028\ud83d\ude00 é😀"}"#,
            #"{ "list" : [ 1 , 2,3 ] , "lines":["",null,"x"], "unknown": {"a":[{}, "]}"]} , "flag":false}"#,
            #"{"pairs":{"a":"1","b\n":"2","":"3"},"te\u0078t":"by an escaped name"}"#,
            #"{"inner":{"place":[[[1.5,-2],[3,4e-7]]],"feeds":[{"title":{"type":"text","value":"t"}},{}]}}"#,
            #"{"inner":{"place":[[1,2],[3,4]]},"size":3}"#, #"{"inner":{"place":[1,2]},"lines":[]}"#, "  {}\n",
        ]) func readsWhatFoundationReads(_ json: String) throws
    {
        let ours = try CompactJSON.decode(Sample.self, from: Array(json.utf8))
        #expect(try ours == JSONDecoder().decode(Sample.self, from: Data(json.utf8)))
    }

    @Test(
        arguments: [
            "", "{", "}", "{}x", "{}{}", "[]", "null", "1", "\"a\"", #"{"text":1}"#, #"{"text":"a}"#, #"{"text":"a\"}"#,
            #"{"text""a"}"#, #"{"text":"a" "flag":true}"#, #"{text:"a"}"#, #"{"flag":truth}"#,
            #"{"flag":"true"}"#, #"{"count":1.5}"#, #"{"count":"1"}"#, #"{"count":99999999999999999999}"#,
            #"{"list":[1,2}"#, #"{"list":[1 2]}"#, #"{"list":[1,"2"]}"#, #"{"list":{}}"#, #"{"size":-}"#,
            #"{"inner":[]}"#, #"{"text":nul"#,
        ]) func whatFoundationRefusesIsAnError(_ json: String)
    {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Sample.self, from: Data(json.utf8)) }
        #expect(throws: DecodingError.self) { try CompactJSON.decode(Sample.self, from: Array(json.utf8)) }
    }

    @Test func nestingHasALimit() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: DecodingError.self) { try CompactJSON.decode([Int].self, from: Array(deep.utf8)) }
    }

    @Test(arguments: ["rich.atom", "rich.rss", "rich.json"]) func entriesComeBackAsTheyWere(_ name: String) throws {
        let parsed = try RiverSample.feed(name)
        #expect(try CompactJSON.decode(Feed.self, from: CompactJSON.encode(parsed.feed)) == parsed.feed)
        for entry in parsed.entries {
            #expect(try CompactJSON.decode(Entry.self, from: CompactJSON.encode(entry)) == entry)
        }
    }
}
