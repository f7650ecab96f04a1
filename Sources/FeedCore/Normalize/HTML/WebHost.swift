/// The host and the path of a web address, as far as a list of known hosts needs them. Every link and image of every
/// entry is looked at, so the rest is not taken apart.
struct WebHost {
    /// Lower case.
    let name: String
    /// With the query, if there is one.
    let path: ArraySlice<UInt8>

    /// Nil for other schemes, and for references without a host.
    init?(_ address: [UInt8]) {
        let start = address.drop { $0 <= ASCII.space }
        guard let slash = start.prefix(7).firstIndex(of: ASCII.slash), slash + 1 < address.count,
            address[slash + 1] == ASCII.slash
        else { return nil }
        let host = address[(slash + 2)...].prefix {
            $0 != ASCII.slash && $0 != ASCII.question && $0 != ASCII.hash && $0 != ASCII.colon
        }
        guard !host.isEmpty else { return nil }
        name = String(decoding: host, as: UTF8.self).lowercased()
        path = address[host.endIndex...]
    }

    /// The name without `www.`.
    var shortName: String { name.hasPrefix("www.") ? String(name.dropFirst(4)) : name }

    func isUnder(_ prefix: String) -> Bool { path.starts(with: prefix.utf8) }
}
