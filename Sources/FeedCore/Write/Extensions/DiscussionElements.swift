extension ExtensionGroup {
    /// Atom threading: RFC 4685.
    static let thread = ExtensionGroup(prefix: "thr", namespace: "http://purl.org/syndication/thread/1.0") {
        entry, xml in
        for reply in entry.thread.inReplyTo {
            // Section 3: the reference is required, and an IRI.
            guard let reference = Address.whole(reply.ref) ?? Address.whole(reply.href) else { continue }
            xml.empty(
                "thr:in-reply-to",
                [
                    "ref": reference, "href": Address.whole(reply.href),
                    "type": ValueSyntax.mediaType.accepted(reply.type),
                    "source": Address.whole(reply.source),
                ])
        }
        xml.element("thr:total", XMLSink.amount(entry.thread.count))
    }

    /// RSS 1.0 module "Slash": http://web.resource.org/rss/1.0/modules/slash/
    static let slash = ExtensionGroup(prefix: "slash", namespace: "http://purl.org/rss/1.0/modules/slash/") {
        entry, xml in
        let slash = entry.slash
        xml.element("slash:section", slash.section)
        xml.element("slash:department", slash.department)
        xml.element("slash:comments", XMLSink.amount(slash.comments))
        if !slash.hitParade.isEmpty {
            xml.element("slash:hit_parade", slash.hitParade.map(String.init).joined(separator: ","))
        }
    }

    /// The well-formed web's comment API: http://wellformedweb.org/CommentAPI/
    static let comments = ExtensionGroup(prefix: "wfw", namespace: "http://wellformedweb.org/CommentAPI/") {
        entry, xml in
        xml.element("wfw:comment", Address.whole(entry.wfw.comment))
        xml.element("wfw:commentRss", Address.whole(entry.wfw.commentRSS))
    }

    /// Dublin Core elements 1.1 that neither Atom nor RSS has a word for: http://purl.org/dc/elements/1.1/
    static let dublinCore = ExtensionGroup(prefix: "dc", namespace: "http://purl.org/dc/elements/1.1/") { entry, xml in
        xml.element("dc:publisher", entry.publisher.name)
    }

    /// Dublin Core terms: http://purl.org/dc/terms/
    static let dublinCoreTerms = ExtensionGroup(prefix: "dcterms", namespace: "http://purl.org/dc/terms/") {
        entry, xml in
        xml.element("dcterms:created", entry.created?.rfc3339)
        let validity = [("start", entry.validity.start), ("end", entry.validity.end ?? entry.expired)]
        let parts = validity.compactMap { name, time in time.map { "\(name)=\($0.rfc3339)" } }
        if !parts.isEmpty { xml.element("dcterms:valid", parts.joined(separator: ";")) }
    }
}
