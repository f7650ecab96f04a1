/// Reads a written feed again before it replaces the last good one.
enum OutputCheck {
    /// What is wrong with `bytes` as `document` in a feed format: not readable, entries lost, or without what the
    /// format's specification demands of every feed; nil if nothing is.
    static func fault(in bytes: [UInt8], of document: RiverDocument) -> String? {
        let report = FeedValidator.validate(bytes, context: DocumentContext(), scope: .structure)
        if let finding = report.findings.first(where: { fatal.contains($0.code) && $0.severity == .error }) {
            let place = finding.line.map { "line \($0): " } ?? ""
            return "\(place)\(finding.message) (\(finding.citation.text))"
        }
        guard report.entries == document.entries.count else {
            return "\(report.entries) of \(document.entries.count) entries can be read again"
        }
        return nil
    }

    /// What makes readers refuse a feed or lose entries. Anything else is the fault of one entry, and no feed that is
    /// followed may keep the others from being published by it.
    private static let fatal: Set<Finding.Code> = [
        .notAFeed, .notWellFormed, .undefinedEntity, .undeclaredPrefix, .missingNamespace, .missingElement,
        .missingAuthor, .missingContent, .wrongType,
    ]
}
