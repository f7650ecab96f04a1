/// One row of JSON Feed's table: a member of one of its objects.
struct MemberRule: Sendable {
    let name: String
    let presence: Presence
    let value: Value

    enum Presence: Sendable { case required, recommended, optional }

    enum Value: Sendable {
        case string(ValueSyntax)
        /// A string, which some write as a number.
        case identifier
        case number
        case bool
        case object(JSONFeedRules.Kind)
        case objects(JSONFeedRules.Kind)
        case strings(ValueSyntax)
    }

    static func must(_ name: String, _ value: Value) -> MemberRule {
        MemberRule(name: name, presence: .required, value: value)
    }

    static func should(_ name: String, _ value: Value) -> MemberRule {
        MemberRule(name: name, presence: .recommended, value: value)
    }

    static func may(_ name: String, _ value: Value) -> MemberRule {
        MemberRule(name: name, presence: .optional, value: value)
    }
}

/// JSON Feed 1.1, which holds what 1.0 had as well.
enum JSONFeedRules {
    /// What an object of the document is.
    enum Kind: String, Sendable {
        case feed = "the feed", author = "an author", hub = "a hub", item = "an item", attachment = "an attachment"
    }

    static func rows(of kind: Kind) -> [MemberRule] {
        switch kind {
        case .feed: feed
        case .author: author
        case .hub: hub
        case .item: item
        case .attachment: attachment
        }
    }

    private static let feed: [MemberRule] = [
        .must("version", .string(.form(hint: "version: https://jsonfeed.org/version/1.1", test: isVersion))),
        .must("title", .string(.text)), .must("items", .objects(.item)),
        .should("home_page_url", .string(.webAddress)), .should("feed_url", .string(.webAddress)),
        .may("description", .string(.plain)), .may("user_comment", .string(.text)),
        .may("next_url", .string(.webAddress)), .may("icon", .string(.absoluteReference)),
        .may("favicon", .string(.absoluteReference)), .may("author", .object(.author)),
        .may("authors", .objects(.author)), .may("language", .string(.language)), .may("expired", .bool),
        .may("hubs", .objects(.hub)),
    ]

    private static let author: [MemberRule] = [
        .may("name", .string(.text)), .may("url", .string(.absoluteReference)),
        .may("avatar", .string(.absoluteReference)),
    ]

    private static let hub: [MemberRule] = [.must("type", .string(.filled)), .must("url", .string(.webAddress))]

    private static let item: [MemberRule] = [
        .must("id", .identifier), .may("url", .string(.absoluteReference)),
        .may("external_url", .string(.absoluteReference)), .may("title", .string(.plain)),
        .may("content_html", .string(.text)), .may("content_text", .string(.text)), .may("summary", .string(.plain)),
        .may("image", .string(.absoluteReference)), .may("banner_image", .string(.absoluteReference)),
        .may("date_published", .string(.rfc3339)), .may("date_modified", .string(.rfc3339)),
        .may("author", .object(.author)), .may("authors", .objects(.author)), .may("tags", .strings(.filled)),
        .may("language", .string(.language)), .may("attachments", .objects(.attachment)),
    ]

    private static let attachment: [MemberRule] = [
        .must("url", .string(.absoluteReference)), .must("mime_type", .string(.mediaType)),
        .may("title", .string(.text)),
        .may("size_in_bytes", .number), .may("duration_in_seconds", .number),
    ]

    private static let isVersion: @Sendable (String) -> Bool = { text in
        ["https://jsonfeed.org/version/1.1", "https://jsonfeed.org/version/1"].contains(text)
    }
}
