import FeedCore
import Foundation

/// What publishing costs on a site with many entries: made here, the same on every run.
enum PublishBench {
    static func run(entries: Int) throws {
        let site = FileManager.default.temporaryDirectory.appending(
            path: "feedbench-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: site) }
        try write(entries: entries, to: site)

        try configure(site, archives: false)
        let first = try RefreshRun(of: site)
        print("\(entries) entries taken up and published in \(milliseconds(first.seconds))")
        try append("one-more", to: site)
        let publish = try RefreshRun(of: site)
        print(
            "100 in the window, all formats     \(milliseconds(publish.publishSeconds)), "
                + "refresh peaks at \(publish.peakMemory) MB")
        let nothing = try RefreshRun(of: site)
        print(
            "nothing changed                    \(milliseconds(nothing.publishSeconds)), \(nothing.replacedFiles) files touched"
        )

        try select(site)

        try configure(site, archives: false, rules: 10)
        let decided = try RefreshRun(of: site)
        print("10 rules, decided anew              \(milliseconds(decided.publishSeconds))")
        try append("one-more-for-rules", to: site)
        let remembered = try RefreshRun(of: site)
        print("one entry more, with 10 rules      \(milliseconds(remembered.publishSeconds))")
        try select(site)

        try configure(site, archives: true)
        let archives = try RefreshRun(of: site)
        let bytes = size(of: site.appending(path: "public/archive"))
        let rate = Double(bytes) / 1e6 / archives.publishSeconds
        print(
            "archives, written once             \(milliseconds(archives.publishSeconds)), "
                + "\(Int(Double(bytes) / 1e6)) MB, \(Int(rate)) MB/s, refresh peaks at \(archives.peakMemory) MB"
        )
        try append("another", to: site)
        let again = try RefreshRun(of: site)
        print(
            "one entry more, with archives      \(milliseconds(again.publishSeconds)), \(again.replacedFiles) files"
        )
    }

    private static func select(_ site: URL) throws {
        let output = try Bench.output(of: ["select", site.path(percentEncoded: false)])
        print(String(decoding: output, as: UTF8.self), terminator: "")
    }

    private static func milliseconds(_ seconds: Double) -> String {
        let text = (seconds * 1_000).formatted(.number.precision(.fractionLength(1)).grouping(.never))
        return String(repeating: " ", count: max(0, 8 - text.count)) + text + " ms"
    }
}

// The site.
extension PublishBench {
    private static let feeds = 100

    private static func configure(_ site: URL, archives: Bool, rules: Int = 0) throws {
        let rules = (0..<rules).map { number in
            """
            {name: "r\(number)", match: {any: [{title: "Story \(number)7"}, {text: {regex: "ba\(number)\\\\w+ lo"}}]},
             action: {tag: "t\(number)"}}
            """
        }
        let text = """
            {title: "Bench", link: "https://bench.example/", merge: {backfill: 100000},
             publish: {archives: \(archives), precompress: false}, fetch: {maxBodyBytes: 1000000000},
             rules: [\(rules.joined(separator: ", "))]}
            """
        try text.write(to: site.appending(path: "feeds/site.json"), atomically: true, encoding: .utf8)
    }

    private static func write(entries: Int, to site: URL) throws {
        for folder in ["feeds", "seeds"] {
            try FileManager.default.createDirectory(at: site.appending(path: folder), withIntermediateDirectories: true)
        }
        var outlines = ""
        for feed in 0..<feeds {
            let items = stride(from: feed, to: entries, by: feeds).map { item($0, feed: feed) }
            try rss(items, feed: feed).write(
                to: site.appending(path: "feeds/\(feed).xml"), atomically: true, encoding: .utf8)
            outlines += "<outline type=\"rss\" text=\"f\" xmlUrl=\"\(feed).xml\"/>"
        }
        try "<opml version=\"2.0\"><head/><body>\(outlines)</body></opml>".write(
            to: site.appending(path: "feeds/subscriptions.opml"), atomically: true, encoding: .utf8)
    }

    /// Puts one more entry into the first feed.
    private static func append(_ id: String, to site: URL) throws {
        let file = site.appending(path: "feeds/0.xml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let item =
            "<item><title>\(id)</title><link>https://f0.example/\(id)</link><guid>https://f0.example/\(id)</guid></item>"
        try text.replacing("</channel>", with: item + "</channel>").write(to: file, atomically: true, encoding: .utf8)
    }

    private static func rss(_ items: [String], feed: Int) -> String {
        """
        <rss version="2.0"><channel><title>Feed \(feed)</title><link>https://f\(feed).example/</link>
        <description>One of many</description>\(items.joined())</channel></rss>
        """
    }

    /// An hour apart, about a kilobyte each, no two alike.
    private static func item(_ number: Int, feed: Int) -> String {
        var state = UInt64(number + 1)
        let words = (0..<140).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return vocabulary[Int(state >> 58)]
        }.joined(separator: " ")
        let date = Date(timeIntervalSince1970: 1_780_000_000 - Double(number) * 3_600).formatted(.iso8601)
        return """
            <item><title>Story \(number)</title><link>https://f\(feed).example/\(number)</link>
            <guid>https://f\(feed).example/\(number)</guid><dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">\(date)</dc:date>
            <category>c\(number % 20)</category><description>&lt;p&gt;\(words)&lt;/p&gt;</description></item>
            """
    }

    private static let vocabulary: [String] = (0..<64).map { number in
        String(repeating: ["ba", "ke", "lo", "mi", "nu", "ra", "se", "ti"][number % 8], count: 1 + number / 24)
            + "\(number)"
    }

    private static func size(of folder: URL) -> Int {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.fileSizeKey])
        return files?.reduce(0) { sum, file in
            sum + ((file as? URL).flatMap { try? $0.resourceValues(forKeys: [.fileSizeKey]).fileSize } ?? 0)
        } ?? 0
    }
}
