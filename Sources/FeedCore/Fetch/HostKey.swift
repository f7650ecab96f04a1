import CPSL

/// Whom a request burdens: requests with the same key take turns.
enum HostKey {
    /// The registrable domain, by the public suffix list: `a.example.co.uk` and `b.example.co.uk` are one operator's,
    /// two blogs under `github.io` are not. An address in numbers stands for itself, with its port: behind one of a
    /// private network there may be many servers.
    static func of(_ address: WebAddress) -> String {
        guard address.literal == nil else { return "\(address.host):\(address.port)" }
        return unsafe address.host.withCString { host in
            guard let domain = unsafe psl_registrable_domain(psl_builtin(), host) else { return address.host }
            return unsafe String(cString: domain)
        }
    }
}
