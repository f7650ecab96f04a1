/// What the scheme of an IRI that names rather than locates asks for, beyond what RFC 3987 does.
enum NameSyntax {
    /// What is wrong with a well-formed IRI; nil if nothing, or if its scheme is none of these.
    static func fault(in name: String) -> ValueFault? {
        switch name.utf8.first {
        case UInt8(ascii: "u"), UInt8(ascii: "U"), UInt8(ascii: "t"), UInt8(ascii: "T"): break
        default: return nil
        }
        let address = Address(name)
        switch address.scheme?.lowercased() {
        case "urn": return urn(address.path)
        case "tag": return tag(address.path)
        default: return nil
        }
    }

    /// RFC 8141, section 2: `urn:NID:NSS`, of which the UUIDs (RFC 9562, section 4) have their own form.
    private static func urn(_ path: Substring) -> ValueFault? {
        let parts = path.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let namespace = parts[0]
        let isName =
            (2...32).contains(namespace.utf8.count) && namespace.first != "-" && namespace.last != "-"
            && namespace.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
        guard isName, parts.count == 2, !parts[1].isEmpty else {
            return ValueFault(.invalidAddress, "no URN such as urn:isbn:9780306406157 (RFC 8141)", .warning)
        }
        guard namespace.lowercased() == "uuid" else { return nil }
        return isUUID(parts[1])
            ? nil : ValueFault(.invalidAddress, "no UUID of 8-4-4-4-12 hexadecimal digits", .warning)
    }

    static func isUUID(_ text: Substring) -> Bool {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.utf8.count) == [8, 4, 4, 4, 12]
            && groups.joined().allSatisfy { $0.isASCII && $0.isHexDigit }
    }

    /// RFC 4151, section 2.1: `tag:authority,date:specific`.
    private static func tag(_ path: Substring) -> ValueFault? {
        let fault = ValueFault(.invalidAddress, "no tag URI such as tag:site.example,2026:post-1 (RFC 4151)", .warning)
        let parts = path.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let comma = parts[0].lastIndex(of: ","), comma > parts[0].startIndex else {
            return fault
        }
        let date = parts[0][comma...].dropFirst().split(separator: "-", omittingEmptySubsequences: false)
        let isDate =
            [[4], [4, 2], [4, 2, 2]].contains(date.map(\.utf8.count))
            && date.joined().utf8.allSatisfy(\.isASCIIDigit)
        return isDate ? nil : fault
    }
}
