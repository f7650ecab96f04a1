/// One element of a feed or entry as it was written, with everything inside.
///
/// The text of mixed content stands where ElementTree keeps it: `text` before the first child, `tail` behind each.
struct Element {
    let name: XMLName
    let attributes: [XMLAttribute]
    let scope: Scope
    let line: Int
    var text = ""
    var children: [Element] = []
    var tail = ""

    init(_ start: XMLStartElement, scope: Scope) {
        name = start.name
        attributes = start.attributes
        self.scope = scope
        line = start.line
    }

    /// The local name in lower case.
    var local: String { name.folded }

    /// Adds character data at the end.
    mutating func append(_ data: String) {
        if children.isEmpty {
            if text.isEmpty { text = data } else { text += data }
        } else {
            children[children.count - 1].tail += data
        }
    }

    /// The value of an attribute without a namespace; `name` in lower case.
    subscript(name: StaticString) -> String? {
        for attribute in attributes where attribute.name.prefix.isEmpty {
            if attribute.name.local.equalsIgnoringCase(name) { return attribute.value }
        }
        return nil
    }

    /// The value of an attribute in RDF's namespace, or of its unqualified twin.
    func rdf(_ name: StaticString) -> String? {
        for attribute in attributes
        where attribute.name.prefix == "rdf" || attribute.name.namespace.hasSuffix("rdf-syntax-ns#") {
            if attribute.name.local.equalsIgnoringCase(name) { return attribute.value }
        }
        return self[name]
    }

    /// All character data inside, without the markup, trimmed and mended.
    var string: String {
        guard !children.isEmpty else { return Mojibake.mended(text.trimmed) }
        var result = ""
        collect(into: &result)
        return Mojibake.mended(result.trimmed)
    }

    /// `string`, if there is any.
    var value: String? {
        let text = string
        return text.isEmpty ? nil : text
    }

    /// The first child of that name, whatever its namespace; `name` in lower case.
    func child(_ name: String) -> Element? { children.first { $0.local == name } }

    /// The text as an absolute address.
    var address: String? { value.flatMap(scope.resolve)?.nonBlank }

    /// The text as an absolute identifier (RFC 4287, section 4.2.6): whatever it is, it is compared, never followed.
    var identifier: String? { value.map { Address.resolve($0, against: scope.base) } }

    /// The value of an attribute as an absolute address.
    func address(_ name: StaticString) -> String? { self[name].flatMap(scope.resolve)?.nonBlank }

    private func collect(into result: inout String) {
        result += text
        for child in children {
            child.collect(into: &result)
            result += child.tail
        }
    }
}

extension Element {
    /// The element as a part of the feed that only its author understands.
    var asExtension: Extension {
        var result = Extension(
            name: name.local, namespace: name.namespace.nonBlank, prefix: name.prefix.nonBlank)
        if !attributes.isEmpty {
            var values: [String: String] = [:]
            for attribute in attributes {
                let prefix = attribute.name.prefix
                values[prefix.isEmpty ? attribute.name.local : prefix + ":" + attribute.name.local] = attribute.value
            }
            result.attributes = values
        }
        result.value = Mojibake.mended(text.trimmed).nonBlank
        if !children.isEmpty { result.children = children.map(\.asExtension) }
        return result
    }
}
