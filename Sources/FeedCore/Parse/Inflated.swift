/// Documents that came compressed although nobody said so.
enum Inflated {
    /// The bytes themselves, unless they are gzip data: then what is in them, as far as it can be read.
    static func document(_ bytes: [UInt8]) throws(ParseError) -> [UInt8] {
        guard bytes.starts(with: [0x1F, 0x8B]) else { return bytes }
        var result: [UInt8] = []
        let error = unsafe bytes.withUnsafeBytes { buffer -> CodingError? in
            do throws(CodingError) {
                unsafe try Decompressor(.gzip, limit: ParseLimits.inflated).decode(buffer, into: &result)
                return nil
            } catch {
                return error
            }
        }
        // Data that breaks off is worth what came before.
        guard error != .tooLarge, !result.isEmpty else { throw ParseError(found: "gzip data") }
        return result
    }
}
