/// The words of a command line, taken apart: options with `--name value` or `--name=value`, `--` ends them.
struct Arguments {
    /// Everything that is no option, in order.
    let operands: [String]
    private let given: [(name: String, value: String)]

    init(_ words: [String], of command: Command) throws(Failure) {
        var operands: [String] = []
        var given: [(name: String, value: String)] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                break
            }
            guard word.hasPrefix("-"), word != "-" else {
                operands.append(word)
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let option = command.options.first(where: { $0.name == parts[0] }) else {
                throw Failure(
                    .usage, "\(command.name): unknown option '\(parts[0])'; see 'feedtool \(command.name) --help'")
            }
            if let value = option.value {
                guard let text = parts.count == 2 ? parts[1] : rest.popFirst() else {
                    throw Failure(.usage, "\(command.name): \(option.name) needs a value (\(value))")
                }
                given.append((option.name, text))
            } else if parts.count == 2 {
                throw Failure(.usage, "\(command.name): \(option.name) takes no value")
            } else {
                given.append((option.name, ""))
            }
        }
        self.operands = operands
        self.given = given
    }

    /// Whether a flag was given.
    func has(_ name: String) -> Bool { given.contains { $0.name == name } }

    /// The last value given for an option.
    func value(_ name: String) -> String? { given.last { $0.name == name }?.value }

    /// All values given for an option that may be repeated.
    func values(_ name: String) -> [String] { given.filter { $0.name == name }.map(\.value) }

    /// For commands that take options only.
    func refuseOperands(of command: String) throws(Failure) {
        guard let word = operands.first else { return }
        throw Failure(.usage, "\(command): unexpected argument '\(word)'; see 'feedtool \(command) --help'")
    }

    /// The only operand, if any; more are an error of usage.
    func operand(of command: String) throws(Failure) -> String? {
        guard operands.count <= 1 else {
            throw Failure(.usage, "\(command): one argument at most, not \(operands.count)")
        }
        return operands.first
    }
}
