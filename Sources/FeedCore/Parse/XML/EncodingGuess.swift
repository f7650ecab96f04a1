import CUchardet

/// libuchardet's guess, for documents that declare no encoding or a wrong one.
enum EncodingGuess {
    /// How many bytes are enough to guess by.
    private static let sample = 256 << 10

    /// The name of an encoding; nil if the bytes give no hint.
    static func guess(_ bytes: [UInt8]) -> String? {
        guard let detector = unsafe uchardet_new() else { return nil }
        defer { unsafe uchardet_delete(detector) }
        let status = unsafe bytes.withUnsafeBytes { buffer in
            unsafe uchardet_handle_data(
                detector, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), min(buffer.count, sample))
        }
        guard status == 0 else { return nil }
        unsafe uchardet_data_end(detector)
        let name = unsafe String(cString: uchardet_get_charset(detector)).lowercased()
        return name.isEmpty || name == "ascii" ? nil : name
    }
}
