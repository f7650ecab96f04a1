import Foundation

/// Reads a text construct or content (RFC 4287, sections 3.1 and 4.1.3; Atom 0.3, section 3.1; RSS).
///
/// Markup is left as it is; the sanitizer runs later.
struct TextConstruct {
    let element: Element
    let dialect: Dialect
    /// What the element is unless it says otherwise.
    let usual: TextType

    var text: Text {
        let declared = declaredType
        let scope = enclosingDiv?.scope ?? element.scope
        let (value, type) = value(as: declared)
        let mended = Mojibake.mended(value.trimmed)
        return Text(
            mended, type: !dialect.isAtom && type == .text && LooksLikeHTML.check(mended) ? .html : type,
            language: scope.language, base: scope.base)
    }

    private var declaredType: TextType {
        guard let type = element["type"].map(MediaType.essence), !type.isEmpty else { return usual }
        switch type {
        case "text", "plain", "text/plain": return .text
        case "html", "text/html": return .html
        case "xhtml", "application/xhtml+xml": return .xhtml
        default: return .media(type)
        }
    }

    private func value(as declared: TextType) -> (String, TextType) {
        if isBase64(declared) { return (Self.decodedBase64(element.text) ?? element.text, declared) }
        guard !element.children.isEmpty else {
            // `mode="escaped"` of Atom 0.3: the text is the markup, whatever the type.
            let isText = declared == .xhtml && element["mode"]?.asciiLowercased != "escaped"
            return (isText ? Markup.escaped(element.text) : element.text, declared)
        }
        switch declared {
        case .html where isEscapedInsideDiv: return (element.string, .html)
        // TypePad put such a `div` around markup in RSS, too.
        case .text, .html: return (Markup.inner(of: (dialect == .atom03 ? nil : soleDiv) ?? element), .xhtml)
        case .xhtml: return (Markup.inner(of: enclosingDiv ?? element), .xhtml)
        case .media(let type):
            return (Markup.inner(of: element), MediaType.isXML(type) ? declared : .xhtml)
        }
    }

    /// RFC 4287, section 3.1.1.3: the `div` is not part of the text.
    private var enclosingDiv: Element? { dialect == .atom10 ? soleDiv : nil }

    /// The `div` that holds everything.
    private var soleDiv: Element? {
        guard element.children.count == 1, element.text.trimmed.isEmpty,
            let div = element.children.first, div.local == "div", div.tail.trimmed.isEmpty
        else { return nil }
        return div
    }

    /// TypePad wrapped escaped markup in a `div` of real markup.
    private var isEscapedInsideDiv: Bool {
        element.children.allSatisfy { $0.local == "div" && $0.children.isEmpty }
            && LooksLikeHTML.check(element.string)
    }

    /// RFC 4287, section 4.1.3.3, item 5, and Atom 0.3's `mode`.
    private func isBase64(_ type: TextType) -> Bool {
        guard element.children.isEmpty else { return false }
        if let mode = element["mode"]?.trimmed.asciiLowercased, !mode.isEmpty { return mode == "base64" }
        guard case .media(let name) = type else { return false }
        return !name.hasPrefix("text/") && !MediaType.isXML(name)
    }

    private static func decodedBase64(_ text: String) -> String? {
        guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters), !data.isEmpty else { return nil }
        return String(validating: data, as: UTF8.self)
    }
}
