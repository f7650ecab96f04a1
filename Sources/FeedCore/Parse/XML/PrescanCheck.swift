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
    /// a single error but for prefixes that are not declared.
    public static func violation(of document: [UInt8]) -> String? {
        let output = output(for: document)
        guard String(validating: output, as: UTF8.self) != nil else { return "the output is not UTF-8" }
        var second = Prescan(output)
        second.run()
        if !second.problems.wellFormed { return "a second prescan repairs: \(second.problems.diagnostics)" }
        let errors = Errors()
        let parser = XMLParser(data: Data(output))
        parser.delegate = errors
        _ = parser.parse()
        return errors.first
    }

    private final class Errors: NSObject, XMLParserDelegate {
        private(set) var first: String?

        func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
            // From 200 on: what names mean, which the prescan does not look at.
            let code = (error as NSError).code
            guard first == nil, code < 200, !XMLReader.harmlessErrors.contains(code) else { return }
            first = "the parser reports error \(code) in line \(parser.lineNumber)"
        }
    }
}
