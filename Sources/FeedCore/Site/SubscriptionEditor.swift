/// Changes `feeds/subscriptions.opml` in place: what is not changed keeps its bytes, comments, order and white space
/// included.
struct SubscriptionEditor {
    /// The list as it is now.
    private(set) var bytes: [UInt8]
    /// Other programs take the list at its word: what calls itself Latin-1 and is ASCII so far has to stay ASCII.
    private let isUTF8: Bool

    /// - Throws: for what is no list, and for a list in another encoding than UTF-8, whose bytes would not survive.
    init(_ bytes: [UInt8]) throws(SiteError) {
        _ = try SubscriptionList.read(bytes)
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Self.error("is not in UTF-8 and cannot be changed in place; save it in UTF-8")
        }
        self.bytes = bytes
        let declaration = String(decoding: bytes.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self).lowercased()
        isUTF8 = !declaration.contains("encoding") || declaration.contains("utf-8")
    }

    /// Adds a subscription at the end of a folder, which is made if need be; nil adds it at the end of the list.
    mutating func add(_ subscription: Subscription, folder: String?) throws(SiteError) {
        let path = (folder ?? "").split(separator: "/").map { String($0.stripped) }.filter { !$0.isEmpty }
        guard let place = OutlinePlace(in: text, folder: path) else { throw Self.error("has no <body> to add to") }
        let missing = path.dropFirst(place.depth).map { "<outline text=\"\(escaped($0))\">" }
        var lines = [outline(subscription)]
        for folder in missing.reversed() {
            lines = [folder] + lines.map { place.unit + $0 } + ["</outline>"]
        }
        try replace([place.range], with: place.inserted(lines), adding: subscription.key)
    }

    /// Gives every outline of one address another; all else about them stays.
    mutating func move(_ address: String, to target: String) throws(SiteError) {
        let old = Subscription(position: 0, url: address).key
        let new = Subscription(position: 0, url: target).key
        var ranges: [Range<Int>] = []
        var scanner = MarkupScanner(text)
        while let tag = scanner.next() {
            guard tag.name == "outline", !tag.isEnd,
                let url = tag.attributes.first(where: { $0.name == "xmlurl" }),
                Subscription(position: 0, url: String(url.value.stripped)).key == old
            else { continue }
            ranges.append(url.range)
        }
        guard !ranges.isEmpty else { throw Self.error("does not list \(Excerpt.of(address)) any more") }
        try replace(ranges, with: "\"\(escaped(target))\"") { $0 == old ? new : $0 }
    }
}

extension SubscriptionEditor {
    private var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Replaces parts and reads the list again: never a worse list than before.
    private mutating func replace(
        _ ranges: [Range<Int>], with text: String, adding key: String? = nil, renaming: (String) -> String = { $0 }
    ) throws(SiteError) {
        let wanted = try SubscriptionList.read(bytes).subscriptions.map { renaming($0.key) } + [key].compactMap(\.self)
        var edited = bytes
        // From the end, so that the places before keep their offsets.
        for range in ranges.reversed() { edited.replaceSubrange(range, with: text.utf8) }
        guard try SubscriptionList.read(edited).subscriptions.map(\.key).sorted() == Set(wanted).sorted() else {
            throw Self.error("is written in a way that cannot be changed in place; edit it by hand")
        }
        bytes = edited
    }

    private func outline(_ subscription: Subscription) -> String {
        let title = subscription.title ?? subscription.url
        let attributes = [
            ("type", "rss"), ("text", title), ("title", title), ("xmlUrl", subscription.url),
            ("htmlUrl", subscription.htmlURL), ("private", subscription.isPrivate ? "true" : nil),
        ]
        let written = attributes.compactMap { name, value in value.map { "\(name)=\"\(escaped($0))\"" } }
        return "<outline \(written.joined(separator: " "))/>"
    }

    /// As the value of an attribute (XML 1.0, section 2.3).
    private func escaped(_ value: String) -> String {
        let line = String.UnicodeScalarView(
            value.unicodeScalars.lazy.map { $0.properties.generalCategory == .control ? " " : $0 })
        let text = String(line).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
        guard !isUTF8 else { return text }
        return text.unicodeScalars.map { $0.isASCII ? String($0) : "&#\($0.value);" }.joined()
    }

    private static func error(_ reason: String) -> SiteError {
        SiteError(.subscriptions, SubscriptionList.file, reason)
    }
}
