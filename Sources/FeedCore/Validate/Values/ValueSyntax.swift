/// The forms that specifications give to values.
indirect enum ValueSyntax: Sendable {
    /// Anything, also nothing.
    case text
    /// Anything but white space alone.
    case filled
    /// Plain text, which some write markup into.
    case plain
    /// The same, of which no more than so many characters are shown.
    case short(Int)
    case rfc3339, rfc822, w3cdtf
    /// An absolute IRI.
    case iri
    /// An absolute IRI with `http` or `https`.
    case webAddress
    /// An IRI or a relative reference.
    case reference
    /// The same, but relative ones are asking for trouble.
    case absoluteReference
    /// RFC 4287, section 4.2.7.2: a registered name, or an IRI.
    case linkRelation
    case language
    case mediaType
    /// An address, with or without the name in brackets behind it.
    case contact
    case email
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    /// One of these words; in any letter case if `folded`.
    case word([String], folded: Bool = false)
    /// `H:MM:SS`, `M:SS` or seconds.
    case duration
    /// RFC 2326's normal play time: seconds or `H:MM:SS.fraction`.
    case playTime
    case coordinates(CoordinateSyntax)
    /// Whole numbers between commas.
    case integers
    /// Text, which is right in a certain form only: `test` says whether, `hint` what is wanted.
    case form(hint: String, test: @Sendable (String) -> Bool)

    static let count = ValueSyntax.integer(0...Int.max)
    static let positive = ValueSyntax.integer(1...Int.max)
    static let yesNo = ValueSyntax.word(["yes", "no"], folded: true)
    static let boolean = ValueSyntax.word(["true", "false"])
}

extension ValueSyntax {
    /// What is wrong with the value; nil if nothing. White space around it is part of it.
    func fault(in text: String) -> ValueFault? {
        switch self {
        case .text: return nil
        case .filled: return emptiness(of: text)
        case .plain, .short: return emptiness(of: text) ?? textFault(in: text)
        case .rfc3339: return StrictDate.rfc3339(text)
        case .rfc822: return StrictDate.rfc822(text)
        case .w3cdtf: return StrictDate.w3cdtf(text)
        case .iri, .webAddress, .reference, .absoluteReference: return addressFault(in: text)
        case .linkRelation: return relationFault(in: text)
        case .language:
            guard LanguageTag.isWellFormed(text) else {
                return ValueFault(.invalidLanguage, "no language tag (BCP 47) such as en or pt-BR")
            }
            return LanguageCodes.isRegistered(text)
                ? nil : ValueFault(.invalidLanguage, "no language that is registered (BCP 47)", .warning)
        case .mediaType:
            return MediaType.isWellFormed(text)
                ? nil : ValueFault(.invalidMediaType, "no media type such as audio/mpeg")
        case .contact, .email: return mailFault(in: text)
        default: return numberFault(in: text) ?? wordFault(in: text)
        }
    }

    /// The text, if it has this form: what feeds say goes out again only where it means something.
    func accepted(_ text: String?) -> String? {
        guard let text, fault(in: text)?.severity != .error else { return nil }
        return text
    }

    private func emptiness(of text: String) -> ValueFault? {
        text.trimmed.isEmpty ? ValueFault(.missingValue, "empty", .warning) : nil
    }

    private func textFault(in text: String) -> ValueFault? {
        if LooksLikeHTML.check(text) {
            return ValueFault(.containsMarkup, "plain text, but looks like HTML", .warning)
        }
        guard case .short(let limit) = self, text.count > limit else { return nil }
        return ValueFault(.invalidValue, "longer than \(limit) characters", .warning)
    }

    private func relationFault(in text: String) -> ValueFault? {
        if text.utf8.contains(UInt8(ascii: ":")) {
            return Address.isIRI(text)
                ? nil : ValueFault(.invalidValue, "no link relation: a registered name or an IRI")
        }
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
            return ValueFault(.invalidValue, "no link relation: a registered name or an IRI")
        }
        return LinkRelations.isRegistered(text)
            ? nil : ValueFault(.invalidValue, "no registered link relation; write your own as an IRI", .warning)
    }

    private func addressFault(in text: String) -> ValueFault? {
        guard Address.isReference(text) else {
            return ValueFault(
                .invalidAddress,
                text.utf8.contains(where: { $0 <= 0x20 })
                    ? "no address: it holds white space, which is written %20" : "no valid IRI (RFC 3987)")
        }
        let scheme = Address(text).scheme?.lowercased()
        switch self {
        case .reference: return nil
        case .absoluteReference:
            return scheme != nil
                ? nil : ValueFault(.relativeAddress, "relative, which most readers cannot resolve", .warning)
        case .webAddress:
            guard let scheme else { return ValueFault(.relativeAddress, "relative; write the whole address") }
            return Self.webSchemes.contains(scheme)
                ? nil : ValueFault(.invalidAddress, "no http or https address", .warning)
        default:
            guard scheme != nil else { return ValueFault(.relativeAddress, "relative; write the whole IRI") }
            return Address.isIRI(text)
                ? NameSyntax.fault(in: text) : ValueFault(.invalidAddress, "no valid IRI (RFC 3987)")
        }
    }

    private static let webSchemes: Set<String> = ["http", "https"]

    private func mailFault(in text: String) -> ValueFault? {
        guard case .contact = self else {
            return Self.isMail(text) ? nil : ValueFault(.invalidEmail, "no e-mail address")
        }
        let email = String(text.prefix { !$0.isWhitespace })
        let rest = String(text.dropFirst(email.count)).trimmed
        guard Self.isMail(email) else {
            // `Name <mail@site.example>` is what mail programs write.
            let severity: Finding.Severity = text.hasSuffix(">") && text.contains("@") ? .warning : .error
            return ValueFault(.invalidEmail, "not in the form mail@site.example (Name)", severity)
        }
        guard rest.hasPrefix("("), rest.hasSuffix(")") else {
            return ValueFault(.invalidEmail, "not in the form mail@site.example (Name)", .warning)
        }
        return nil
    }

    private static func isMail(_ text: String) -> Bool {
        guard let at = text.utf8.lastIndex(of: UInt8(ascii: "@")), at > text.startIndex else { return false }
        return text.utf8[at...].count > 1
            && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"<>()[],;:\"\\".utf8.contains($0) }
    }

    private func numberFault(in text: String) -> ValueFault? {
        switch self {
        case .integer(let range):
            // Only digits: an initializer would take a sign as well.
            guard let value = Int(text.trimmed), range.contains(value), !text.trimmed.hasPrefix("+") else {
                return ValueFault(.invalidNumber, "no whole number\(Self.words(range))")
            }
        case .number(let range):
            guard let value = Double(text.trimmed), range.contains(value) else {
                return ValueFault(.invalidNumber, "no number from \(range.lowerBound) to \(range.upperBound)")
            }
        case .integers:
            guard text.commaSeparated.allSatisfy({ Int($0) != nil }) else {
                return ValueFault(.invalidNumber, "no list of whole numbers with commas")
            }
        case .coordinates(let syntax): return syntax.fault(in: text)
        default: break
        }
        return nil
    }

    /// Minutes and seconds behind a colon have two digits.
    private static func isDuration(_ text: String) -> Bool {
        let parts = text.trimmed.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return (1...3).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }
            && parts.dropFirst().allSatisfy { $0.count == 2 && $0.first.map { $0 < UInt8(ascii: "6") } == true }
    }

    private static func words(_ range: ClosedRange<Int>) -> String {
        if range.upperBound < .max { return " from \(range.lowerBound) to \(range.upperBound)" }
        return range.lowerBound > Int.min ? " of \(range.lowerBound) or more" : ""
    }

    private func wordFault(in text: String) -> ValueFault? {
        switch self {
        case .word(let words, let folded):
            let value = folded ? text.asciiLowercased : text
            return words.contains(value) ? nil : ValueFault(.invalidValue, "none of \(words.joined(separator: ", "))")
        case .duration:
            return Self.isDuration(text) ? nil : ValueFault(.invalidValue, "no duration such as 1:02:03 or 3723")
        case .playTime:
            return DurationText.seconds(text) != nil || text == "now"
                ? nil : ValueFault(.invalidValue, "no play time such as 12:05:01.123")
        case .form(let hint, let test):
            return test(text) ? nil : ValueFault(.invalidValue, "no \(hint)")
        default: return nil
        }
    }
}
