/// Which addresses may stand in markup, and how they are written.
enum LinkPolicy {
    enum Use {
        /// Followed by the reader's own decision.
        case link
        /// Loaded at once.
        case resource
        /// Loaded at once; `data:` is not worth its size here.
        case sourceSet
    }

    /// The address to write for `value`, absolute if there is a base; nil if it may not stand.
    /// - Parameter value: Without characters that XML forbids.
    static func address(_ value: [UInt8], for use: Use, base: String?) -> [UInt8]? {
        var address = trimmed(value)
        if address.isEmpty, use != .link { return nil }
        switch scheme(of: address) {
        case .absent:
            address = Array(Address.resolve(String(decoding: address, as: UTF8.self), against: base).utf8)
            guard case .named(let scheme, let length) = scheme(of: address) else {
                // The page is most likely served as ours will be.
                return address.starts(with: [ASCII.slash, ASCII.slash]) ? Array("https:".utf8) + address : address
            }
            return allowed(address, scheme, length, use)
        case .named(let scheme, let length): return allowed(address, scheme, length, use)
        case .broken: return nil
        }
    }

    /// An `xml:base` attribute's value, resolved; nil if nothing could be resolved against it.
    static func base(_ value: [UInt8], within base: String?) -> String? {
        address(value, for: .resource, base: base).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func allowed(_ address: [UInt8], _ scheme: String, _ length: Int, _ use: Use) -> [UInt8]? {
        switch scheme {
        case "http", "https": return web(address, scheme, length)
        case "data": return use == .resource && isRasterImage(address[(length + 1)...]) ? address : nil
        default:
            guard use == .link, linkSchemes.contains(scheme) else { return nil }
            return Array(scheme.utf8) + address[length...]
        }
    }

    /// `http:/example.com`, `http:\\example.com` and the like are put right as browsers do.
    private static func web(_ address: [UInt8], _ scheme: String, _ length: Int) -> [UInt8]? {
        let rest = address[(length + 1)...]
        let host = rest.drop { $0 == ASCII.slash || $0 == UInt8(ascii: "\\") }
        let authority = host.prefix { $0 != ASCII.slash && $0 != ASCII.question && $0 != ASCII.hash }
        guard !authority.isEmpty, authority.contains(0x5B) == authority.contains(0x5D) else { return nil }
        if host.startIndex - rest.startIndex == 2, rest.starts(with: [ASCII.slash, ASCII.slash]),
            address[..<length].elementsEqual(scheme.utf8)
        {
            return address
        }
        return Array(scheme.utf8) + [ASCII.colon, ASCII.slash, ASCII.slash] + host
    }

    /// The rest of a `data:` address: a type that can hold no script.
    private static func isRasterImage(_ rest: ArraySlice<UInt8>) -> Bool {
        guard rest.contains(0x2C) else { return false }
        let type = rest.prefix { $0 != ASCII.semicolon && $0 != 0x2C }
        return rasterImages.contains(String(decoding: type, as: UTF8.self).lowercased())
    }

    /// Without the white space that browsers drop: around the address, and line breaks and tabs inside.
    private static func trimmed(_ value: [UInt8]) -> [UInt8] {
        guard let first = value.firstIndex(where: { $0 > ASCII.space }),
            let last = value.lastIndex(where: { $0 > ASCII.space })
        else { return [] }
        let inside = value[first...last]
        return inside.contains { $0 < ASCII.space } ? inside.filter { $0 >= ASCII.space } : Array(inside)
    }

    private enum Scheme {
        case absent
        /// Lower case, and the number of bytes before the colon.
        case named(String, Int)
        /// A colon where only that of a scheme may stand, behind something that is none.
        case broken
    }

    private static func scheme(of address: [UInt8]) -> Scheme {
        for (index, byte) in address.enumerated() {
            switch byte {
            case ASCII.colon:
                let name = address[..<index]
                guard let first = name.first, first.isASCIILetter, name.allSatisfy(isSchemeByte) else {
                    return .broken
                }
                return .named(String(decoding: name, as: UTF8.self).lowercased(), index)
            case ASCII.slash, ASCII.question, ASCII.hash: return .absent
            default: continue
            }
        }
        return .absent
    }

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "+") || byte == ASCII.dash
            || byte == UInt8(ascii: ".")
    }

    private static let linkSchemes: Set<String> = [
        "ftp", "gemini", "geo", "irc", "ircs", "magnet", "mailto", "matrix", "news", "nntp", "sip", "sms", "tel",
        "webcal", "xmpp",
    ]

    private static let rasterImages: Set<String> = ["image/avif", "image/gif", "image/jpeg", "image/png", "image/webp"]
}
