/// What may stay of a `style` attribute: not the attribute, which can cover a reader's whole page, but the attributes of
/// older HTML that say the same. Readers that strip every style honor these.
///
/// Colors go: a background without its text color, or either on a reader's dark page, makes text unreadable.
enum InlineStyle {
    /// `attributes` with what their `style` says for `element`, which overrides what they say themselves (CSS Cascade,
    /// section 6.3).
    static func applied(to attributes: [HTMLAttribute], of element: HTMLElement) -> [HTMLAttribute] {
        guard let style = attributes.first(where: { $0.name == .style })?.value else { return attributes }
        var attributes = attributes
        var start = 0
        while start < style.count {
            let end = style[start...].firstIndex(of: ASCII.semicolon) ?? style.count
            if let attribute = attribute(for: style[start..<end], in: style, on: element) {
                attributes.removeAll { $0.name == attribute.name }
                attributes.append(attribute)
            }
            start = end + 1
        }
        return attributes
    }

    private static func attribute(
        for declaration: ArraySlice<UInt8>, in style: [UInt8], on element: HTMLElement
    ) -> HTMLAttribute? {
        guard let colon = declaration.firstIndex(of: ASCII.colon), declaration.count <= longest,
            let property = token(declaration[..<colon]), let index = properties.index(of: style, in: property.indices)
        else { return nil }
        let rule = rules[Int(index)]
        guard rule.elements.contains(element), let value = token(declaration[(colon + 1)...]),
            let meant = rule.value(String(decoding: value, as: UTF8.self).lowercased())
        else { return nil }
        return HTMLAttribute(name: rule.attribute, value: Array(meant.utf8))
    }

    /// One word of letters, digits, and what numbers are made of; nil for more, and for escapes, strings, functions and
    /// comments, in which a value could hide.
    private static func token(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let word = bytes.drop(while: ASCII.isSpace).prefix { !ASCII.isSpace($0) }
        let rest = bytes[word.endIndex...].drop(while: ASCII.isSpace)
        let isPlain = word.allSatisfy {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.dash || $0 == UInt8(ascii: ".")
                || $0 == UInt8(ascii: "%")
        }
        guard isPlain, !word.isEmpty, rest.isEmpty || rest.elementsEqual("!important".utf8) else { return nil }
        return word
    }

    /// The longest declaration that can matter: `vertical-align: baseline !important`, with room for white space.
    private static let longest = 64

    // MARK: The table

    private struct Rule: Sendable {
        let property: String
        let attribute: AttributeName
        let elements: Set<HTMLElement>
        /// The attribute's value for the property's; nil if it may not stand.
        let value: @Sendable (String) -> String?
    }

    private static let properties = NameTable(rules.map { $0.property })

    private static let rules = [
        Rule(
            property: "text-align", attribute: .align,
            elements: [.div, .h1, .h2, .h3, .h4, .h5, .h6, .p, .tbody, .td, .tfoot, .th, .thead, .tr],
            value: oneOf(["center", "justify", "left", "right"])),
        Rule(property: "float", attribute: .align, elements: [.img, .table], value: oneOf(["left", "right"])),
        Rule(
            property: "vertical-align", attribute: .valign,
            elements: [.col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr],
            value: oneOf(["baseline", "bottom", "middle", "top"])),
        Rule(
            property: "width", attribute: .width, elements: [.col, .img, .table, .td, .th, .video], value: size),
        Rule(property: "height", attribute: .height, elements: [.img, .td, .th, .video], value: size),
    ]

    private static func oneOf(_ words: Set<String>) -> @Sendable (String) -> String? {
        { words.contains($0) ? $0 : nil }
    }

    /// Pixels up to 9999 or percents up to 100; `auto` takes the place of a number, so that an image keeps its shape.
    private static func size(_ value: String) -> String? {
        if value == "auto" { return "" }
        let isPercent = value.hasSuffix("%")
        guard isPercent || value.hasSuffix("px"), let number = Double(value.dropLast(isPercent ? 1 : 2)),
            (1...(isPercent ? 100 : 9999)).contains(number)
        else { return nil }
        return isPercent ? value : String(value.dropLast(2))
    }
}
