/// Turns the bytes of a document into a feed, whatever its format.
public enum FeedParser {
    /// What the document says, in document order. Texts hold markup as it was written: nothing is sanitized yet.
    ///
    /// Broken documents are repaired as far as they can be read, and the result says so.
    /// - Throws: `ParseError` if there is no feed in it.
    public static func parse(_ bytes: [UInt8], context: DocumentContext) throws(ParseError) -> ParsedFeed {
        let bytes = try Inflated.document(bytes)
        if let other = ForeignDocument.recognized(by: bytes) { throw ParseError(found: other) }
        var parsed = try JSONFeed.isJSON(bytes) ? JSONFeed.parse(bytes, context: context) : xml(bytes, context)
        if let type = context.contentType.map(MediaType.essence), !MediaType.isXML(type), !MediaType.isJSON(type),
            !type.isEmpty
        {
            parsed.diagnostics.append(Diagnostic(.nonXMLMediaType, "the response calls the feed \(type)"))
        }
        return parsed
    }

    private static func xml(_ bytes: [UInt8], _ context: DocumentContext) throws(ParseError) -> ParsedFeed {
        var builder = FeedBuilder(scope: context.scope)
        let document = XMLReader.read(bytes, charset: context.charset) { builder.take($0) }
        guard builder.format.isFeed else {
            if builder.root == nil, let unread = unreadable(document) { return unread }
            throw ForeignDocument.error(root: builder.root, bytes: bytes, base: context.scope.base)
        }
        let (feed, diagnostics) = builder.makeFeed()
        return ParsedFeed(
            format: builder.format.format(doctype: document.doctype), encoding: document.encoding,
            wellFormed: document.wellFormed, diagnostics: document.diagnostics + diagnostics, feed: feed,
            entries: builder.entries)
    }

    /// A document that calls itself XML in an encoding that is not decoded, such as UTF-7: that it is no feed cannot
    /// be said either.
    private static func unreadable(_ document: XMLDocumentInfo) -> ParsedFeed? {
        guard document.diagnostics.contains(where: { $0.code == .encodingMismatch }) else { return nil }
        return ParsedFeed(
            format: .rss, encoding: document.encoding, wellFormed: false, diagnostics: document.diagnostics)
    }
}
