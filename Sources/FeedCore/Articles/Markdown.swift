import CCMark
import Foundation
import Synchronization

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

    /// One text at a time: the characters that its extensions look for are global to the library, so that the end of one
    /// text would take `~` from another that is being read.
    private static func render(_ text: String, options: Int32, extensions: [String]) -> String {
        turn.withLock { isRegistered in
            if !isRegistered { cmark_gfm_core_extensions_ensure_registered() }
            isRegistered = true
            return renderInTurn(text, options: options, extensions: extensions)
        }
    }

    /// Whether the extensions are registered, which is global as well.
    private static let turn = Mutex(false)

    private static func renderInTurn(_ text: String, options: Int32, extensions: [String]) -> String {
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
}
