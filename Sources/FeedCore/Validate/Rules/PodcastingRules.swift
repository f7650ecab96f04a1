extension RuleTable {
    /// Podcasting 2.0.
    static let podcasting = RuleTable(
        specification: .podcasting, namespace: "https://podcastindex.org/namespace/1.0", prefix: "podcast",
        rows: feedRows + entryRows + valueRows + remoteRows)

    private static let feedRows: [ElementRule] = [
        .row("podcast:locked", in: feeds, .optional, .value(.yesNo), "locked", [.may("owner", .email)]),
        .row("podcast:guid", in: feeds, .optional, .value(.uuid), "guid"),
        .row("podcast:medium", in: feeds, .optional, .value(.medium), "medium"),
        .row("podcast:funding", in: both, .any, .value(.short(128)), "funding", [.must("url", .webAddress)]),
        .row("podcast:block", in: feeds, .any, .value(.yesNo), "block", [.may("id", .filled)]),
        .row("podcast:trailer", in: feeds, .any, .value(.plain), "trailer", trailer),
        .row("podcast:updateFrequency", in: feeds, .optional, .value(.plain), "updateFrequency", frequency),
        .row("podcast:podping", in: feeds, .optional, .empty, "podping", [.may("usesPodping", .boolean)]),
        .row("podcast:person", in: both, .any, .value(.filled), "person", person),
        .row("podcast:location", in: both, .any, .value(.short(128)), "location", place),
        .row("podcast:license", in: both, .optional, .value(.filled), "license", [.may("url", .webAddress)]),
        .row("podcast:txt", in: both, .any, .value(.text), "txt", [.may("purpose", .text)]),
        .row("podcast:image", in: both, .any, .empty, "image", image),
        .row("podcast:images", in: both, .optional, .empty, "images", [.must("srcset", .filled)]),
        .row("podcast:chat", in: both, .any, .empty, "chat", chat),
        // It holds what an item does.
        .row("podcast:liveItem", in: feeds, .any, .open, "liveItem"),
    ]

    private static let entryRows: [ElementRule] = [
        .row("podcast:transcript", in: entries, .any, .empty, "transcript", transcript),
        .row("podcast:chapters", in: entries, .optional, .empty, "chapters", file),
        .row("podcast:soundbite", in: entries, .any, .value(.text), "soundbite", soundbite),
        .row("podcast:season", in: entries, .optional, .value(.count), "season", [.may("name", .text)]),
        .row("podcast:episode", in: entries, .optional, .value(amount), "episode", [.may("display", .text)]),
        .row("podcast:socialInteract", in: entries, .any, .empty, "socialInteract", discussion),
        .row("podcast:contentLink", in: entries, .any, .value(.plain), "contentLink", [.must("href", .webAddress)]),
        .row("podcast:alternateEnclosure", in: entries, .any, .elements, "alternateEnclosure", alternate),
        .row("podcast:source", in: ["podcast:alternateEnclosure"], .any, .empty, "source", source),
        .row("podcast:integrity", in: ["podcast:alternateEnclosure"], .optional, .empty, "integrity", integrity),
    ]

    private static let valueRows: [ElementRule] = [
        .row("podcast:value", in: both, .any, .elements, "value", value),
        .row(
            "podcast:valueRecipient", in: ["podcast:value", "podcast:valueTimeSplit"], .any, .empty, "valueRecipient",
            recipient),
        .row("podcast:valueTimeSplit", in: ["podcast:value"], .any, .elements, "valueTimeSplit", timeSplit),
    ]

    private static let remoteRows: [ElementRule] = [
        .row("podcast:podroll", in: feeds, .optional, .elements, "podroll"),
        .row("podcast:publisher", in: feeds, .optional, .elements, "publisher"),
        .row("podcast:remoteItem", in: remoteParents, .any, .empty, "remoteItem", remote),
    ]

    private static let feeds = ElementRule.feeds
    private static let entries = ElementRule.entries
    private static let both = feeds + entries
    private static let remoteParents =
        feeds + ["podcast:podroll", "podcast:publisher", "podcast:valueTimeSplit"]
    private static let amount = ValueSyntax.number(0...1e15)

    private static let trailer: [AttributeRule] = [
        .must("pubdate", .rfc822), .must("url", .webAddress), .may("length", .count), .may("type", .mediaType),
        .may("season", .count),
    ]
    private static let frequency: [AttributeRule] = [
        .may("complete", .boolean), .may("dtstart", .w3cdtf), .may("rrule", .filled),
    ]
    private static let person: [AttributeRule] = [
        .may("role", .text), .may("group", .text), .may("img", .absoluteReference), .may("href", .absoluteReference),
    ]
    private static let place: [AttributeRule] = [
        .may("geo", .geoAddress), .may("osm", .filled), .may("rel", .word(["subject", "creator"])),
        .may("country", .country),
    ]
    private static let image: [AttributeRule] = [
        .must("href", .webAddress), .may("alt", .text), .may("aspect-ratio", .filled), .may("width", .positive),
        .may("height", .positive), .may("type", .mediaType), .may("purpose", .filled),
    ]
    private static let chat: [AttributeRule] = [
        .must("server", .filled), .must("protocol", .filled), .may("accountId", .filled), .may("space", .filled),
    ]
    private static let file: [AttributeRule] = [.must("url", .webAddress), .must("type", .mediaType)]
    private static let transcript = file + [.may("language", .language), .may("rel", .word(["captions"]))]
    private static let soundbite: [AttributeRule] = [.must("startTime", amount), .must("duration", amount)]
    private static let discussion: [AttributeRule] = [
        // Those of the AT protocol are no IRIs.
        .must("protocol", .filled), .may("uri", .filled), .may("accountId", .filled),
        .may("accountUrl", .webAddress), .may("priority", .count),
    ]
    private static let alternate: [AttributeRule] = [
        .must("type", .mediaType), .may("length", .count), .may("bitrate", amount), .may("height", .positive),
        .may("lang", .language), .may("title", .text), .may("rel", .text), .may("codecs", .filled),
        .may("default", .boolean),
    ]
    private static let source: [AttributeRule] = [.must("uri", .iri), .may("contentType", .mediaType)]
    private static let integrity: [AttributeRule] = [
        .must("type", .word(["sri", "pgp-signature"])), .must("value", .filled),
    ]
    private static let value: [AttributeRule] = [
        .must("type", .filled), .must("method", .filled), .may("suggested", amount),
    ]
    private static let recipient: [AttributeRule] = [
        .may("name", .text), .must("type", .filled), .must("address", .filled), .must("split", .count),
        .may("fee", .boolean), .may("customKey", .text), .may("customValue", .text),
    ]
    private static let timeSplit: [AttributeRule] = [
        .must("startTime", amount), .must("duration", amount), .may("remoteStartTime", amount),
        .may("remotePercentage", .number(0...100)),
    ]
    private static let remote: [AttributeRule] = [
        .must("feedGuid", .uuid), .may("feedUrl", .webAddress), .may("itemGuid", .filled), .may("medium", .medium),
        .may("title", .text),
    ]
}

extension ValueSyntax {
    fileprivate static let uuid = ValueSyntax.form(hint: "UUID of 8-4-4-4-12 hexadecimal digits") {
        NameSyntax.isUUID($0.trimmed[...])
    }
    /// What a feed is about; lists of it end in `L`.
    fileprivate static let medium = ValueSyntax.form(hint: "medium such as podcast, music or video") { text in
        media.contains(text) || text.last == "L" && media.contains(String(text.dropLast()))
    }
    private static let media = [
        "podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course", "mixed",
    ]
    /// RFC 5870.
    fileprivate static let geoAddress = ValueSyntax.form(hint: "geo URI such as geo:45.3,-71.9") { text in
        guard text.hasPrefix("geo:") else { return false }
        let numbers = text.dropFirst(4).prefix { $0 != ";" && $0 != "?" }.split(separator: ",")
        return (2...3).contains(numbers.count) && numbers.allSatisfy { Double($0) != nil }
    }
    fileprivate static let country = ValueSyntax.form(hint: "country code of two letters (ISO 3166)") {
        $0.utf8.count == 2 && $0.utf8.allSatisfy(\.isASCIILetter)
    }
}
