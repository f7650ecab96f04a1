/// Says what a document is that is no feed.
enum ForeignDocument {
    /// Documents that their first bytes give away and that no parser needs to see.
    static func recognized(by bytes: [UInt8]) -> String? {
        if bytes.allSatisfy(\.isASCIIBlank) { return "an empty document" }
        return signatures.first { bytes.starts(with: $0.bytes) }?.name
    }

    /// - Parameter root: the first element, in lower case; nil if there is none.
    static func error(root: String?, bytes: [UInt8], base: String?) -> ParseError {
        guard let root else { return ParseError(found: "plain text") }
        switch root {
        case "html", "head", "body":
            return page(bytes, base)
        case "opml": return ParseError(found: "an OPML list of subscriptions")
        case "urlset", "sitemapindex": return ParseError(found: "a sitemap")
        case "rsd": return ParseError(found: "a Really Simple Discovery document")
        case "opensearchdescription": return ParseError(found: "an OpenSearch description")
        case "service": return ParseError(found: "an AtomPub service document")
        case "svg": return ParseError(found: "an SVG image")
        default:
            if looksLikeHTML(bytes) { return page(bytes, base) }
            return ParseError(found: "an XML document with the root \(root.cut(toBytes: 40))")
        }
    }

    private static func page(_ bytes: [UInt8], _ base: String?) -> ParseError {
        let links = FeedLinks.find(in: bytes, base: base).filter(\.isDeclared).map(\.address)
        return ParseError(found: "an HTML page", links: Array(links.prefix(10)))
    }

    /// A page that begins with a fragment, a comment or a declaration of its type.
    private static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: bytes.prefix(2_048), as: UTF8.self).asciiLowercased
        return ["<!doctype html", "<html", "<head", "<body"].contains { start.contains($0) }
    }

    private static let signatures: [(bytes: [UInt8], name: String)] = [
        ([0x89] + "PNG".utf8, "a PNG image"), (Array("GIF8".utf8), "a GIF image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        (Array("RIFF".utf8), "a WebP image, a WAVE sound or a video"), (Array("%PDF".utf8), "a PDF document"),
        (Array("PK\u{03}\u{04}".utf8), "a ZIP archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "zstd data"), (Array("ID3".utf8), "an MP3 sound"),
        (Array("OggS".utf8), "an Ogg file"),
        ([0x00, 0x00, 0x01, 0x00], "an icon"), ([0x7F] + "ELF".utf8, "a program"),
    ]
}
