import FeedCore
import Foundation

/// What all commands that work on a site have in common.
enum SiteOptions {
    static let site = Option("--site", "DIR", "the site's directory (default: the current one)")

    /// - Parameter isNew: as `Site.load` has it.
    static func load(_ arguments: Arguments, isNew: Bool = false) throws(Failure) -> Site {
        let directory = URL(fileURLWithPath: arguments.value("--site") ?? ".", isDirectory: true)
        do throws(SiteError) {
            return try Site.load(directory, isNew: isNew)
        } catch {
            throw Failure(error)
        }
    }

    /// What the published files say of the program that wrote them.
    static var program: Generator {
        var generator = Generator()
        generator.name = "feedtool"
        generator.version = Feedtool.version
        return generator
    }
}

extension Failure {
    init(_ error: SiteError) {
        let status: ExitStatus =
            switch error.kind {
            case .missing: .noInput
            case .configuration: .badConfiguration
            case .subscriptions: .badData
            }
        self.init(status, error.message)
    }

    init(_ error: RefreshError) {
        let status: ExitStatus =
            switch error.kind {
            case .busy: .busy
            case .cannotWrite: .cannotWrite
            case .shrunk: .someFailed
            case .store: .internalError
            }
        self.init(status, error.message)
    }
}
