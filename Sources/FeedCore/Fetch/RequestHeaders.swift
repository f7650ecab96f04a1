/// The header lines of a request, apart from those that libcurl writes.
enum RequestHeaders {
    /// Feeds first, so that a server that negotiates does not send its home page.
    private static let fixed: [[UInt8]] = [
        """
        Accept: application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, \
        application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5
        """,
        "Accept-Encoding: \(ContentCoding.accepted)",
    ].map { Array($0.utf8) }

    static func lines(_ validators: Validators, _ others: [HeaderField]) -> [[UInt8]] {
        var lines = fixed
        if let etag = validators.etag {
            lines.append(line("If-None-Match", latin1(etag)))
            // RFC 3229: only what is new since then, from the few servers that can tell.
            lines.append(line("A-IM", "feed".utf8))
        }
        if let date = validators.lastModified { lines.append(line("If-Modified-Since", latin1(date))) }
        return lines + others.map { line($0.name, $0.value.utf8) }
    }

    private static func line(_ name: String, _ value: some Sequence<UInt8>) -> [UInt8] {
        "\(name): ".utf8 + value.filter { $0 >= 0x20 && $0 != 0x7f }
    }

    /// The bytes that a validator was received as.
    private static func latin1(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8(exactly: $0.value) ?? UInt8(ascii: "?") }
    }
}
