/// One subcommand: arguments in, exit status out. Each stands in a file of its own, as `static let` of an extension.
struct Command: Sendable {
    let name: String
    /// One line for the list of commands.
    let summary: String
    /// What follows the name in the usage line, such as `[--json] [FILE]`.
    let synopsis: String
    var options: [Option] = []
    let run: @Sendable (Arguments) async throws(Failure) -> ExitStatus
}

/// An option that a command takes.
struct Option: Sendable {
    /// With its dashes.
    let name: String
    /// What the help calls its value; nil for a flag.
    let value: String?
    let help: String

    init(_ name: String, _ value: String?, _ help: String) {
        self.name = name
        self.value = value
        self.help = help
    }

    /// A flag.
    init(_ name: String, _ help: String) { self.init(name, nil, help) }
}

/// The exit statuses (after sysexits.h).
enum ExitStatus: Int32 {
    case done = 0
    /// Published, but some feeds failed.
    case someFailed = 3
    case usage = 64
    case badData = 65
    case noInput = 66
    case networkDown = 69
    case internalError = 70
    case cannotWrite = 73
    case busy = 75
    case refused = 77
    case badConfiguration = 78
}

/// Why a command ended: one clear line for a person, and a status for a script.
struct Failure: Error {
    let status: ExitStatus
    let message: String

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }
}

extension Command {
    var help: String {
        let labels = options.map { option in option.value.map { "\(option.name) \($0)" } ?? option.name }
        let width = labels.map(\.count).max() ?? 0
        let lines = zip(labels, options).map { label, option in
            "  \(label)\(String(repeating: " ", count: width - label.count))  \(option.help)"
        }
        let list = lines.isEmpty ? "" : "\n" + lines.joined(separator: "\n") + "\n"
        return "\(summary)\n\nusage: feedtool \(name) \(synopsis)\n\(list)"
    }
}
