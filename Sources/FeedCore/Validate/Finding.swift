/// One thing in a document that its specification does not want.
public struct Finding: Sendable, Equatable, Encodable {
    public let severity: Severity
    public let code: Code
    /// One sentence for a person: what, where, and what to do about it.
    public let message: String
    /// Where the element or value begins, counted from 1; nil for what is wrong with the document as a whole.
    public let line: Int?
    /// In characters, counted from 1; nil where only the line is known.
    public let column: Int?
    public let citation: Citation

    public enum Severity: String, Sendable, Encodable {
        /// A MUST of the specification is broken: readers may refuse the feed or lose a part of it.
        case error
        /// A SHOULD, or what readers are known to stumble over.
        case warning
    }

    /// What kind of fault it is. The names are a contract with those who filter the output by them.
    public enum Code: String, Sendable, Encodable, CaseIterable {
        case notAFeed, obsoleteFormat, notWellFormed, undefinedEntity, undeclaredPrefix, tooLarge
        case encodingMismatch, wrongMediaType, charsetMismatch
        case missingNamespace, misspelledNamespace
        case undefinedElement, misplacedElement, missingElement, duplicateElement, unexpectedText
        case missingAttribute, unexpectedAttribute, missingValue
        case invalidDate, implausibleDate, invalidAddress, relativeAddress, invalidLanguage, invalidMediaType
        case invalidEmail, invalidNumber, invalidValue, wrongType
        case missingAuthor, missingContent, missingSummary, missingSelf, selfMismatch
        case duplicateLink, duplicateID, missingID, duplicateMeaning
        case containsMarkup, invalidMarkup, relativeReference, securityRisk
    }
}
