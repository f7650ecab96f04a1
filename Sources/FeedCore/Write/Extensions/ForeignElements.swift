/// Elements that no field of the model stands for, put back as they came: under their own namespace, and with nothing
/// in them that could be taken for the format itself or for a page.
struct ForeignElements: Sendable {
    /// Declared at the root before any of them is written.
    private(set) var namespaces: NamespaceTable

    /// - Parameter reserved: the namespaces that the format uses, with their prefixes.
    init(in entries: [RiverEntry], reserved: [(prefix: String, namespace: String)]) {
        namespaces = NamespaceTable(reserved)
        for item in entries {
            for element in item.entry.extensions { collect(element) }
        }
    }

    /// - Parameter used: gets the namespaces of what was written.
    func write(_ elements: [Extension], used: inout Set<String>, to xml: inout XMLSink) {
        for element in elements { write(element, used: &used, to: &xml) }
    }
}

extension ForeignElements {
    /// In these an element would speak as the merged feed itself, or bring active content.
    private static let refused: Set<String> = [
        "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "http://www.w3.org/1999/xhtml",
        "http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML", "http://www.w3.org/1999/XSL/Transform",
        "http://www.w3.org/1999/XML/xinclude", "http://www.w3.org/2001/XInclude", "http://www.w3.org/2000/xmlns/",
        "http://www.w3.org/XML/1998/namespace", "http://purl.org/syndication/history/1.0",
        "http://purl.org/atompub/tombstones/1.0", "http://purl.org/rss/1.0/",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    ]

    private mutating func collect(_ element: Extension) {
        if let namespace = namespace(of: element) {
            let prefix = element.prefix.flatMap { Self.isName($0) ? $0 : nil } ?? "ns"
            // Names that begin with "xml" are the standard's own (Namespaces in XML 1.0, section 3).
            namespaces.add(namespace, preferring: prefix.lowercased().hasPrefix("xml") ? "ns" : prefix)
        }
        for child in element.children { collect(child) }
    }

    /// Nil for an element that is not put back.
    private func namespace(of element: Extension) -> String? {
        guard let namespace = element.namespace, !namespace.isEmpty, !Self.refused.contains(namespace),
            Self.isName(element.name)
        else { return nil }
        return namespace
    }

    private func write(_ element: Extension, used: inout Set<String>, to xml: inout XMLSink) {
        guard let namespace = namespace(of: element), let prefix = namespaces.prefix(of: namespace) else { return }
        used.insert(namespace)
        let name = "\(prefix):\(element.name)"
        xml.start(name)
        for (name, value) in element.attributes.sorted(by: { $0.key < $1.key }) {
            // The prefix of another namespace means nothing here.
            let parts = name.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.allSatisfy({ Self.isName(String($0)) }) else { continue }
            if parts.count == 1, name != "xmlns" {
                xml.attribute(name, value)
            } else if parts.count == 2, String(parts[0]) == element.prefix {
                xml.attribute("\(prefix):\(parts[1])", value)
            }
        }
        if element.children.isEmpty {
            xml.text(element.value ?? "")
        } else {
            write(element.children, used: &used, to: &xml)
        }
        xml.end()
    }

    /// ASCII's part of NCName: enough for every name in use, and the same in every reader.
    private static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, isLetter(first) else { return false }
        return name.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }
}
