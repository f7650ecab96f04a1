/// One entry of a feed as Atom sees it (RFC 4287, section 4.1.2).
///
/// Field names are those of the JSON that `feedtool parse` prints.
public struct Entry: Sendable, Equatable, Codable {
    public var id: String?
    /// For an RSS `guid`: true unless `isPermaLink` says otherwise.
    public var idIsPermalink: Bool?
    /// The page a reader opens.
    public var link: String?
    public var title: Text?
    public var summary: Text?
    @Sparse public var content: [Text]
    public var rights: Text?
    @Sparse public var links: [Link]
    @Sparse public var authors: [Person]
    @Sparse public var contributors: [Person]
    @Sparse public var publisher: Person
    @Sparse public var categories: [Category]
    @Sparse public var image: Image
    public var language: String?
    public var published: Timestamp?
    public var updated: Timestamp?
    public var created: Timestamp?
    public var expired: Timestamp?
    @Sparse public var validity: Validity
    /// The address of the page with comments.
    public var comments: String?
    /// The feed that the entry was copied from, as the feed that carries it says.
    @Sparse public var source: Feed
    public var location: Location?
    @Sparse public var media: Media
    @Sparse public var itunes: ITunes
    @Sparse public var podcast: Podcast
    @Sparse public var thread: Thread
    @Sparse public var wfw: CommentAPI
    @Sparse public var slash: Slash
    @Sparse public var chapters: [Chapter]
    @Sparse public var extensions: [Extension]

    public init() {}
}

/// Atom threading (RFC 4685).
public struct Thread: Sendable, Codable, FieldGroup {
    @Sparse public var inReplyTo: [Reply]
    public var count: Int?
    public var updated: Timestamp?

    public struct Reply: Sendable, Equatable, Codable {
        public var ref: String?
        public var href: String?
        public var source: String?
        public var type: String?

        public init() {}
    }

    public init() {}
}

/// The well-formed web's comment API.
public struct CommentAPI: Sendable, Codable, FieldGroup {
    public var comment: String?
    public var commentRSS: String?

    public init() {}
}

/// The RSS 1.0 slash module.
public struct Slash: Sendable, Codable, FieldGroup {
    public var comments: Int?
    public var section: String?
    public var department: String?
    @Sparse public var hitParade: [Int]

    public init() {}
}

/// Podlove Simple Chapters.
public struct Chapter: Sendable, Equatable, Codable {
    /// Seconds from the beginning.
    public var start: Double
    public var title: String?
    public var href: String?
    public var image: String?

    public init(start: Double) { self.start = start }
}
