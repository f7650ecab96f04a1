/// Checks a feed of any format against the MUSTs and SHOULDs of its specification, without a network.
public enum FeedValidator {
    /// What there is to say about a document.
    public struct Report: Sendable, Equatable {
        /// In the order of the document, those about all of it first.
        public let findings: [Finding]
        /// Of all findings, also those beyond what is told.
        public let errors: Int
        public let warnings: Int
        public let entries: Int
    }

    /// - Parameter context: where the document came from and what the response said about it; what it leaves open is
    ///   not checked.
    public static func validate(_ bytes: [UInt8], context: DocumentContext) -> Report {
        validate(bytes, context: context, scope: .everything)
    }

    /// How much of a document is checked.
    enum Scope: Sendable {
        case everything
        /// Whether it can be read and everything stands in it that has to, but of XML not what it says there: values,
        /// texts and their markup are most of the work.
        case structure
    }

    static func validate(_ bytes: [UInt8], context: DocumentContext, scope: Scope) -> Report {
        if let other = ForeignDocument.recognized(by: bytes) {
            var findings = Findings()
            findings.addNoFeed(other)
            return report(findings, in: bytes, entries: 0)
        }
        return JSONFeed.isJSON(bytes) ? json(bytes, context) : xml(bytes, context, scope)
    }

    private static func json(_ bytes: [UInt8], _ context: DocumentContext) -> Report {
        var validator = JSONFeedValidator()
        validator.run(bytes)
        var findings = validator.findings
        ResponseCheck(context: context).json(&findings)
        return report(findings, in: bytes, entries: validator.entries)
    }

    private static func xml(_ bytes: [UInt8], _ context: DocumentContext, _ scope: Scope) -> Report {
        let decoded = DecodedDocument(bytes, charset: context.charset)
        var validator = XMLValidator(location: context.url, scope: scope)
        let document = XMLReader.read(decoded) {
            validator.take($0)
            return true
        }
        var findings = validator.findings
        if validator.format == nil, !validator.isNearMiss {
            findings.addNoFeed(ForeignDocument.error(root: validator.root, bytes: bytes, base: context.url).message)
        } else {
            for diagnostic in document.diagnostics { findings.add(diagnostic) }
            ResponseCheck(context: context).xml(bytes, validator.format, &findings)
        }
        return report(findings, in: decoded.bytes, entries: validator.entries)
    }

    private static func report(_ findings: Findings, in bytes: [UInt8], entries: Int) -> Report {
        Report(
            findings: findings.sorted(in: bytes), errors: findings.errors, warnings: findings.warnings, entries: entries
        )
    }
}

extension Findings {
    fileprivate mutating func addNoFeed(_ message: String) {
        add(.error, .notAFeed, Printable.text(message), at: .document, Specification.atom.citation(""))
    }

    /// What the reader of the document had to repair.
    fileprivate mutating func add(_ diagnostic: Diagnostic) {
        let (severity, code, citation): (Finding.Severity, Finding.Code, Citation) =
            switch diagnostic.code {
            case .undeclaredPrefix: (.error, .undeclaredPrefix, Specification.namespaces.citation("5"))
            case .undefinedEntity: (.error, .undefinedEntity, Specification.xml.citation("4.1"))
            case .encodingMismatch: (.error, .encodingMismatch, Specification.xml.citation("4.3.3"))
            case .limitExceeded: (.warning, .tooLarge, Specification.xml.citation(""))
            default: (.error, .notWellFormed, Specification.xml.citation("2.1"))
            }
        add(
            severity, code, Printable.text(diagnostic.message), at: diagnostic.line.map(Place.line) ?? .document,
            citation)
    }
}
