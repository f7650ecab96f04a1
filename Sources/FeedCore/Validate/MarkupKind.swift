/// What is told of an element by its name and by what it stands in. A document has few of these, many times.
final class MarkupKind {
    let name: XMLName
    /// Of its name in the tables, even if it may not stand where it does.
    let definition: Grammar.Definition?
    /// What holds for it where it stands; nil if no table tells.
    let row: ElementRule?
    /// In the tables; empty for an element that stands where no table tells.
    let tableName: String
    let specification: Specification
    /// Whether it is one of the format's own.
    let isCore: Bool
    /// What has to be counted within it.
    let counted: [Grammar.Child]

    init(_ name: XMLName, in parent: MarkupKind?, _ grammar: Grammar) {
        self.name = name
        definition = grammar.definition(of: name)
        row = definition?.row(in: parent?.tableName ?? ElementRule.nowhere)
        let known = row == nil ? nil : definition
        tableName = known?.name ?? ""
        specification = known?.specification ?? grammar.core.specification
        isCore = known?.isCore ?? false
        counted = known?.counted ?? []
    }
}
