import Foundation
import FoundationXML

/// Reads a document with FoundationXML, always behind the prescan: no other road leads to `XMLParser`.
enum XMLReader {
    /// Tells what is in the document; broken ones are repaired as far as they can be read.
    ///
    /// - Parameters:
    ///   - charset: of the response's media type, if it names one.
    ///   - tell: false ends the reading.
    /// - Returns: what there is to know besides.
    static func read(_ bytes: [UInt8], charset: String?, tell: (XMLEvent) -> Bool) -> XMLDocumentInfo {
        read(DecodedDocument(bytes, charset: charset), tell: tell)
    }

    static func read(_ decoded: DecodedDocument, tell: (XMLEvent) -> Bool) -> XMLDocumentInfo {
        var prescan = Prescan(decoded.bytes)
        prescan.run()
        var output: [UInt8] = []
        swap(&output, &prescan.output)
        let teller = withoutActuallyEscaping(tell) { tell in
            let delegate = Delegate(XMLTeller(prescan, tell: tell))
            parse(&output, delegate)
            return (problems: delegate.teller.problems, wellFormed: delegate.teller.wellFormed)
        }
        let problems = decoded.problems + teller.problems
        return XMLDocumentInfo(
            encoding: decoded.encoding, wellFormed: decoded.problems.isEmpty && teller.wellFormed,
            diagnostics: problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) }, doctype: prescan.doctype)
    }

    private static func parse(_ document: inout [UInt8], _ delegate: Delegate) {
        unsafe document.withUnsafeMutableBytes { buffer in
            guard let start = buffer.baseAddress else { return }
            // Lent, not copied: the parser does not outlive this call.
            let data = unsafe Data(bytesNoCopy: start, count: buffer.count, deallocator: .none)
            // As a stream: given in one piece, libxml2 copies it all, and calls more than 10 MB an error.
            let parser = XMLParser(stream: InputStream(data: data))
            parser.delegate = delegate
            parser.shouldProcessNamespaces = false
            parser.shouldResolveExternalEntities = false
            _ = parser.parse()
        }
    }

    /// Errors of libxml2 that are none here: a namespace that is no URI (99) or a relative one (100), a value that
    /// `xml:space` does not have (102), and a prefix that is not declared (201), which is told where the name is resolved.
    static let harmlessErrors: Set<Int> = [99, 100, 102, 201]

    /// Hands on what the parser says.
    private final class Delegate: NSObject, XMLParserDelegate {
        private(set) var teller: XMLTeller

        init(_ teller: XMLTeller) { self.teller = teller }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            teller.start(name, attributes)
            if teller.isDone { parser.abortParsing() }
        }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            teller.end()
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { teller.text(string) }

        func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
            let code = (error as NSError).code
            guard !XMLReader.harmlessErrors.contains(code) else { return }
            teller.complain(.notWellFormed, "a markup error (\(code))")
        }
    }
}
