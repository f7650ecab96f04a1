/// Reads `feeds/secrets.json`: an object with an address or origin as each key, and under it any of
/// `basic {user, password}`, `bearer`, `cookie`, `headers {NAME: VALUE}`, `caFile`, `certificate`, `key`, `insecureTLS`.
///
/// Everything odd is an error that says where, and none repeats a value: it may be a password in the wrong place.
struct SecretsReader {
    static let file = "feeds/secrets.json"

    private let bytes: [UInt8]

    static func read(_ bytes: [UInt8]) throws(SiteError) -> [Secret] {
        let document: JSON5Value
        do throws(JSON5Reader.Fault) {
            document = try JSON5Reader.read(bytes)
        } catch {
            throw SecretsReader(bytes: bytes).error(error.offset, "is not JSON: look at this place")
        }
        let reader = SecretsReader(bytes: bytes)
        return try reader.members(document, "the file").map { member throws(SiteError) in try reader.secret(member) }
    }
}

extension SecretsReader {
    private func secret(_ member: JSON5Value.Member) throws(SiteError) -> Secret {
        let address = Address(member.name)
        guard ["http", "https"].contains(address.scheme?.lowercased()), let authority = address.authority,
            !authority.isEmpty, !authority.contains("@"), address.fragment == nil
        else {
            throw error(
                member.offset, "each key must be a subscription's address or an origin such as https://site.example")
        }
        var secret = Secret(address: member.name, offset: member.offset)
        var authorizations = 0
        for field in try members(member.value, "an address") {
            switch field.name {
            case "basic":
                secret.headers.append(try basic(field))
                authorizations += 1
            case "bearer":
                secret.headers.append(.init(name: "Authorization", value: "Bearer \(try text(field))"))
                authorizations += 1
            case "cookie": secret.headers.append(.init(name: "Cookie", value: try text(field)))
            case "headers": secret.headers += try headers(field)
            case "caFile": secret.caFile = try text(field)
            case "certificate": secret.certificate = try text(field)
            case "key": secret.key = try text(field)
            case "insecureTLS": secret.insecureTLS = try flag(field)
            default: throw unknown(field, among: Self.keys)
            }
        }
        for header in secret.headers {
            if let fault = header.fault { throw error(member.value.offset, "a header to send here \(fault)") }
        }
        let names = secret.headers.map { $0.name.lowercased() }
        guard authorizations <= 1, Set(names).count == names.count else {
            throw error(member.value.offset, "sets one header twice; keep one of basic, bearer and headers")
        }
        guard secret.key == nil || secret.certificate != nil else {
            throw error(member.value.offset, "has a key without its certificate; add certificate: \"FILE\"")
        }
        guard !secret.insecureTLS || !secret.isOrigin else {
            throw error(member.value.offset, "insecureTLS is for one subscription's address, not for a whole origin")
        }
        return secret
    }

    private func basic(_ field: JSON5Value.Member) throws(SiteError) -> HeaderField {
        var (user, password) = (nil as String?, "")
        for part in try members(field.value, "basic") {
            switch part.name {
            case "user": user = try text(part)
            case "password": password = try text(part)
            default: throw unknown(part, among: ["user", "password"])
            }
        }
        guard let user, !user.utf8.contains(UInt8(ascii: ":")) else {
            throw error(field.value.offset, "basic must be { user: \"…\", password: \"…\" }, the user without a colon")
        }
        return .basic(user: user.utf8, password: password.utf8)
    }

    private func headers(_ field: JSON5Value.Member) throws(SiteError) -> [HeaderField] {
        try members(field.value, "headers").map { header throws(SiteError) in
            HeaderField(name: header.name, value: try text(header))
        }
    }

    private static let keys = ["basic", "bearer", "cookie", "headers", "caFile", "certificate", "key", "insecureTLS"]
}

extension SecretsReader {
    private func members(_ value: JSON5Value, _ what: String) throws(SiteError) -> [JSON5Value.Member] {
        guard case .object(let members) = value.kind else {
            throw error(value.offset, "\(what) must be an object, { … }")
        }
        return members
    }

    private func text(_ field: JSON5Value.Member) throws(SiteError) -> String {
        guard case .string(let text) = field.value.kind, !text.isEmpty else {
            throw error(field.value.offset, "'\(Excerpt.of(field.name))' must be a text in quotes")
        }
        return text
    }

    private func flag(_ field: JSON5Value.Member) throws(SiteError) -> Bool {
        guard case .bool(let flag) = field.value.kind else {
            throw error(field.value.offset, "'\(Excerpt.of(field.name))' must be true or false")
        }
        return flag
    }

    private func unknown(_ field: JSON5Value.Member, among known: [String]) -> SiteError {
        let advice =
            ConfigurationKeys.nearest(field.name, among: known).map { "did you mean '\($0)'?" }
            ?? "known here: \(known.joined(separator: ", "))"
        return error(field.offset, "'\(Excerpt.of(field.name))' is not a key of feedtool; \(advice)")
    }

    private func error(_ offset: Int, _ reason: String) -> SiteError {
        let place = TextPlace(of: offset, in: bytes)
        return SiteError(.configuration, Self.file, line: place.line, column: place.column, reason)
    }
}
