/// Writes a start tag with what may stay of its attributes.
struct AttributeFilter {
    let options: Sanitizer.Options
    /// The host that the text comes from.
    private let site: String?
    var removed = Sanitizer.Removed()
    /// How many bytes resolving may still add. A base of four kilobytes would make gigabytes of a list of `href="a"`.
    private var budget: Int

    init(options: Sanitizer.Options, budget: Int) {
        self.options = options
        site = options.base.flatMap { WebHost(Array($0.utf8))?.shortName }
        self.budget = budget
    }

    /// Appends the tag to `output`.
    /// - Parameter base: What the element's addresses are relative to, but for its own `xml:base`.
    /// - Returns: The base inside the element.
    mutating func write(_ tag: HTMLTag, base: String?, to output: inout [UInt8]) -> String? {
        let base = self.base(of: tag, within: base)
        output += tag.element.startOfTag
        if !tag.attributes.isEmpty { writeAttributes(of: tag, base: base, to: &output) }
        // Without its controls a player cannot be played, as `autoplay` never stays.
        if tag.element == .audio || tag.element == .video, tag[.controls] == nil {
            Self.write(.controls, [], to: &output)
        }
        if tag.element.has(.void) { output.append(ASCII.slash) }
        output.append(ASCII.greater)
        return base
    }

    private mutating func writeAttributes(of tag: HTMLTag, base: String?, to output: inout [UInt8]) {
        var hasLanguage = false
        var isLink = false
        for attribute in InlineStyle.applied(to: tag.attributes, of: tag.element) {
            var name = attribute.name
            if name == .xmlLang { name = .lang }
            guard Safelist.allows(name, on: tag.element), name != .lang || !hasLanguage else { continue }
            guard let value = value(of: attribute, named: name, base: base) else { continue }
            hasLanguage = hasLanguage || name == .lang
            isLink = isLink || name == .href
            Self.write(name, value, to: &output)
        }
        if isLink { output += Self.relations }
    }

    private func base(of tag: HTMLTag, within base: String?) -> String? {
        guard let own = tag[.xmlBase] else { return base }
        return LinkPolicy.base(own, within: base) ?? base
    }

    /// The value to write, nil if the attribute has to go.
    private mutating func value(of attribute: HTMLAttribute, named name: AttributeName, base: String?) -> [UInt8]? {
        let value = attribute.value
        if attribute.isJudged { return value }
        switch name.kind {
        case .link, .resource:
            return address(value, name.kind == .resource ? .resource : .link, base: base)
        case .sourceSet:
            return sourceSet(value, base: base)
        case .number: return Self.number(value)
        case .token:
            return value.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.hash || $0 == ASCII.dash }
                ? value : nil
        case .flag: return []
        case .text: return value
        case .classes: return options.keepsClasses ? value : nil
        case .hidden: return nil
        }
    }

    private mutating func sourceSet(_ value: [UInt8], base: String?) -> [UInt8]? {
        var list: [UInt8] = []
        for candidate in SourceSet.candidates(in: value) {
            guard let url = address(candidate.address, .sourceSet, base: base) else { continue }
            if !list.isEmpty { list += [0x2C, ASCII.space] }
            list += SourceSet.written(url)
            if !candidate.descriptor.isEmpty { list += [ASCII.space] + candidate.descriptor }
        }
        return list.isEmpty ? nil : list
    }

    private mutating func address(_ value: [UInt8], _ use: LinkPolicy.Use, base: String?) -> [UInt8]? {
        guard let address = LinkPolicy.address(value, for: use, base: base), budget >= address.count - value.count
        else {
            removed.addresses += 1
            return nil
        }
        budget -= max(0, address.count - value.count)
        guard options.removesTrackers, let clean = Trackers.cleaned(address, from: site) else { return address }
        removed.count(clean)
        return clean.address
    }

    /// Digits with a sign, a fraction, a percent sign; `px` goes.
    private static func number(_ value: [UInt8]) -> [UInt8]? {
        var digits = value.filter { !ASCII.isSpace($0) }
        if digits.suffix(2).elementsEqual("px".utf8) { digits.removeLast(2) }
        let isNumber = digits.allSatisfy {
            $0.isASCIIDigit || $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "+")
                || $0 == ASCII.dash
        }
        return isNumber && digits.contains(where: \.isASCIIDigit) ? digits : nil
    }

    private static func write(_ name: AttributeName, _ value: [UInt8], to output: inout [UInt8]) {
        output += name.beginning
        if value.span.end(ofRunFrom: 0, where: endsPlainText) == value.count {
            output += value
        } else {
            for byte in value { escape(byte, to: &output) }
        }
        output.append(ASCII.quote)
    }

    private static func endsPlainText(_ byte: UInt8) -> UInt8 {
        UInt8(byte < 0x20) | UInt8(byte == ASCII.quote) | UInt8(byte == ASCII.ampersand) | UInt8(byte == ASCII.less)
            | UInt8(byte == ASCII.greater)
    }

    private static func escape(_ byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case ASCII.quote: output += quote
        case ASCII.ampersand: output += MarkupBuilder.ampersand
        case ASCII.less: output += MarkupBuilder.less
        case ASCII.greater: output += MarkupBuilder.greater
        // XML reads a bare one as a space.
        case ASCII.tab: output += tab
        case ASCII.newline: output += newline
        default: output.append(byte)
        }
    }

    private static let quote = Array("&quot;".utf8)
    private static let tab = Array("&#9;".utf8)
    private static let newline = Array("&#10;".utf8)
    /// A page that is linked to learns nothing of the reader, and gains nothing from the link.
    private static let relations = Array(" rel=\"noopener noreferrer nofollow ugc\"".utf8)
}

// MARK: What an element is

extension AttributeFilter {
    /// Puts the address that a link or an image would be written with in the place of its own, for `isPixel` and
    /// `isShareLink`: what is resolved, mended or unwrapped may turn out to be either.
    mutating func resolve(_ tag: inout HTMLTag, base: String?) {
        let name = tag.element == .a ? AttributeName.href : .src
        guard options.removesTrackers, let index = tag.attributes.firstIndex(where: { $0.name == name }) else { return }
        if let written = value(of: tag.attributes[index], named: name, base: self.base(of: tag, within: base)) {
            tag.attributes[index] = HTMLAttribute(name: name, value: written, isJudged: true)
        } else {
            tag.attributes.remove(at: index)
        }
    }

    /// An image that only tells its host that somebody reads.
    func isPixel(_ tag: HTMLTag) -> Bool {
        guard options.removesTrackers else { return false }
        if isTiny(tag[.width]), isTiny(tag[.height]) { return true }
        if let style = tag[.style], Pixels.isHidden(style) { return true }
        guard let source = tag[.src] else { return false }
        return Pixels.isBeacon(source)
    }

    func isShareLink(_ tag: HTMLTag) -> Bool {
        guard options.removesTrackers, let href = tag[.href] else { return false }
        return ShareLinks.matches(href)
    }

    /// What stands for a frame, if it is a known player.
    func player(_ tag: HTMLTag, base: String?) -> Player? {
        guard let source = tag[.src],
            let address = LinkPolicy.address(source, for: .resource, base: base)
        else { return nil }
        return Player(address: String(decoding: address, as: UTF8.self), tag: tag, embedded: options.embeddedPlayers)
    }

    private func isTiny(_ size: [UInt8]?) -> Bool {
        guard let size else { return false }
        let digits = size.prefix(while: \.isASCIIDigit)
        guard digits.elementsEqual("0".utf8) || digits.elementsEqual("1".utf8) else { return false }
        let unit = size[digits.endIndex...]
        return unit.isEmpty || unit.elementsEqual("px".utf8)
    }
}
