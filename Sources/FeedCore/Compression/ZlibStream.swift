import CZlib

/// gzip (RFC 1952, any number of members) and deflate (RFC 9110's zlib form, or raw as some servers send it).
@safe final class ZlibStream: CodingStream {
    enum Form { case gzip, deflate }

    private let stream: UnsafeMutablePointer<z_stream>
    private let form: Form
    private var started = false
    private(set) var isComplete = false

    init(_ form: Form) throws(CodingError) {
        self.form = form
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        guard unsafe czlib_inflate_init(stream, form == .gzip ? 15 + 16 : 15) == Z_OK else { throw .damaged }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    func step(_ input: inout UnsafeRawBufferPointer, _ output: inout [UInt8]) throws(CodingError) -> Int {
        if let first = unsafe input.first, !begin(with: first) {
            unsafe input = UnsafeRawBufferPointer(start: nil, count: 0)
        }
        guard !isComplete else { return 0 }
        let (status, written) = unsafe inflateOnce(&input, &output)
        switch status {
        case Z_STREAM_END: isComplete = true
        case Z_OK, Z_BUF_ERROR: break
        default: throw .damaged
        }
        return written
    }

    /// Looks at the next byte where something may begin; false if what follows is none of ours: behind a complete
    /// stream comes another member of gzip, or junk that some servers append.
    private func begin(with first: UInt8) -> Bool {
        if isComplete {
            guard form == .gzip, first == 0x1f else { return false }
            unsafe inflateReset(stream)
            isComplete = false
        } else if !started, form == .deflate, first & 0x0f != 8 || first >> 4 > 7 {
            // No zlib header (method 8, window of at most 32 KiB): raw deflate.
            unsafe inflateReset2(stream, -15)
        }
        started = true
        return true
    }

    private func inflateOnce(_ input: inout UnsafeRawBufferPointer, _ output: inout [UInt8]) -> (Int32, Int) {
        let source = unsafe input
        let (status, left, written) = unsafe output.withUnsafeMutableBufferPointer { target in
            let bytes = unsafe source.baseAddress?.assumingMemoryBound(to: UInt8.self)
            unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes)
            unsafe stream.pointee.avail_in = UInt32(source.count)
            unsafe stream.pointee.next_out = target.baseAddress
            unsafe stream.pointee.avail_out = UInt32(target.count)
            let status = unsafe inflate(stream, Z_NO_FLUSH)
            return unsafe (status, Int(stream.pointee.avail_in), target.count - Int(stream.pointee.avail_out))
        }
        unsafe input = UnsafeRawBufferPointer(rebasing: source.suffix(left))
        return (status, written)
    }
}
