import FeedCore
import Foundation

extension Command {
    /// The merged feed, to standard output or a file.
    static let export = Command(
        name: "export",
        summary: "Writes the merged feed as Atom, as the last refresh left it.",
        synopsis: "[--site DIR] [-o FILE]",
        options: [SiteOptions.site, Option("-o", "FILE", "write to this file instead of standard output")]
    ) { arguments throws(Failure) in
        try arguments.refuseOperands(of: "export")
        let site = try SiteOptions.load(arguments)
        let bytes: [UInt8]
        do throws(RefreshError) {
            bytes = try Export.atom(of: site, program: SiteOptions.program)
        } catch {
            throw Failure(error)
        }
        try Terminal.write(Data(bytes), to: arguments.value("-o"))
        return .done
    }
}
