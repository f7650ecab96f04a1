/// Media RSS; `media:group` is transparent.
public struct Media: Sendable, Codable, FieldGroup {
    @Sparse public var contents: [Content]
    @Sparse public var thumbnails: [Thumbnail]
    @Sparse public var credits: [Credit]
    public var rating: Rating?
    @Sparse public var restrictions: [Restriction]
    @Sparse public var license: License
    public var player: Player?
    @Sparse public var keywords: [String]
    public var title: Text?
    public var description: Text?
    @Sparse public var copyright: Copyright
    public var hash: Hash?
    @Sparse public var community: Community

    public init() {}

    public struct Content: Sendable, Equatable, Codable {
        public var url: String?
        public var type: String?
        public var medium: String?
        /// In bytes.
        public var fileSize: Int?
        public var bitrate: Double?
        public var framerate: Double?
        public var samplingRate: Double?
        public var channels: Int?
        /// In seconds.
        public var duration: Double?
        public var width: Int?
        public var height: Int?
        public var language: String?
        public var isDefault: Bool?
        public var expression: String?
        public var title: Text?
        public var description: Text?
        /// Numbers the groups of an entry.
        public var group: Int?

        public init() {}
    }

    public struct Thumbnail: Sendable, Equatable, Codable {
        public var url: String
        public var width: Int?
        public var height: Int?
        public var time: String?

        public init(url: String) { self.url = url }
    }

    public struct Credit: Sendable, Equatable, Codable {
        public var name: String
        public var role: String?
        public var scheme: String?

        public init(name: String) { self.name = name }
    }

    public struct Rating: Sendable, Equatable, Codable {
        public var value: String
        public var scheme: String?

        public init(value: String) { self.value = value }
    }

    public struct Restriction: Sendable, Equatable, Codable {
        /// In lower case.
        public var values: [String]
        public var relationship: String?
        public var type: String?

        public init(values: [String]) { self.values = values }
    }

    public struct License: Sendable, Codable, FieldGroup {
        public var name: String?
        public var href: String?
        public var type: String?

        public init() {}
    }

    public struct Player: Sendable, Equatable, Codable {
        public var url: String
        public var width: Int?
        public var height: Int?

        public init(url: String) { self.url = url }
    }

    public struct Copyright: Sendable, Codable, FieldGroup {
        public var value: String?
        public var url: String?

        public init() {}
    }

    public struct Hash: Sendable, Equatable, Codable {
        public var value: String
        public var algorithm: String?

        public init(value: String) { self.value = value }
    }

    public struct Community: Sendable, Codable, FieldGroup {
        public var rating: Double?
        public var ratings: Int?
        public var views: Int?
        public var favorites: Int?

        public init() {}
    }
}
