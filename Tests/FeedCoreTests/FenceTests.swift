import Foundation
import Testing

/// The borders between the stages, which one module cannot make the compiler check: reads the sources and does.
struct FenceTests {
    private static let sources = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/FeedCore")

    private static func files() throws -> [(path: String, text: String)] {
        let all = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
        return try all.filter { $0.hasSuffix(".swift") }.map { path in
            (path, try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8))
        }
    }

    @Test(arguments: [
        ("CCurl", "Fetch/"), ("CIDN", "Fetch/"), ("CPSL", "Fetch/"), ("CEpoll", "Fetch/"), ("CSync", "Write/"),
        ("CPCRE2", "Rules/"),
        ("CSQLite", "Store/"),
        ("CCrypto", "Support/"), ("CXXHash", "Support/"), ("CUchardet", "Parse/XML/"), ("CIconv", "Parse/XML/"),
        ("CCMark", "Articles/"),
        ("CZlib", "Compression/"), ("CBrotli", "Compression/"), ("CZstd", "Compression/"),
        ("FoundationXML", "Parse/XML/"),
    ])
    func aLibraryIsImportedInOneFolder(_ library: String, _ folder: String) throws {
        let importers = try Self.files().filter { $0.text.contains("import \(library)\n") }
        #expect(!importers.isEmpty)
        #expect(importers.map(\.path).filter { !$0.hasPrefix(folder) } == [])
    }

    /// Each stage, and the words by which it would betray that it knows a later one.
    @Test(arguments: [
        (
            "Model/",
            ["FeedParser", "FeedValidator", "XMLReader", "Sanitizer", "Store", "Fetcher", "FeedFinder", "Writer"]
        ),
        ("Support/", ["Feed", "Entry", "Subscription"]),
        (
            "Parse/",
            [
                "FeedValidator", "Sanitizer", "FeedFinder", "Store", "FeedRecord", "Fetcher", "AtomWriter", "Publisher",
                "Refresh",
            ]
        ),
        (
            "Validate/",
            [
                "Fetcher", "Sanitizer", "Normalizer", "FeedFinder", "Store", "FeedRecord", "AtomWriter", "Publisher",
                "Refresh",
            ]
        ),
        (
            "Fetch/",
            ["FeedParser", "Sanitizer", "FeedFinder", "Store", "FeedRecord", "AtomWriter", "Publisher", "Refresh"]
        ),
        (
            "Normalize/",
            [
                "RuleSet", "Folding", "MergeFacets", "FeedFinder", "Store", "FeedRecord", "AtomWriter", "Publisher",
                "Refresh",
            ]
        ),
        ("Articles/", ["RuleSet", "Store", "FeedRecord", "AtomWriter", "Publisher", "Refresh"]),
        ("Discover/", ["RuleSet", "Store", "FeedRecord", "AtomWriter", "Publisher", "Refresh"]),
        ("Rules/", ["Folding", "Store", "FeedRecord", "AtomWriter", "Publisher", "Refresh"]),
        (
            "Merge/",
            [
                "HostKey", "Fetcher", "FeedParser", "FeedFinder", "Store", "FeedRecord", "AtomWriter", "Publisher",
                "Refresh",
            ]
        ),
        ("Store/", ["FeedFinder", "AtomWriter", "Publisher", "Refresh"]),
        ("Write/", ["Refresh", "SQLiteStore", "Fetcher"]),
    ])
    func aStageKnowsNoneToItsRight(_ folder: String, _ later: [String]) throws {
        let files = try Self.files().filter { $0.path.hasPrefix(folder) }
        #expect(!files.isEmpty)
        for (path, text) in files {
            let code = text.split(separator: "\n").filter { !$0.contains("//") }.joined(separator: "\n")
            let words = Set(code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
            #expect(words.intersection(later) == [], "\(path)")
        }
    }

    /// Reading and writing files, and the network, belong to the edges.
    @Test(arguments: ["Model/", "Parse/", "Validate/", "Normalize/", "Rules/", "Merge/", "Support/"])
    func aPureStageTouchesNoFile(_ folder: String) throws {
        for (path, text) in try Self.files() where path.hasPrefix(folder) {
            for word in ["FileManager", "FileHandle", "URLSession", "contentsOf: URL", "fopen("] {
                #expect(!text.contains(word), "\(path) uses \(word)")
            }
        }
    }
}
