import CZstd

/// Zstandard (RFC 8878), with the 8 MiB window that RFC 9659 sets for the web: a larger one costs memory before its
/// first byte.
@safe final class ZstdStream: CodingStream {
    private let context: OpaquePointer
    private(set) var isComplete = false

    init() throws(CodingError) {
        guard let context = unsafe ZSTD_createDCtx() else { throw .damaged }
        unsafe self.context = context
        unsafe ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 23)
    }

    deinit { unsafe ZSTD_freeDCtx(context) }

    func step(_ input: inout UnsafeRawBufferPointer, _ output: inout [UInt8]) throws(CodingError) -> Int {
        let source = unsafe input
        let (result, taken, written) = unsafe output.withUnsafeMutableBytes { target in
            var from = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
            var to = unsafe ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
            let result = unsafe ZSTD_decompressStream(context, &to, &from)
            return unsafe (result, from.pos, to.pos)
        }
        guard ZSTD_isError(result) == 0 else { throw .damaged }
        // A call that had nothing to do asks for the next frame, which does not make the last one incomplete.
        if taken > 0 || written > 0 { isComplete = result == 0 }
        unsafe input = UnsafeRawBufferPointer(rebasing: source.dropFirst(taken))
        return written
    }
}
