/// What RSS 0.91 asked beyond what RSS 2.0 does (Netscape's specification of 1999): its readers cut what is longer.
enum OldRSSChecks {
    static func check(_ node: MarkupNode, _ findings: inout Findings) {
        if node.tableName == "channel" { channel(node, &findings) }
        for child in node.children {
            guard let most = lengths["\(node.tableName)/\(child.tableName)"] ?? lengths[child.tableName],
                child.value.count > most
            else { continue }
            add(.invalidValue, "\(child.tag) of RSS 0.91 has room for \(most) characters", child, &findings)
        }
    }

    private static func channel(_ channel: MarkupNode, _ findings: inout Findings) {
        for name in ["language", "image"] where channel.child(name) == nil {
            add(.missingElement, "<channel> of RSS 0.91 needs <\(name)>", channel, &findings)
        }
        if let late = channel.children("item").dropFirst(mostItems).first {
            add(.invalidValue, "RSS 0.91 has room for \(mostItems) items", late, &findings)
        }
    }

    private static func add(
        _ code: Finding.Code, _ message: @autoclosure () -> String, _ node: MarkupNode, _ findings: inout Findings
    ) {
        findings.add(.warning, code, message(), at: .offset(node.offset), Specification.oldRSS.citation(node.tableName))
    }

    private static let mostItems = 15
    private static let lengths = [
        "title": 100, "link": 500, "description": 500, "url": 500, "language": 5, "copyright": 100,
        "managingEditor": 100, "webMaster": 100, "rating": 500, "pubDate": 100, "lastBuildDate": 100, "docs": 500,
        "textInput/name": 20,
    ]
}
