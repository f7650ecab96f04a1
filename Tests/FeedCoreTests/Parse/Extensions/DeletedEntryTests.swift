import Testing

@testable import FeedCore

struct DeletedEntryTests {
    @Test(
        arguments: [
            (
                #"<at:deleted-entry ref=" urn:x:1 " when="2026-11-01T10:00:00+01:00">Gone</at:deleted-entry>"#,
                "urn:x:1"
            ),
            (
                #"<at:deleted-entry ref="http://a.example/x/../1" when="2026-11-01T09:00:00Z"/>"#,
                "http://a.example/x/../1"
            ),
            (#"<at:deleted-entry ref="urn:x:1"/>"#, nil),
            (#"<at:deleted-entry ref="" when="2026-11-01T09:00:00Z"/>"#, nil),
            (#"<at:deleted-entry ref="urn:x:1" when="yesterday"/>"#, nil),
            (#"<at:comment ref="urn:x:1" when="2026-11-01T09:00:00Z"/>"#, nil),
            (#"<deleted-entry xmlns="urn:other" ref="urn:x:1" when="2026-11-01T09:00:00Z"/>"#, nil),
        ] as [(String, String?)])
    func aDeletionNamesAnEntryAndAMoment(_ element: String, _ ref: String?) throws {
        for document in [
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:at=\"\(Self.namespace)\"><id>urn:f</id>\(element)</feed>",
            "<rss version=\"2.0\" xmlns:at=\"\(Self.namespace)\"><channel><title>T</title>\(element)</channel></rss>",
        ] {
            let feed = try FeedParser.parse(Array(document.utf8), context: DocumentContext()).feed
            let deletions = feed.extensions.compactMap(DeletedEntry.init)
            #expect(deletions.map(\.ref) == [ref].compactMap(\.self))
            #expect(deletions.allSatisfy { $0.when == Timestamp(rfc3339: "2026-11-01T09:00:00Z") })
        }
    }

    private static let namespace = "http://purl.org/atompub/tombstones/1.0"
}
