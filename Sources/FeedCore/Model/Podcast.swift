/// The Podcasting 2.0 namespace.
public struct Podcast: Sendable, Codable, FieldGroup {
    public var guid: String?
    public var locked: Locked?
    public var medium: String?
    @Sparse public var funding: [Funding]
    @Sparse public var license: License
    @Sparse public var persons: [Participant]
    @Sparse public var location: Place
    public var season: Season?
    public var episode: Episode?
    @Sparse public var transcripts: [Transcript]
    public var chapters: Chapters?
    @Sparse public var soundbites: [Soundbite]
    @Sparse public var trailers: [Trailer]
    @Sparse public var images: [Picture]
    @Sparse public var updateFrequency: UpdateFrequency
    @Sparse public var txt: [Txt]

    public init() {}

    public struct Locked: Sendable, Equatable, Codable {
        public var value: Bool
        public var owner: String?

        public init(value: Bool) { self.value = value }
    }

    public struct Funding: Sendable, Equatable, Codable {
        public var url: String
        public var title: String?

        public init(url: String) { self.url = url }
    }

    public struct License: Sendable, Codable, FieldGroup {
        public var name: String?
        public var url: String?

        public init() {}
    }

    public struct Participant: Sendable, Equatable, Codable {
        public var name: String
        public var role: String?
        public var group: String?
        public var image: String?
        public var href: String?

        public init(name: String) { self.name = name }
    }

    public struct Place: Sendable, Codable, FieldGroup {
        public var name: String?
        public var geo: String?
        public var osm: String?
        public var rel: String?
        public var country: String?

        public init() {}
    }

    public struct Season: Sendable, Equatable, Codable {
        public var number: Int
        public var name: String?

        public init(number: Int) { self.number = number }
    }

    public struct Episode: Sendable, Equatable, Codable {
        public var number: Double
        public var display: String?

        public init(number: Double) { self.number = number }
    }

    public struct Transcript: Sendable, Equatable, Codable {
        public var url: String
        public var type: String?
        public var language: String?
        public var rel: String?

        public init(url: String) { self.url = url }
    }

    public struct Chapters: Sendable, Equatable, Codable {
        public var url: String
        public var type: String?

        public init(url: String) { self.url = url }
    }

    public struct Soundbite: Sendable, Equatable, Codable {
        /// In seconds.
        public var start: Double
        public var duration: Double
        public var title: String?

        public init(start: Double, duration: Double) {
            self.start = start
            self.duration = duration
        }
    }

    public struct Trailer: Sendable, Equatable, Codable {
        public var url: String
        public var title: String?
        public var published: Timestamp?
        /// In bytes.
        public var length: Int?
        public var type: String?
        public var season: Int?

        public init(url: String) { self.url = url }
    }

    public struct Picture: Sendable, Equatable, Codable {
        public var src: String
        public var alt: String?
        public var aspectRatio: String?
        public var width: Int?
        public var height: Int?
        public var type: String?
        public var purpose: String?

        public init(src: String) { self.src = src }
    }

    public struct UpdateFrequency: Sendable, Codable, FieldGroup {
        public var text: String?
        public var rrule: String?
        public var complete: Bool?
        public var start: Timestamp?

        public init() {}
    }

    public struct Txt: Sendable, Equatable, Codable {
        public var value: String
        public var purpose: String?

        public init(value: String) { self.value = value }
    }
}
