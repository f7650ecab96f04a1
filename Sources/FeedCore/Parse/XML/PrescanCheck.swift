import Foundation
import FoundationXML

/// The prescan as the fuzzer, the benchmark and the tests see it: what has to hold for every document there is.
public enum PrescanCheck {
    /// What the parser is given in place of the document.
    public static func output(for document: [UInt8]) -> [UInt8] {
        var prescan = Prescan(DecodedDocument(document, charset: nil).bytes)
        prescan.run()
        return prescan.output
    }

    /// What the prescan did wrong with the document; nil if nothing.
    ///
    /// Its output has to be UTF-8 that a second prescan finds nothing to repair in, and that the parser reads without
    /// a single error but for prefixes that are not declared, and with as many tags as the prescan counted, because
    /// the texts that were set aside are put back by that count. No text may hold what XML forbids.
    public static func violation(of document: [UInt8]) -> String? {
        var prescan = Prescan(DecodedDocument(document, charset: nil).bytes)
        prescan.run()
        guard String(validating: prescan.output, as: UTF8.self) != nil else { return "the output is not UTF-8" }
        var second = Prescan(prescan.output)
        second.run()
        for text in second.texts { _ = second.string(of: text) }
        if !second.problems.wellFormed { return "a second prescan repairs: \(second.problems.diagnostics)" }
        let observer = Observer()
        let parser = XMLParser(data: Data(prescan.output))
        parser.delegate = observer
        _ = parser.parse()
        if observer.tags != prescan.tags { return "\(prescan.tags) tags written, \(observer.tags) read" }
        let texts = prescan.texts.map { prescan.string(of: $0) }
        if texts.contains(where: { $0.unicodeScalars.contains { !XMLCharacters.isAllowed($0.value) } }) {
            return "a text holds a character that XML forbids"
        }
        return observer.error
    }

    private final class Observer: NSObject, XMLParserDelegate {
        private(set) var error: String?
        private(set) var tags = 0

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) { tags += 1 }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            tags += 1
        }

        func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
            // From 200 on: what names mean, which the prescan does not look at.
            let code = (error as NSError).code
            guard self.error == nil, code < 200, !XMLReader.harmlessErrors.contains(code) else { return }
            self.error = "the parser reports error \(code) in line \(parser.lineNumber)"
        }
    }
}
