/// What the merge has to know of an entry, made once when the entry is taken up and kept beside it, so that a hundred
/// thousand of them can be compared without reading a single text.
struct MergeFacets: Sendable, Equatable {
    /// Of the entry's own id, as its feed gave it.
    let id: UInt64
    /// Of the canonical addresses of its page, the entry's own first; what the feed says is the original counts as well.
    let pages: [UInt64]
    /// Of the title, letter case and punctuation aside; 0 if there is none.
    let title: UInt64
    /// Nil if there is too little text to tell.
    let text: TextSignature?
    /// Whether the page lies on the feed's own host, so that the feed speaks for itself.
    let isAtHome: Bool

    /// - Parameters:
    ///   - entry: sanitized.
    ///   - hosts: those of the feed, its page and its own address; see `hosts(of:address:)`.
    init(_ entry: Entry, hosts: Set<String>) {
        id = StableHash.of((entry.id ?? "").utf8)
        var addresses = [entry.link].compactMap(\.self)
        // A guid is an address if it says so, and the last resort of entries without a link.
        if entry.link == nil, entry.idIsPermalink != false, let id = entry.id { addresses.append(id) }
        addresses += entry.extensions.filter { $0.name.lowercased() == "origlink" }.compactMap(\.value)
        addresses += entry.links.filter { $0.rel == "canonical" }.map(\.href)
        var pages: [UInt64] = []
        for page in addresses.compactMap(CanonicalAddress.of).map({ StableHash.of($0.utf8) })
        where !pages.contains(page) {
            pages.append(page)
        }
        self.pages = Array(pages.prefix(Self.mostPages))
        let title = entry.title?.plain ?? ""
        let words = WordHashes(of: title).hashes
        self.title = words.isEmpty ? 0 : words.reduce(into: StableHash()) { $0.add($1) }.value
        let body = entry.content.first { !$0.value.isEmpty } ?? entry.summary
        text = body.flatMap { TextSignature(of: $0.plain) }
        isAtHome = entry.link.map { Self.isHome($0, of: hosts) } ?? true
    }

    /// Where a feed is at home: the host of its page. Its own address counts only where it names no page, since others
    /// may deliver it.
    static func hosts(of feed: Feed, address: String) -> Set<String> {
        let addresses = [feed.link ?? feed.links.first { $0.rel == "alternate" }?.href ?? address]
        return Set(addresses.compactMap { Address($0).authority.map(CanonicalAddress.host) })
    }

    private static func isHome(_ link: String, of hosts: Set<String>) -> Bool {
        guard let host = Address(link).authority.map(CanonicalAddress.host) else { return true }
        return hosts.contains { host == $0 || host.hasSuffix("." + $0) || $0.hasSuffix("." + host) }
    }

    private static let mostPages = 4
}

// As the store keeps it: little-endian words behind a number that says which layout it is.
extension MergeFacets {
    private static let layout: UInt8 = 1

    var bytes: [UInt8] {
        var bytes = [Self.layout, isAtHome ? 1 : 0, UInt8(pages.count), text == nil ? 0 : 1]
        for word in [id, title] + pages { Self.append(word, to: &bytes) }
        for minimum in text?.minima ?? [] { Self.append(minimum, to: &bytes) }
        return bytes
    }

    /// Nil for another layout: the entry then stands alone until its feed changes it.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 20, bytes[0] == Self.layout else { return nil }
        let count = Int(bytes[2])
        let hasText = bytes[3] == 1
        guard bytes.count == 20 + count * 8 + (hasText ? TextSignature.places * 4 : 0) else { return nil }
        isAtHome = bytes[1] == 1
        id = Self.word(in: bytes, at: 4)
        title = Self.word(in: bytes, at: 12)
        pages = (0..<count).map { Self.word(in: bytes, at: 20 + $0 * 8) }
        let start = 20 + count * 8
        text =
            hasText
            ? TextSignature(minima: (0..<TextSignature.places).map { Self.word(in: bytes, at: start + $0 * 4) }) : nil
    }

    private static func append(_ word: some FixedWidthInteger, to bytes: inout [UInt8]) {
        for shift in stride(from: 0, to: word.bitWidth, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: word >> shift))
        }
    }

    private static func word<Word: FixedWidthInteger>(in bytes: [UInt8], at start: Int) -> Word {
        (0..<Word.bitWidth / 8).reduce(0) { $0 | Word(truncatingIfNeeded: bytes[start + $1]) << ($1 * 8) }
    }
}
