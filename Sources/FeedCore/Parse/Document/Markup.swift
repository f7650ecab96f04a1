/// Elements inside a text, written as markup again.
enum Markup {
    /// What stands inside `element`.
    static func inner(of element: Element) -> String {
        var result = ""
        append(text: element.text, to: &result)
        for child in element.children {
            append(child, inside: element, to: &result)
            append(text: child.tail, to: &result)
        }
        return result
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        append(text: text, to: &result)
        return result
    }

    private static func append(_ element: Element, inside parent: Element, to result: inout String) {
        result += "<"
        result += element.name.local
        // Prefixes mean nothing outside the document; MathML and SVG say what they are.
        if element.name.namespace != parent.name.namespace, foreign.contains(element.name.namespace) {
            result += " xmlns=\"" + element.name.namespace + "\""
        }
        for attribute in element.attributes { append(attribute, to: &result) }
        if void.contains(element.local) {
            result += " />"
            return
        }
        result += ">"
        append(text: element.text, to: &result)
        for child in element.children {
            append(child, inside: element, to: &result)
            append(text: child.tail, to: &result)
        }
        result += "</" + element.name.local + ">"
    }

    private static func append(_ attribute: XMLAttribute, to result: inout String) {
        result += " "
        if !attribute.name.prefix.isEmpty { result += attribute.name.prefix + ":" }
        result += attribute.name.local + "=\""
        append(text: attribute.value, quotes: true, to: &result)
        result += "\""
    }

    private static func append(text: String, quotes: Bool = false, to result: inout String) {
        guard
            text.utf8.contains(where: {
                $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">")
                    || $0 == UInt8(ascii: "\"")
            })
        else {
            result += text
            return
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\"") where quotes: bytes += "&quot;".utf8
            default: bytes.append(byte)
            }
        }
        result += String(decoding: bytes, as: UTF8.self)
    }

    private static let foreign: Set<String> = ["http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML"]

    /// HTML's elements without content; all others need an end tag, or an HTML parser nests what follows in them.
    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]
}
