/// What the specification of RSS 2.0, and the profile that its board made of what readers do, ask of several elements
/// together.
struct RSSChecks: FormatChecks {
    /// Where the document was fetched from.
    let location: String?
    private var guids: Set<String> = []

    init(location: String?) { self.location = location }

    mutating func check(_ node: MarkupNode, in parent: MarkupNode?, _ findings: inout Findings) {
        switch node.tableName {
        case "rss": root(node, &findings)
        case "channel": channel(node, &findings)
        case "item": item(node, &findings)
        case "guid": guid(node, &findings)
        case "skipHours", "skipDays": skips(node, &findings)
        default: break
        }
    }

    private func root(_ rss: MarkupNode, _ findings: inout Findings) {
        guard let version = rss["version"], version.hasPrefix("0.9") else { return }
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
        for (plain, module) in [("language", "dc:language"), ("pubDate", "dc:date"), ("copyright", "dc:rights")] {
            twice(plain, module, in: channel, &findings)
        }
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
        for (plain, module) in [("author", "dc:creator"), ("pubDate", "dc:date")] {
            twice(plain, module, in: item, &findings)
        }
    }

    /// A permanent link is an address to open, and a guid is one unless it says otherwise.
    private func guid(_ guid: MarkupNode, _ findings: inout Findings) {
        let text = guid.value
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
}
