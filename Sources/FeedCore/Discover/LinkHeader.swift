/// The `Link` header of a response (RFC 8288), as far as it announces feeds.
///
/// What WebSub says there (`rel="hub"`, `rel="self"`) is about the document at hand and announces nothing.
enum LinkHeader {
    static func feeds(in header: String, at address: String) -> [Candidate] {
        var rest = Substring(header)
        var found: [Candidate] = []
        while found.count < ParseLimits.feedLinks, let link = next(&rest) {
            let relations = link.parameters["rel"]?.lowercased().split(separator: " ") ?? []
            let type = MediaType.essence(link.parameters["type"] ?? "")
            guard relations.contains("feed") || relations.contains("alternate") && FeedLinks.types.contains(type) else {
                continue
            }
            let target = Address.resolve(link.target, against: address)
            found.append(Candidate(address: target, title: link.parameters["title"], origin: .declared))
        }
        return found
    }

    /// `<TARGET>; NAME=VALUE; NAME="VALUE", <TARGET>…`: the first of a name counts (section 3).
    private static func next(_ rest: inout Substring) -> (target: String, parameters: [String: String])? {
        guard let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") else { return nil }
        let target = rest[open..<close].dropFirst()
        rest = rest[close...].dropFirst()
        var parameters: [String: String] = [:]
        while true {
            rest = rest.drop { $0.isWhitespace }
            guard rest.first == ";" else { break }
            rest = rest.dropFirst().drop { $0.isWhitespace }
            let name = take(&rest) { $0 != "=" && $0 != ";" && $0 != "," && !$0.isWhitespace }.lowercased()
            rest = rest.drop { $0.isWhitespace }
            let value = rest.first == "=" ? value(&rest) : ""
            if parameters[name] == nil { parameters[name] = value }
        }
        return (String(target.stripped), parameters)
    }

    /// Behind a `=`: a token, or a quoted string with its escapes (RFC 9110, section 5.6.4).
    private static func value(_ rest: inout Substring) -> String {
        rest = rest.dropFirst().drop { $0.isWhitespace }
        guard rest.first == "\"" else { return String(take(&rest) { $0 != ";" && $0 != "," && !$0.isWhitespace }) }
        rest = rest.dropFirst()
        var text = ""
        while let character = rest.popFirst(), character != "\"" {
            guard let next = character == "\\" ? rest.popFirst() : character else { break }
            text.append(next)
        }
        return text
    }

    private static func take(_ rest: inout Substring, while isWanted: (Character) -> Bool) -> Substring {
        let taken = rest.prefix(while: isWanted)
        rest = rest[taken.endIndex...]
        return taken
    }
}
