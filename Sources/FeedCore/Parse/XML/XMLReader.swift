import Foundation
import FoundationXML

/// Reads a document with FoundationXML, always behind the prescan: no other road leads to `XMLParser`.
enum XMLReader {
    /// Tells `handler` what is in the document; broken ones are repaired as far as they can be read.
    ///
    /// - Parameter charset: of the response's media type, if it names one.
    static func read(_ bytes: [UInt8], charset: String?, handler: some XMLEventHandler) -> XMLDocumentInfo {
        read(DecodedDocument(bytes, charset: charset), handler: handler)
    }

    static func read(_ decoded: DecodedDocument, handler: some XMLEventHandler) -> XMLDocumentInfo {
        var prescan = Prescan(decoded.bytes)
        prescan.run()
        let driver = Driver(handler, starts: prescan.starts)
        tell(driver, &prescan.output)
        let problems = decoded.problems + prescan.problems.diagnostics + driver.problems
        return XMLDocumentInfo(
            encoding: decoded.encoding,
            wellFormed: decoded.problems.isEmpty && prescan.problems.wellFormed && driver.problems.isEmpty,
            diagnostics: problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) }, doctype: prescan.doctype)
    }

    private static func tell(_ driver: Driver, _ document: inout [UInt8]) {
        unsafe document.withUnsafeMutableBytes { buffer in
            guard let start = buffer.baseAddress else { return }
            // Lent, not copied: the parser does not outlive this call.
            let data = unsafe Data(bytesNoCopy: start, count: buffer.count, deallocator: .none)
            // As a stream: given in one piece, libxml2 copies it all, and calls more than 10 MB an error.
            let parser = XMLParser(stream: InputStream(data: data))
            parser.delegate = driver
            parser.shouldProcessNamespaces = false
            parser.shouldResolveExternalEntities = false
            _ = parser.parse()
        }
    }

    /// Errors of libxml2 that are none here: a namespace that is no URI (99) or a relative one (100), and a prefix that
    /// is not declared (201), which is told where the name is resolved.
    static let harmlessErrors: Set<Int> = [99, 100, 201]

    /// Resolves names and joins pieces of text.
    private final class Driver: NSObject, XMLParserDelegate {
        private let handler: any XMLEventHandler
        private var namespaces = XMLNamespaces()
        private var open: [XMLName] = []
        private var pending = ""
        /// The element that the prescan puts around everything is not told.
        private var depth = 0
        private(set) var problems: [Diagnostic] = []
        /// Where the elements to come begin: libxml2 tells lines only, and of what it was given.
        private var starts: IndexingIterator<[Int]>

        init(_ handler: some XMLEventHandler, starts: [Int]) {
            self.handler = handler
            self.starts = starts.makeIterator()
        }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            depth += 1
            guard depth > 1 else { return }
            flush()
            let declares = namespaces.enter(attributes)
            let name = resolved(name, isAttribute: false, parser)
            open.append(name)
            var plain: [XMLAttribute] = []
            for (name, value) in attributes where !(declares && XMLNamespaces.isDeclaration(name)) {
                plain.append(XMLAttribute(name: resolved(name, isAttribute: true, parser), value: value))
            }
            if plain.count > 1 { plain.sort { ($0.name.prefix, $0.name.local) < ($1.name.prefix, $1.name.local) } }
            handler.start(
                XMLStartElement(
                    name: name, attributes: plain, line: parser.lineNumber, offset: starts.next() ?? 0))
        }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            depth -= 1
            guard let name = open.popLast() else { return }
            flush()
            handler.end(name)
            namespaces.leave()
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { append(string) }

        func parser(_ parser: XMLParser, foundCDATA data: Data) { append(String(decoding: data, as: UTF8.self)) }

        func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
            guard problems.count < XMLLimits.problems else { return }
            let code = (error as NSError).code
            guard !XMLReader.harmlessErrors.contains(code) else { return }
            problems.append(Diagnostic(.notWellFormed, "a markup error (\(code))", line: parser.lineNumber))
        }

        private func append(_ text: String) {
            guard depth > 1 else { return }
            if pending.isEmpty { pending = text } else { pending += text }
        }

        private func flush() {
            guard !pending.isEmpty else { return }
            handler.text(pending)
            pending = ""
        }

        private func resolved(_ name: String, isAttribute: Bool, _ parser: XMLParser) -> XMLName {
            let (name, isDeclared) = namespaces.resolve(name, isAttribute: isAttribute)
            if !isDeclared, problems.count < XMLLimits.problems {
                problems.append(
                    Diagnostic(
                        .undeclaredPrefix, "the prefix \(name.prefix.prefix(50)) is not declared",
                        line: parser.lineNumber))
            }
            return name
        }
    }
}
