import Foundation

/// What the site's secrets say, found by the addresses that they are for.
struct SecretsIndex {
    private let site: Site
    private var byAddress: [String: Secret] = [:]
    private var byOrigin: [String: Secret] = [:]

    init(of site: Site) {
        self.site = site
        for secret in site.secrets {
            guard let address = try? WebAddress(secret.address) else { continue }
            if secret.isOrigin { byOrigin[address.origin] = secret } else { byAddress[address.text] = secret }
        }
    }

    /// Adds what the secrets say of the request's address; where there are none of its own, those of its origin.
    func complete(_ request: inout FetchRequest) {
        guard !byAddress.isEmpty || !byOrigin.isEmpty, let address = try? WebAddress(request.url),
            let secret = byAddress[address.text] ?? byOrigin[address.origin]
        else { return }
        request.headers += secret.headers
        request.trust.caFile = secret.caFile.map(path)
        request.trust.certificate = secret.certificate.map(path)
        request.trust.key = secret.key.map(path)
        request.trust.verifies = !secret.insecureTLS
    }

    private func path(_ file: String) -> String { site.file(file).path(percentEncoded: false) }
}
