/// Apple's podcast elements.
public struct ITunes: Sendable, Codable, FieldGroup {
    public var block: Bool?
    public var explicit: Bool?
    /// In seconds.
    public var duration: Double?
    public var subtitle: Text?
    public var summary: Text?
    public var image: String?
    public var title: String?
    public var episode: Int?
    public var season: Int?
    public var episodeType: String?
    public var type: String?
    public var complete: Bool?
    public var newFeedURL: String?
    @Sparse public var owner: Person
    public var order: Int?

    public init() {}
}
