/// What `feeds/secrets.json` says about one address: never printed, published or stored.
public struct Secret: Sendable, Equatable {
    /// As written, without a fragment: a subscription's address, or an origin (`https://HOST`, no path) for all of its.
    let address: String
    /// Of the address in the file, in bytes.
    let offset: Int
    /// Credentials among them.
    var headers: [HeaderField] = []
    /// PEM files, as written: relative to the site or absolute.
    var caFile: String?
    var certificate: String?
    var key: String?
    /// Accept any certificate of the server's.
    var insecureTLS = false

    /// Whether it stands for all addresses of its scheme, host and port.
    var isOrigin: Bool { Address(address).path.isEmpty && Address(address).query == nil }
}
