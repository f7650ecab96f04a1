/// Takes a body in as it comes, decodes it, and counts its bytes before and after.
struct BodyCollector {
    private(set) var bytes: [UInt8] = []
    private(set) var wireBytes = 0
    private let limit: Int
    private var decompressor: Decompressor?

    init(limit: Int) { self.limit = limit }

    /// Takes the next bytes of a response whose headers say what they are.
    mutating func take(_ chunk: UnsafeRawBufferPointer, _ head: ResponseHead) throws(CodingError) {
        if wireBytes == 0 { try begin(head, unsafe Self.isGzip(chunk)) }
        wireBytes += chunk.count
        guard wireBytes <= limit else { throw .tooLarge }
        if let decompressor {
            unsafe try decompressor.decode(chunk, into: &bytes)
        } else {
            unsafe bytes.append(contentsOf: chunk)
        }
    }

    /// Counts the bytes of a body that is of no use; false once there are too many.
    mutating func ignore(_ count: Int) -> Bool {
        wireBytes += count
        return wireBytes <= FetchPolicy.maxIgnoredBytes
    }

    /// To be called when all has come.
    func finish(_ head: ResponseHead) throws(CodingError) {
        if let decompressor {
            try decompressor.finish()
        } else if head.coding != nil {
            // Coded, they say, and not a byte of it came.
            throw .truncated
        }
        if decompressor != nil, unsafe bytes.withUnsafeBytes({ unsafe Self.isGzip($0) }) { throw .damaged }
    }

    private mutating func begin(_ head: ResponseHead, _ isGzip: Bool) throws(CodingError) {
        if let length = head.contentLength {
            guard length <= limit else { throw .tooLarge }
            // A length that lies must not cost memory before the bytes are there.
            bytes.reserveCapacity(min(length, 1 << 20))
        }
        // Static files ending in .gz come compressed without saying so.
        if let coding = head.coding ?? (isGzip ? .gzip : nil) { decompressor = try Decompressor(coding, limit: limit) }
    }

    private static func isGzip(_ bytes: UnsafeRawBufferPointer) -> Bool { unsafe bytes.starts(with: [0x1f, 0x8b, 8]) }
}
