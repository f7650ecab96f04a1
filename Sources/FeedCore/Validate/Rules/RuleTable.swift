/// The rows of one specification: a format, or a module that other formats carry.
struct RuleTable: Sendable {
    let specification: Specification
    let namespace: String
    /// Of its elements in the rows of formats that are not its own; the format's own have none.
    let prefix: String
    let rows: [ElementRule]
}
