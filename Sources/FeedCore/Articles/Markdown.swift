import CCMark
import Foundation

/// CommonMark with GitHub's extensions, rendered as HTML by cmark-gfm.
enum Markdown {
    /// An article: tables, strikethrough, autolinks, task lists and footnotes; HTML passes through, since the sanitizer
    /// judges all of it afterwards.
    static func html(_ text: String) -> String {
        render(text, options: CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES, extensions: extensions)
    }

    /// Text with emphasis, lists and headings at most: nothing in it becomes markup or a link by itself.
    static func htmlOfPlainText(_ text: String) -> String {
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        return render(escaped, options: CMARK_OPT_DEFAULT, extensions: [])
    }

    private static func render(_ text: String, options: Int32, extensions: [String]) -> String {
        _ = registered
        guard let parser = unsafe cmark_parser_new(options) else { return "" }
        defer { unsafe cmark_parser_free(parser) }
        for name in extensions {
            if let found = unsafe cmark_find_syntax_extension(name) {
                _ = unsafe cmark_parser_attach_syntax_extension(parser, found)
            }
        }
        var text = text
        text.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { chars in
                unsafe cmark_parser_feed(parser, chars.baseAddress, chars.count)
            }
        }
        guard let document = unsafe cmark_parser_finish(parser) else { return "" }
        defer { unsafe cmark_node_free(document) }
        guard let html = unsafe cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser))
        else { return "" }
        defer { unsafe free(html) }
        return unsafe String(cString: html)
    }

    private static let extensions = ["table", "strikethrough", "autolink", "tasklist"]

    /// The library's registration is global and not thread-safe: once.
    private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()
}
