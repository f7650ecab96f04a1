/// All that the merge has to know of an entry, computed once, when it is taken up: so small that 100,000 of them are
/// compared without decoding one entry.
///
/// Hashes are 0 where the entry does not say.
public struct MergeFacets: Equatable, Sendable {
    /// First, because it is aligned to its size; meaningless without the trait.
    private var bins = SIMD64<UInt8>()
    /// Of its id within the feed.
    var id: UInt64 = 0
    /// Of the page it is, and of a second address of the same page: `rel=canonical`, FeedBurner's `origLink`, a `guid` that
    /// is a permalink.
    var address: UInt64 = 0
    var alias: UInt64 = 0
    /// Of the page that it says it was made from (`rel=via`).
    var via: UInt64 = 0
    var title: UInt64 = 0
    /// Of every word of its text.
    var text: UInt64 = 0
    /// Seconds since 1970, as the feed says; 0 for unknown.
    var published: Int64 = 0
    var words: UInt32 = 0
    var titleWords: UInt8 = 0
    var traits: Traits = []

    init() {}

    /// Nil where the text is too short.
    var signature: TextSignature? {
        get { traits.contains(.signature) ? TextSignature(bins: bins) : nil }
        set {
            bins = newValue?.bins ?? SIMD64()
            if newValue == nil { traits.remove(.signature) } else { traits.insert(.signature) }
        }
    }

    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8

        /// The entry's page lies on the host that its feed is fetched from.
        static let homeByAddress = Traits(rawValue: 1)
        /// The entry's page lies on a host that the feed names as its own: anyone can say so.
        static let homeByClaim = Traits(rawValue: 2)
        /// The authority in the id is the host that the feed is fetched from.
        static let ownsID = Traits(rawValue: 4)
        /// No two feeds can have it by chance.
        static let globalID = Traits(rawValue: 8)
        /// The page is some site's first page.
        static let homePage = Traits(rawValue: 16)
        fileprivate static let signature = Traits(rawValue: 128)
    }
}

// The form in which they are stored: version, traits, title words, 0; words; seven numbers; the signature. All numbers
// are little-endian.
extension MergeFacets {
    static let size = 128
    private static let version: UInt8 = 2

    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.size)
        bytes += [Self.version, traits.rawValue, titleWords, 0]
        Self.append(words, to: &bytes)
        for number in [id, address, alias, via, title, text, UInt64(bitPattern: published)] {
            Self.append(number, to: &bytes)
        }
        for index in bins.indices { bytes.append(bins[index]) }
        return bytes
    }

    /// Nil for anything but what this version of the program wrote: the facets are to be computed anew then.
    public init?(bytes: RawSpan) {
        guard bytes.byteCount == Self.size, Self.number(bytes, at: 0) == Self.version else { return nil }
        traits = Traits(rawValue: Self.number(bytes, at: 1))
        titleWords = Self.number(bytes, at: 2)
        words = Self.number(bytes, at: 4)
        id = Self.number(bytes, at: 8)
        address = Self.number(bytes, at: 16)
        alias = Self.number(bytes, at: 24)
        via = Self.number(bytes, at: 32)
        title = Self.number(bytes, at: 40)
        text = Self.number(bytes, at: 48)
        published = Self.number(bytes, at: 56)
        bins = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 64, as: SIMD64<UInt8>.self)
    }

    private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        for shift in stride(from: 0, to: number.bitWidth, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    private static func number<Number: FixedWidthInteger & BitwiseCopyable>(
        _ bytes: RawSpan, at start: Int
    ) -> Number {
        Number(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: Number.self))
    }
}
