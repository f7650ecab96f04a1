/// What an element inherits: `xml:base` and `xml:lang`. Shared by all elements that inherit the same.
final class Scope: Sendable {
    /// Absolute, if anything outside or inside the document said where it is.
    let base: String?
    /// BCP 47.
    let language: String?

    init(base: String? = nil, language: String? = nil) {
        self.base = base
        self.language = language
    }

    /// The scope inside an element with these attributes.
    func entering(_ attributes: [XMLAttribute], hasPlainBase: Bool = false) -> Scope {
        if attributes.isEmpty { return self }
        var base = base
        var language = language
        var isNew = false
        for attribute in attributes {
            let local = attribute.name.local
            if attribute.name.prefix.isEmpty ? hasPlainBase : attribute.name.prefix == "xml",
                local.equalsIgnoringCase("base")
            {
                base = Reference.base(attribute.value, against: base) ?? base
                isNew = true
            } else if attribute.name.prefix == "xml", local.equalsIgnoringCase("lang") {
                // An empty one cancels what is inherited.
                language = LanguageTag.normalized(attribute.value)
                isNew = true
            }
        }
        return isNew ? Scope(base: base, language: language) : self
    }

    func resolve(_ reference: String) -> String? { Reference.resolve(reference, against: base) }
}
