/// Whom a request burdens: requests with the same key take turns.
enum HostKey {
    static func of(_ address: WebAddress) -> String { address.host }
}
