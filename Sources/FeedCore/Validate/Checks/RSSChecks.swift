/// What the specification of RSS 2.0, and the profile that its board made of what readers do, ask of several elements
/// together.
struct RSSChecks: FormatChecks {
    /// Where the document was fetched from.
    let location: String?
    /// What `<rss>` says that it is.
    let version: String
    private var guids: Set<String> = []

    init(location: String?, version: String?) {
        self.location = location
        self.version = version ?? ""
    }

    mutating func check(_ node: MarkupNode, in parent: MarkupNode?, _ findings: inout Findings) {
        switch node.tableName {
        case "rss": root(node, &findings)
        case "textInput":
            profile(
                .obsoleteFormat, "<textInput> is shown by no reader", node, "element-channel-textinput", &findings)
        case "channel": channel(node, &findings)
        case "item": item(node, &findings)
        case "guid": guid(node, &findings)
        case "skipHours", "skipDays": skips(node, &findings)
        default: break
        }
        if version == "0.91" { OldRSSChecks.check(node, &findings) }
    }

    private func root(_ rss: MarkupNode, _ findings: inout Findings) {
        guard version.hasPrefix("0.9") else { return }
        findings.add(
            .warning, .obsoleteFormat, "RSS \(version) was replaced by RSS 2.0; say version=\"2.0\"",
            at: .offset(rss.offset), Specification.rss.citation(""))
    }

    private func channel(_ channel: MarkupNode, _ findings: inout Findings) {
        LinkChecks.selfLink(
            of: channel, named: "atom:link", location,
            Specification.rssProfile.citation("namespace-elements-atom-link"),
            &findings)
        if let image = channel.child("image") { self.image(image, of: channel, &findings) }
        podcast(channel, &findings)
        if let item = channel.children.firstIndex(where: { $0.tableName == "item" }),
            let late = channel.children[item...].first(where: { $0.isCore && $0.tableName != "item" })
        {
            profile(
                .misplacedElement, "\(late.tag) should stand before the items", late, "element-channel-item", &findings)
        }
        for (plain, module) in Self.channelTwins { twice(plain, module, in: channel, &findings) }
    }

    private mutating func item(_ item: MarkupNode, _ findings: inout Findings) {
        if item.child("title") == nil, item.child("description") == nil {
            findings.add(
                .error, .missingElement, "<item> needs a <title> or a <description>", at: .offset(item.offset),
                Specification.rss.citation("item"))
        }
        if let guid = item.child("guid") {
            let id = guid.value
            if !id.isEmpty, !guids.insert(id).inserted {
                findings.add(
                    .error, .duplicateID,
                    "another item has the guid \(Excerpt.of(id)); readers will show one of them",
                    at: .offset(guid.offset), Specification.rss.citation("guid"))
            }
        } else {
            profile(
                .missingID, "<item> should have a <guid>, or readers take it for new with each change", item,
                "element-channel-item-guid", &findings)
        }
        if let second = item.children("enclosure").dropFirst().first {
            profile(
                .duplicateElement, "<item> has several <enclosure>s, of which many readers take one", second,
                "element-channel-item-enclosure", &findings)
        }
        for (plain, module) in Self.itemTwins { twice(plain, module, in: item, &findings) }
        content(of: item, &findings)
    }

    /// Readers that take the first text they meet should meet the summary.
    private func content(of item: MarkupNode, _ findings: inout Findings) {
        guard let content = item.children.firstIndex(where: { $0.tableName == "content:encoded" }),
            !item.children[..<content].contains(where: { $0.tableName == "description" })
        else { return }
        profile(
            .missingElement, "<item> should have a <description> before its \(item.children[content].tag)",
            item.children[content], "namespace-elements-content-encoded", &findings)
    }

    /// A permanent link is an address to open, and a guid is one unless it says otherwise.
    private func guid(_ guid: MarkupNode, _ findings: inout Findings) {
        let text = guid.value
        if guid["isPermaLink"] == "false", (1..<9).contains(text.utf8.count), text.utf8.allSatisfy(\.isASCIIDigit) {
            findings.add(
                .warning, .invalidValue,
                "<guid>, \"\(text)\", is a short number; another feed has the same, and some readers mix them up",
                at: .offset(guid.offset), Specification.rss.citation("guid"))
        }
        guard guid["isPermaLink"] ?? "true" == "true", !text.isEmpty else { return }
        let scheme = Address(text).scheme?.lowercased()
        guard scheme == "http" || scheme == "https", Address.isIRI(text) else {
            return findings.add(
                .error, .invalidAddress,
                "<guid>, \"\(Excerpt.of(text))\", is no address to open; write it whole or say isPermaLink=\"false\"",
                at: .offset(guid.offset), Specification.rss.citation("guid"))
        }
    }

    private func image(_ image: MarkupNode, of channel: MarkupNode, _ findings: inout Findings) {
        if let url = image.child("url"), let dot = Address(url.value).path.lastIndex(of: "."),
            !["gif", "jpg", "jpeg", "png"].contains(url.value[dot...].dropFirst().lowercased()),
            !url.value[dot...].contains("/")
        {
            findings.add(
                .warning, .invalidValue, "<url> of <image> should be a GIF, JPEG or PNG", at: .offset(url.offset),
                Specification.rss.citation("image"))
        }
        for name in ["title", "link"] {
            guard let own = image.child(name), let other = channel.child(name), own.value != other.value
            else { continue }
            profile(
                .invalidValue, "<\(name)> of <image> should be that of the <channel>", own,
                "element-channel-image-\(name)", &findings)
        }
    }

    private func skips(_ list: MarkupNode, _ findings: inout Findings) {
        var seen: Set<String> = []
        for child in list.children where !seen.insert(child.value).inserted {
            findings.add(
                .error, .duplicateElement, "\(list.tag) names \(Excerpt.of(child.value)) twice",
                at: .offset(child.offset), list.citation)
        }
    }

    private func twice(_ plain: String, _ module: String, in node: MarkupNode, _ findings: inout Findings) {
        guard node.child(plain) != nil, let second = node.child(module) else { return }
        findings.add(
            .warning, .duplicateMeaning, "\(node.tag) has both <\(plain)> and \(second.tag), which mean the same",
            at: .offset(second.offset), Specification.rssProfile.citation("namespace-elements"))
    }

    private func profile(
        _ code: Finding.Code, _ message: @autoclosure () -> String, _ node: MarkupNode, _ section: String,
        _ findings: inout Findings
    ) {
        findings.add(.warning, code, message(), at: .offset(node.offset), Specification.rssProfile.citation(section))
    }

    /// What Apple Podcasts asks of a channel that says to be a podcast.
    private func podcast(_ channel: MarkupNode, _ findings: inout Findings) {
        guard channel.children.contains(where: { $0.tableName.hasPrefix("itunes:") }) else { return }
        for name in ["itunes:category", "itunes:explicit", "itunes:image", "language"] where channel.child(name) == nil
        {
            findings.add(
                .warning, .missingElement, "a podcast's \(channel.tag) should have <\(name)>",
                at: .offset(channel.offset), Specification.iTunes.citation(""))
        }
    }

    /// Elements that say what one of a module says as well.
    private static let channelTwins = [
        ("language", "dc:language"), ("pubDate", "dc:date"), ("copyright", "dc:rights"),
        ("managingEditor", "dc:creator"), ("webMaster", "dc:publisher"), ("category", "dc:subject"),
        ("generator", "admin:generatorAgent"), ("lastBuildDate", "dcterms:modified"),
    ]
    private static let itemTwins = [
        ("author", "dc:creator"), ("pubDate", "dc:date"), ("pubDate", "atom:published"), ("category", "dc:subject"),
        ("guid", "atom:id"), ("source", "dc:source"),
    ]
}
