import FeedCore
import Foundation

extension Command {
    /// The merged feed, to standard output or a file.
    static let export = Command(
        name: "export",
        summary: "Writes the merged feed, or a choice of its entries, as the last refresh left it.",
        synopsis: "[--format FORMAT] [--since DATE] [--limit N] [--view NAME] [--tag TAG] [--site DIR] [-o FILE]",
        options: [
            Option(
                "--format", "FORMAT",
                "one of \(Export.Format.allCases.map(\.rawValue).joined(separator: ", ")) (default: atom)"),
            Option("--since", "DATE", "only entries since then, such as 2026-11-01 or 2026-11-01T12:00:00Z"),
            Option("--limit", "N", "the newest N entries (default: as many as the site publishes)"),
            Option("--view", "NAME", "the view of this name in site.json instead of the merged feed"),
            Option("--tag", "TAG", "only entries with this category"),
            Option("--health", "with opml: also say how each feed is"),
            SiteOptions.site, Option("-o", "FILE", "write to this file instead of standard output"),
        ]
    ) { arguments throws(Failure) in
        try arguments.refuseOperands(of: "export")
        var export = try Export(arguments)
        let site = try SiteOptions.load(arguments)
        export.view = try view(arguments.value("--view"), of: site)
        let bytes: [UInt8]
        do throws(RefreshError) {
            bytes = try export.run(on: site, program: SiteOptions.program)
        } catch {
            throw Failure(error)
        }
        try Terminal.write(Data(bytes), to: arguments.value("-o"))
        return .done
    }

    private static func view(_ name: String?, of site: Site) throws(Failure) -> Int? {
        guard let name else { return nil }
        let known = site.configuration.publish.views.map(\.name)
        guard let place = known.firstIndex(of: name) else {
            let views = known.isEmpty ? "none" : known.joined(separator: ", ")
            throw Failure(.usage, "export: no view is named '\(name)'; site.json has \(views)")
        }
        return place
    }
}

extension Export {
    fileprivate init(_ arguments: Arguments) throws(Failure) {
        self.init()
        if let name = arguments.value("--format") {
            guard let format = Format(rawValue: name) else {
                let known = Format.allCases.map(\.rawValue).joined(separator: ", ")
                throw Failure(.usage, "export: unknown format '\(name)'; it is one of \(known)")
            }
            self.format = format
        }
        if let text = arguments.value("--since") {
            guard let since = Timestamp(rfc3339: text.contains("T") ? text : text + "T00:00:00Z") else {
                throw Failure(.usage, "export: --since needs a date like 2026-11-01 or 2026-11-01T12:00:00Z")
            }
            self.since = since
        }
        if let text = arguments.value("--limit") {
            guard let limit = Int(text), limit > 0 else {
                throw Failure(.usage, "export: --limit needs a number above 0")
            }
            self.limit = limit
        }
        tag = arguments.value("--tag")
        health = arguments.has("--health")
    }
}
