/// The part of a rule that changes an entry.
struct RuleEditor: Sendable {
    let effect: RuleOutcome.Effect
    private let change: Change

    private enum Change: Sendable {
        case tag([Category])
        case category([Category])
        case template(String)
        case replace(Pattern, with: String)
        case strip(Sanitizer)
    }

    enum Edit {
        case unchanged
        case changed(Entry)
        case gaveUp
    }

    /// Nil for actions that leave the entry as it is.
    init?(compiling action: Rule.Action) throws(Pattern.Fault) {
        switch action {
        case .drop, .keep, .cap, .story: return nil
        case .tag(let terms): (effect, change) = (.tagged, .tag(terms.map { Category(term: $0) }))
        case .category(let terms): (effect, change) = (.categorized, .category(terms.map { Category(term: $0) }))
        case .retitle(.template(let template)): (effect, change) = (.retitled, .template(template))
        case .retitle(.replace(let pattern, let replacement)):
            let compiled = try Pattern.compile([pattern])
            guard let pattern = compiled.first else { return nil }
            (effect, change) = (.retitled, .replace(pattern, with: replacement))
        case .strip(let strip): (effect, change) = (.stripped, .strip(Sanitizer(stripping: strip)))
        }
    }

    func edit(_ subject: RuleSubject) -> Edit {
        var entry = subject.entry
        switch change {
        case .tag(let categories): entry.categories += categories.filter { !entry.categories.contains($0) }
        case .category(let categories): entry.categories = categories
        case .template(let template): retitle(&entry, Self.fill(template, from: subject))
        case .replace(let pattern, let replacement):
            guard let title = entry.title?.line else { return .unchanged }
            guard let new = pattern.replacing(in: title, with: replacement) else { return .gaveUp }
            if new != title { retitle(&entry, new) }
        case .strip(let sanitizer):
            entry.summary = entry.summary.map { Self.strip($0, sanitizer) }
            entry.content = entry.content.map { Self.strip($0, sanitizer) }
        }
        return entry == subject.entry ? .unchanged : .changed(entry)
    }
}

extension RuleEditor {
    /// A title that would be empty stays.
    private func retitle(_ entry: inout Entry, _ title: String) {
        let title = Text(PlainText.clean(title)).line
        guard !title.isEmpty, title != entry.title?.line else { return }
        entry.title = Text(title, language: entry.title?.language)
    }

    private static func fill(_ template: String, from subject: RuleSubject) -> String {
        let authors = subject.entry.authors.compactMap(\.name).joined(separator: ", ")
        // In one pass: what is put in is not read again.
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            rest = rest[open...]
            let values = [
                "{title}": subject.entry.title?.line ?? "", "{feed}": subject.feed.title, "{author}": authors,
            ]
            if let (name, value) = values.first(where: { rest.hasPrefix($0.key) }) {
                result += value
                rest = rest.dropFirst(name.count)
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result + rest
    }

    private static func strip(_ text: Text, _ sanitizer: Sanitizer) -> Text {
        guard text.type.isMarkup else { return text }
        var text = text
        text.value = sanitizer.sanitize(text.value).html
        return text
    }
}

extension Sanitizer {
    /// For what is sanitized already: takes out what a rule says and leaves the rest as it is.
    fileprivate init(stripping strip: Rule.Strip) {
        var options = Options(removesTrackers: false, embeddedPlayers: Set(PlayerService.allCases))
        options.keepsClasses = true
        options.unwanted = Unwanted(elements: strip.elements, classes: strip.classes)
        self.init(options: options)
    }
}
