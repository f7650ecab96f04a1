import Foundation

/// What the operator changes about the pages: the files of `feeds/theme/`, each of which may be missing.
///
/// - `style.css` is published in place of the built-in one.
/// - `head.html` stands at the end of `<head>`, `header.html` in place of the site's title above each page (which is the
///   `<h1>` of `index.html`), and `footer.html` in place of the line below it. They are written out as they are, but for
///   `{{title}}`, `{{subtitle}}` and `{{link}}`, in whose place the site's own stand, escaped. The pages'
///   Content-Security-Policy lets them load styles and scripts only from files beside the pages, and none that stand in
///   the markup.
struct Theme: Sendable, Equatable {
    var style: [UInt8]?
    var head: [UInt8]?
    var header: [UInt8]?
    var footer: [UInt8]?

    static let builtIn = Theme()

    /// - Throws: what Foundation throws for a file that is there and cannot be read.
    static func read(_ directory: URL) throws -> Theme {
        func bytes(_ name: String) throws -> [UInt8]? {
            do {
                return [UInt8](try Data(contentsOf: directory.appending(path: name)))
            } catch CocoaError.fileReadNoSuchFile {
                return nil
            }
        }
        return Theme(
            style: try bytes("style.css"), head: try bytes("head.html"), header: try bytes("header.html"),
            footer: try bytes("footer.html"))
    }

    /// The files that the pages refer to, by their path in the published directory.
    var files: [(path: String, bytes: [UInt8])] {
        [(Self.stylePath, style ?? Array(StyleSheet.text.utf8)), (Self.scriptPath, Array(RiverScript.text.utf8))]
    }

    /// Of what the operator changed.
    var digest: Digest {
        Digest(of: [style, head, header, footer].flatMap { Digest(of: $0 ?? []).bytes + [$0 == nil ? 0 : 1] })
    }

    static let stylePath = "style.css"
    static let scriptPath = "river.js"
}

extension Theme {
    func head(of site: PublishedSite) -> HTML? { head.map { Self.filled($0, site) } }
    func header(of site: PublishedSite) -> HTML? { header.map { Self.filled($0, site) } }
    func footer(of site: PublishedSite) -> HTML? { footer.map { Self.filled($0, site) } }

    private static func filled(_ piece: [UInt8], _ site: PublishedSite) -> HTML {
        let values: [(name: [UInt8], value: HTML)] = [
            (Array("{{title}}".utf8), "\(site.title)"), (Array("{{subtitle}}".utf8), "\(site.subtitle ?? "")"),
            (Array("{{link}}".utf8), "\(site.link)"),
        ]
        var result = HTML()
        var rest = piece[...]
        while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
            result.append(HTML(operator: rest[..<brace]))
            if let (name, value) = values.first(where: { rest[brace...].starts(with: $0.name) }) {
                result.append(value)
                rest = rest[(brace + name.count)...]
            } else {
                result.append("{")
                rest = rest[(brace + 1)...]
            }
        }
        result.append(HTML(operator: rest))
        return result
    }
}
