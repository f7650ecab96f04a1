/// The keys of `site.json`, as key paths.
enum ConfigurationKeys {
    /// The keys that an object at `path` may have; the empty path is the whole file.
    static func known(at path: String) -> [String] { sections[path] ?? [] }

    /// What a mistyped key was probably meant to be: a key of the same object, or one that belongs elsewhere.
    static func suggestion(for key: String, at path: String) -> String {
        let here = known(at: path)
        let nearest = here.map { (name: $0, distance: distance(key, $0)) }.min { $0.distance < $1.distance }
        if let nearest, nearest.distance <= max(2, key.count / 3) { return "did you mean '\(nearest.name)'?" }
        if let home = sections.keys.sorted().first(where: { sections[$0]?.contains(key) == true }) {
            let place = home.isEmpty ? "at the top" : "in '\(home)'"
            return "'\(key)' belongs \(place)"
        }
        let hint = nearest.map { ", the nearest is '\($0.name)'" } ?? ""
        return "known here: \(here.joined(separator: ", "))\(hint)"
    }

    /// Levenshtein's, letter case aside.
    static func distance(_ one: String, _ other: String) -> Int {
        let one = Array(one.lowercased().unicodeScalars.prefix(64))
        let other = Array(other.lowercased().unicodeScalars.prefix(64))
        var row = Array(0...other.count)
        for (i, a) in one.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in other.enumerated() {
                let substituted = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
            }
        }
        return row[other.count]
    }

    private static let sections: [String: [String]] = [
        "": [
            "title", "subtitle", "link", "id", "author", "language", "rights", "icon", "logo", "publish", "fetch",
            "schedule", "merge", "rules", "retention", "store",
        ],
        "author": ["name", "uri", "email"],
        "publish": [
            "directory", "formats", "entries", "entriesPerFeed", "archives", "precompress", "hub", "views",
        ],
        "publish.views": [
            "name", "title", "subtitle", "formats", "tag", "folder", "feed", "author", "language", "search",
        ],
        "fetch": [
            "timeout", "connectTimeout", "maxBodyBytes", "maxRedirects", "maxConcurrent", "maxConcurrentPerHost",
            "minHostGap", "allowPrivateNetworks", "userAgent", "proxy", "caFile",
        ],
        "schedule": ["interval", "minimum", "maximum"],
        "merge": ["duplicates", "backfill", "trackers", "players"],
        "retention": ["days", "entriesPerFeed"],
    ]
}
