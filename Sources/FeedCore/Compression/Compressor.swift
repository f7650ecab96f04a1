import CBrotli
import CZlib

/// Compresses whole files, for web servers that send them as they are. Equal bytes give equal bytes: no name and no
/// time stands in them.
enum Compressor {
    /// A fast middle: the highest levels take fifty times as long for a tenth less.
    private static let gzipLevel: Int32 = 4
    private static let brotliQuality: Int32 = 3

    /// gzip (RFC 1952); nil if the result would not be smaller.
    static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = unsafe z_stream()
        guard unsafe czlib_gzip_init(&stream, gzipLevel) == Z_OK else { return nil }
        defer { unsafe deflateEnd(&stream) }
        return unsafe smaller(than: bytes) { source, target in
            unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            unsafe stream.avail_in = UInt32(source.count)
            unsafe stream.next_out = target.baseAddress
            unsafe stream.avail_out = UInt32(target.count)
            guard unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END else { return nil }
            return unsafe target.count - Int(stream.avail_out)
        }
    }

    /// Brotli (RFC 7932); nil if the result would not be smaller.
    static func brotli(_ bytes: [UInt8]) -> [UInt8]? {
        unsafe smaller(than: bytes) { source, target in
            var size = target.count
            let isDone = unsafe BrotliEncoderCompress(
                brotliQuality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, source.count, source.baseAddress, &size,
                target.baseAddress)
            return isDone == BROTLI_TRUE ? size : nil
        }
    }

    /// Gives `compress` one byte less than there is, so that it fails where it does not pay.
    private static func smaller(
        than bytes: [UInt8],
        _ compress: (UnsafeBufferPointer<UInt8>, UnsafeMutableBufferPointer<UInt8>) -> Int?
    ) -> [UInt8]? {
        guard bytes.count > 1, bytes.count <= Int(UInt32.max) else { return nil }
        var isSmaller = false
        let result = unsafe [UInt8](unsafeUninitializedCapacity: bytes.count - 1) { target, count in
            let size = unsafe bytes.withUnsafeBufferPointer { source in unsafe compress(source, target) }
            isSmaller = size != nil
            count = size ?? 0
        }
        return isSmaller ? result : nil
    }
}
