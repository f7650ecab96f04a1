import CBrotli

/// Brotli (RFC 7932), without its large-window extension.
@safe final class BrotliStream: CodingStream {
    private let state: OpaquePointer
    private(set) var isComplete = false

    init() throws(CodingError) {
        guard let state = unsafe BrotliDecoderCreateInstance(nil, nil, nil) else { throw .damaged }
        unsafe self.state = state
    }

    deinit { unsafe BrotliDecoderDestroyInstance(state) }

    func step(_ input: inout UnsafeRawBufferPointer, _ output: inout [UInt8]) throws(CodingError) -> Int {
        // Junk that a server appends is left.
        let source = unsafe isComplete ? UnsafeRawBufferPointer(start: nil, count: 0) : input
        let (result, left, written) = unsafe output.withUnsafeMutableBufferPointer { target in
            var available = source.count
            var next = unsafe source.baseAddress?.assumingMemoryBound(to: UInt8.self)
            var free = target.count
            var end = target.baseAddress
            let result = unsafe BrotliDecoderDecompressStream(state, &available, &next, &free, &end, nil)
            return (result, available, target.count - free)
        }
        isComplete = result == BROTLI_DECODER_RESULT_SUCCESS
        unsafe input = UnsafeRawBufferPointer(rebasing: source.suffix(isComplete ? 0 : left))
        guard result != BROTLI_DECODER_RESULT_ERROR else { throw .damaged }
        return written
    }
}
