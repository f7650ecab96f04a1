/// Why a value is not what its place asks for.
struct ValueFault: Equatable {
    var severity = Finding.Severity.error
    let code: Finding.Code
    /// Goes on after "… is": what is wrong, or what is wanted.
    let reason: String

    init(_ code: Finding.Code, _ reason: String, _ severity: Finding.Severity = .error) {
        self.severity = severity
        self.code = code
        self.reason = reason
    }
}
