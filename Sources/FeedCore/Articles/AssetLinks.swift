/// The links of an article's markup that lead to files next to it.
enum AssetLinks {
    /// With the addresses under which those files are published; everything else stays byte for byte.
    static func rewritten(_ html: String, in draft: inout ArticleDraft) -> String {
        guard draft.file.folder != nil else { return html }
        var scanner = MarkupScanner(html)
        var result = ""
        var end = 0
        while let tag = scanner.next() {
            guard !tag.isEnd, !["base", "link"].contains(tag.name),
                let attributes = rewritten(tag.attributes.map { ($0.name, $0.value) }, in: &draft)
            else { continue }
            result += scanner.text(end..<tag.range.lowerBound)
            result += "<\(tag.name)"
            for (name, value) in attributes { result += " \(name)=\"\(value.htmlEscaped)\"" }
            result += tag.isEmpty ? " />" : ">"
            end = tag.range.upperBound
        }
        return end == 0 ? html : result + scanner.text(end..<html.utf8.count)
    }

    /// Nil if nothing changes.
    private static func rewritten(
        _ attributes: [(name: String, value: String)], in draft: inout ArticleDraft
    ) -> [(name: String, value: String)]? {
        var result = attributes
        var isChanged = false
        for (index, attribute) in attributes.enumerated() {
            let value: String?
            switch attribute.name {
            case "src", "href", "poster": value = draft.publishedAddress(of: attribute.value)
            case "srcset": value = sourceSet(attribute.value, in: &draft)
            default: value = nil
            }
            guard let value else { continue }
            result[index].value = value
            isChanged = true
        }
        return isChanged ? result : nil
    }

    private static func sourceSet(_ value: String, in draft: inout ArticleDraft) -> String? {
        var isChanged = false
        let candidates = SourceSet.candidates(in: Array(value.utf8)).map { candidate in
            var address = String(decoding: candidate.address, as: UTF8.self)
            if let published = draft.publishedAddress(of: address) {
                address = published
                isChanged = true
            }
            let descriptor = String(decoding: candidate.descriptor, as: UTF8.self)
            return descriptor.isEmpty ? address : "\(address) \(descriptor)"
        }
        return isChanged ? candidates.joined(separator: ", ") : nil
    }
}
