/// Builds the list of subscriptions from an OPML document's tags.
///
/// A list that lost its end is refused: following only what was left of it would silently unfollow the rest.
struct OutlineReader {
    private var subscriptions: [Subscription] = []
    private var problems: [String] = []
    /// Where each rule is first named.
    private var ruleLines: [String: Int] = [:]
    /// By address, where it was first listed.
    private var known: [String: (index: Int, line: Int)] = [:]
    private var open: [Element] = []
    private var hasBody = false
    private var isComplete = false

    private struct Element {
        let name: String
        let line: Int
        /// A folder's path; nil for what is no folder.
        var folder: String?
    }

    mutating func start(_ tag: MarkupTag) throws(SiteError) {
        if open.isEmpty { try checkRoot(tag) }
        guard open.count < Self.maxDepth else {
            throw Self.error(tag.line, "is nested deeper than \(Self.maxDepth) levels; is it a subscription list?")
        }
        if tag.name == "body" { hasBody = true }
        var element = Element(name: tag.name, line: tag.line)
        if tag.name == "outline", hasBody {
            if let url = tag["xmlurl"].flatMap(Self.filled) {
                try follow(url, tag)
            } else {
                element.folder = folderPath(tag)
            }
        }
        if !tag.isEmpty { open.append(element) }
    }

    mutating func end(_ name: String, line: Int) throws(SiteError) {
        guard let last = open.last, last.name == name else {
            let wanted = open.last.map { ", expected </\($0.name)> (opened on line \($0.line))" } ?? ""
            throw Self.error(line, "is not well-formed: found </\(Excerpt.of(name))>\(wanted)")
        }
        open.removeLast()
        if open.isEmpty { isComplete = true }
    }

    func finish() throws(SiteError) -> SubscriptionList {
        if let last = open.last {
            throw Self.error(last.line, "ends before <\(last.name)> is closed; restore the rest of the list")
        }
        guard isComplete else { throw Self.error(nil, "is not XML; it must be an OPML list: <opml version=\"2.0\">") }
        guard hasBody else { throw Self.error(nil, "has no <body>; the feeds are its <outline xmlUrl=\"…\"> elements") }
        return SubscriptionList(subscriptions: subscriptions, problems: problems, ruleLines: ruleLines)
    }
}

extension OutlineReader {
    private func checkRoot(_ tag: MarkupTag) throws(SiteError) {
        guard !isComplete else { throw Self.error(tag.line, "goes on after </opml>; remove what follows") }
        switch tag.name {
        case "opml": return
        case "html", "head", "body", "div":
            throw Self.error(tag.line, "is a web page, not an OPML list; export it anew")
        case "rss", "feed", "rdf:rdf":
            throw Self.error(tag.line, "is a feed, not an OPML list; list it as <outline xmlUrl=\"ADDRESS\"/>")
        default:
            throw Self.error(tag.line, "begins with <\(Excerpt.of(tag.name))>, not <opml>; is it an OPML list?")
        }
    }

    private mutating func follow(_ url: String, _ tag: MarkupTag) throws(SiteError) {
        let name = tag["title"].flatMap(Self.filled) ?? tag["text"].flatMap(Self.filled)
        let folder = open.last { $0.folder != nil }?.folder
        var subscription = Subscription(
            position: subscriptions.count, url: url, title: name, htmlURL: tag["htmlurl"].flatMap(Self.filled),
            language: tag["language"].flatMap(Self.filled), isPrivate: tag["private"]?.lowercased() == "true",
            trackers: trackers(tag))
        for rule in (tag["rules"] ?? "").split(whereSeparator: { $0.isWhitespace || $0 == "," }).map(String.init) {
            if !subscription.rules.contains(rule) { subscription.rules.append(rule) }
            if ruleLines[rule] == nil { ruleLines[rule] = tag.line }
        }
        let categories = (tag["category"] ?? "").split(separator: ",").map(Self.path)
        for category in [folder ?? ""] + categories where !category.isEmpty {
            if !subscription.categories.contains(category) { subscription.categories.append(category) }
        }
        let key = subscription.key
        if let first = known[key] {
            fold(subscription, into: first, again: tag.line)
        } else if subscriptions.count == Self.maxSubscriptions {
            throw Self.error(tag.line, "lists more than \(Self.maxSubscriptions) feeds; split the site")
        } else {
            known[key] = (subscriptions.count, tag.line)
            subscriptions.append(subscription)
        }
    }

    private mutating func trackers(_ tag: MarkupTag) -> TrackerPolicy? {
        guard let word = tag["trackers"].flatMap(Self.filled) else { return nil }
        if let policy = TrackerPolicy(rawValue: word.lowercased()) { return policy }
        let known = TrackerPolicy.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
        problems.append(
            "\(SubscriptionList.file):\(tag.line): trackers=\"\(Excerpt.of(word))\" must be \(known); ignored")
        return nil
    }

    /// A feed in two folders is followed once, under both.
    private mutating func fold(_ subscription: Subscription, into first: (index: Int, line: Int), again line: Int) {
        problems.append(
            "\(SubscriptionList.file):\(line): \(Excerpt.of(subscription.url)) is on line \(first.line) already; "
                + "followed once")
        for category in subscription.categories where !subscriptions[first.index].categories.contains(category) {
            subscriptions[first.index].categories.append(category)
        }
        for rule in subscription.rules where !subscriptions[first.index].rules.contains(rule) {
            subscriptions[first.index].rules.append(rule)
        }
    }

    private func folderPath(_ tag: MarkupTag) -> String? {
        guard let name = tag["text"].flatMap(Self.filled) ?? tag["title"].flatMap(Self.filled) else { return nil }
        let parent = open.last { $0.folder != nil }?.folder
        return parent.map { "\($0)/\(name)" } ?? name
    }

    /// `/Science/Weather/` as `Science/Weather`.
    private static func path(_ category: Substring) -> String {
        category.split(separator: "/").map { String($0).stripped }.filter { !$0.isEmpty }.joined(separator: "/")
    }

    private static func filled(_ text: String) -> String? {
        let text = text.stripped
        return text.isEmpty ? nil : String(text)
    }

    private static func error(_ line: Int?, _ reason: String) -> SiteError {
        SiteError(.subscriptions, SubscriptionList.file, line: line, reason)
    }

    private static let maxDepth = 200
    private static let maxSubscriptions = 100_000
}
