/// What an HTTP response says about the feed in it.
struct ResponseCheck {
    let context: DocumentContext

    func xml(_ bytes: [UInt8], _ format: XMLValidator.Format?, _ findings: inout Findings) {
        guard let type = context.contentType.map(MediaType.essence), !type.isEmpty else { return }
        switch format {
        case .atom?: expect(["application/atom+xml"], type, &findings)
        case .rss?: expect(["application/rss+xml", "application/xml", "text/xml"], type, &findings)
        case .rdf?:
            expect(["application/rdf+xml", "application/rss+xml", "application/xml", "text/xml"], type, &findings)
        case .opml?: expect(["text/x-opml", "application/xml", "text/xml", "text/x-opml+xml"], type, &findings)
        case nil: break
        }
        charset(bytes, &findings)
    }

    func json(_ findings: inout Findings) {
        guard let type = context.contentType.map(MediaType.essence), !type.isEmpty else { return }
        expect(["application/feed+json", "application/json"], type, &findings)
    }

    private func expect(_ types: [String], _ type: String, _ findings: inout Findings) {
        guard !types.contains(type) else { return }
        findings.add(
            .warning, .wrongMediaType, "the server calls the feed \(Excerpt.of(type)); make that \(types[0])",
            at: .document, Specification.xmlMediaTypes.citation("4"))
    }

    /// RFC 7303, section 3: what the response says wins, which surprises an author who wrote something else.
    private func charset(_ bytes: [UInt8], _ findings: inout Findings) {
        let family = ByteOrderMark.family(of: bytes)
        guard let charset = context.charset, let declared = XMLDeclaration.encoding(of: bytes, family: family),
            charset.asciiLowercased != declared.asciiLowercased
        else { return }
        findings.add(
            .warning, .charsetMismatch,
            "the server says that the feed is \(Excerpt.of(charset)), the feed itself \(Excerpt.of(declared))",
            at: .document, Specification.xmlMediaTypes.citation("3.2"))
    }
}
