/// What a feed says of an entry that it has deleted: `at:deleted-entry` (RFC 6721, section 3).
///
/// It stands among the feed's extensions, so that what a feed says is printed as it was sent.
struct DeletedEntry: Equatable {
    /// The id of the entry.
    let ref: String
    let when: Timestamp

    /// Nil for any other element, and without the two attributes that it must have.
    init?(_ element: Extension) {
        guard Self.isOne(element), let ref = element.attributes["ref"]?.nonBlank,
            let when = element.attributes["when"].flatMap(FeedDate.parse)
        else { return nil }
        self.ref = ref.trimmed
        self.when = when
    }

    static func isOne(_ element: Extension) -> Bool {
        element.name == "deleted-entry" && element.namespace?.asciiLowercased == namespace
    }

    private static let namespace = "http://purl.org/atompub/tombstones/1.0"
}
