/// Decodes one body, piece by piece, and never gives more than `limit` bytes: a bomb costs what it decodes up to there.
///
/// Our own rather than libcurl's: that follows five codings in a row, lets a body through whose trailer is cut off, and
/// counts its size limit before decoding.
final class Decompressor {
    private let stream: any CodingStream
    private let limit: Int
    private var scratch = [UInt8](repeating: 0, count: 1 << 16)

    init(_ coding: ContentCoding, limit: Int) throws(CodingError) {
        self.limit = limit
        stream =
            switch coding {
            case .gzip: try ZlibStream(.gzip)
            case .deflate: try ZlibStream(.deflate)
            case .brotli: try BrotliStream()
            case .zstd: try ZstdStream()
            }
    }

    /// Decodes the next bytes of the body and appends what they give to `body`.
    func decode(_ bytes: UnsafeRawBufferPointer, into body: inout [UInt8]) throws(CodingError) {
        var input = unsafe bytes
        var written: Int
        repeat {
            written = unsafe try stream.step(&input, &scratch)
            guard body.count + written <= limit else { throw .tooLarge }
            body += scratch[..<written]
        } while unsafe !input.isEmpty || written == scratch.count
    }

    /// To be called after the last bytes: a body that stops early is an error, never half a feed taken as whole.
    func finish() throws(CodingError) {
        guard stream.isComplete else { throw .truncated }
    }
}
