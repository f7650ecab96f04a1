/// The namespace declarations in scope (Namespaces in XML 1.0, section 6).
struct XMLNamespaces {
    /// Innermost last.
    private var bindings: [(prefix: Substring, uri: String)] = [("xml", "http://www.w3.org/XML/1998/namespace")]
    /// For each open element, how many bindings were there before it.
    private var marks: [Int] = []
    /// Names that were resolved since the last change of the bindings: documents use few names, many times.
    private var elements: [String: XMLName] = [:]
    private var attributes: [String: XMLName] = [:]

    /// Takes up what an element declares.
    ///
    /// - Returns: whether there are declarations among its attributes.
    mutating func enter(_ attributes: [String: String]) -> Bool {
        marks.append(bindings.count)
        var declares = false
        for (name, value) in attributes where Self.isDeclaration(name) {
            bindings.append((name.dropFirst(6), value))
            declares = true
        }
        if declares { forget() }
        return declares
    }

    mutating func leave() {
        guard let mark = marks.popLast(), mark < bindings.count else { return }
        bindings.removeLast(bindings.count - mark)
        forget()
    }

    /// A name whose prefix is not declared has no namespace and keeps its prefix.
    mutating func resolve(_ name: String, isAttribute: Bool) -> (name: XMLName, isDeclared: Bool) {
        if let known = isAttribute ? attributes[name] : elements[name] { return (known, true) }
        let colon = name.utf8.firstIndex(of: UInt8(ascii: ":"))
        let prefix = colon.map { name[..<$0] } ?? ""
        let local = colon.map { name[name.utf8.index(after: $0)...] } ?? Substring(name)
        var uri: String? = ""
        // The default namespace is not that of attributes.
        if !(isAttribute && prefix.isEmpty) { uri = bindings.last { $0.prefix == prefix }?.uri }
        let result = XMLName(namespace: uri ?? "", prefix: String(prefix), local: String(local))
        guard uri != nil || prefix.isEmpty else { return (result, false) }
        if isAttribute { attributes[name] = result } else { elements[name] = result }
        return (result, true)
    }

    static func isDeclaration(_ name: String) -> Bool {
        guard name.utf8.starts(with: "xmlns".utf8) else { return false }
        return name.utf8.count == 5 || name.utf8.dropFirst(5).first == UInt8(ascii: ":")
    }

    private mutating func forget() {
        elements.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
    }
}
