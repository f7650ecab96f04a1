/// A feed as Atom sees it (RFC 4287, section 4.1.1); every other format is translated into this.
///
/// Field names are those of the JSON that `feedtool parse` prints.
public struct Feed: Sendable, Codable, FieldGroup {
    public var id: String?
    /// The page a reader opens.
    public var link: String?
    public var title: Text?
    public var subtitle: Text?
    public var rights: Text?
    public var info: Text?
    @Sparse public var links: [Link]
    @Sparse public var authors: [Person]
    @Sparse public var contributors: [Person]
    @Sparse public var publisher: Person
    @Sparse public var categories: [Category]
    @Sparse public var generator: Generator
    public var icon: String?
    public var logo: String?
    @Sparse public var image: Image
    public var language: String?
    public var published: Timestamp?
    public var updated: Timestamp?
    public var created: Timestamp?
    @Sparse public var validity: Validity
    /// In minutes.
    public var ttl: Int?
    public var docs: String?
    public var newLocation: String?
    public var isExpired: Bool?
    /// PICS.
    public var rating: String?
    @Sparse public var cloud: Cloud
    @Sparse public var textInput: TextInput
    /// Hours in GMT, 0 ... 23.
    @Sparse public var skipHours: [Int]
    @Sparse public var skipDays: [String]
    @Sparse public var syndication: Syndication
    public var location: Location?
    @Sparse public var itunes: ITunes
    @Sparse public var podcast: Podcast
    @Sparse public var extensions: [Extension]

    public init() {}
}
