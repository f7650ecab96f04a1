/// A person construct (RFC 4287, section 3.2).
public struct Person: Sendable, Equatable, Codable, Omittable {
    public var name: String?
    public var email: String?
    public var uri: String?

    public init(name: String? = nil, email: String? = nil, uri: String? = nil) {
        self.name = name
        self.email = email
        self.uri = uri
    }

    public static var empty: Self { Self() }
    public var isEmpty: Bool { self == .empty }
}

/// `atom:link` (RFC 4287, section 4.2.7).
public struct Link: Sendable, Equatable, Codable {
    public var rel: String
    public var href: String
    public var type: String?
    public var hreflang: String?
    public var title: String?
    /// In bytes, as the feed says.
    public var length: Int?

    public init(
        rel: String = "alternate", href: String, type: String? = nil, hreflang: String? = nil, title: String? = nil,
        length: Int? = nil
    ) {
        self.rel = rel
        self.href = href
        self.type = type
        self.hreflang = hreflang
        self.title = title
        self.length = length
    }
}

/// `atom:category` (RFC 4287, section 4.2.2).
public struct Category: Sendable, Hashable, Codable {
    public var term: String
    public var scheme: String?
    public var label: String?

    public init(term: String, scheme: String? = nil, label: String? = nil) {
        self.term = term
        self.scheme = scheme
        self.label = label
    }
}

/// RSS `image`, or the picture of an entry.
public struct Image: Sendable, Codable, FieldGroup {
    public var url: String?
    public var title: String?
    public var link: String?
    /// In pixels.
    public var width: Int?
    public var height: Int?
    public var description: String?

    public init() {}
}

/// `atom:generator` (RFC 4287, section 4.2.4).
public struct Generator: Sendable, Codable, FieldGroup {
    public var name: String?
    public var uri: String?
    public var version: String?

    public init() {}
}

/// `dcterms:valid`.
public struct Validity: Sendable, Codable, FieldGroup {
    public var start: Timestamp?
    public var end: Timestamp?

    public init() {}
}

/// RSS 2.0 `cloud`.
public struct Cloud: Sendable, Codable, FieldGroup {
    public var domain: String?
    public var port: Int?
    public var path: String?
    public var registerProcedure: String?
    public var `protocol`: String?

    public init() {}
}

/// RSS `textInput`.
public struct TextInput: Sendable, Codable, FieldGroup {
    public var title: String?
    public var description: String?
    public var name: String?
    public var link: String?

    public init() {}
}

/// The RSS syndication module (`sy:`).
public struct Syndication: Sendable, Codable, FieldGroup {
    public var updatePeriod: String?
    public var updateFrequency: Int?
    public var updateBase: Timestamp?

    public init() {}
}

/// An element that no other field stands for, kept so that the writer can put it back.
public struct Extension: Sendable, Equatable, Codable {
    /// The local name as written.
    public var name: String
    /// The namespace URI as written.
    public var namespace: String?
    public var prefix: String?
    /// By qualified name as written.
    @Sparse public var attributes: [String: String]
    public var value: String?
    @Sparse public var children: [Extension]

    public init(name: String, namespace: String? = nil, prefix: String? = nil) {
        self.name = name
        self.namespace = namespace
        self.prefix = prefix
    }
}

extension Dictionary: Omittable where Key == String, Value == String {
    public static var empty: Self { [:] }
}
