/// The keys of `site.json`, as key paths.
enum ConfigurationKeys {
    /// The keys that an object at `path` may have; the empty path is the whole file. Objects of one kind that stand at
    /// many places, as rules do, go by the path of the kind.
    static func known(at path: String) -> [String] { sections[path] ?? [] }

    /// What a mistyped key was probably meant to be: a key of the same object, or one that belongs elsewhere.
    static func suggestion(for key: String, at path: String) -> String {
        let here = known(at: path)
        if let near = nearest(key, among: here) { return "did you mean '\(near)'?" }
        let area = path.prefix { $0 != "." }
        let homes = sections.keys.sorted().filter { sections[$0]?.contains(key) == true }
        if let home = homes.first(where: { !area.isEmpty && $0.hasPrefix(area) }) ?? homes.first {
            let place = home.isEmpty ? "at the top" : "in '\(home.split(separator: ".").last ?? "")'"
            return "'\(key)' belongs \(place)"
        }
        return "known here: \(here.joined(separator: ", "))"
    }

    /// What a mistyped word was probably meant to be.
    static func nearest(_ word: String, among known: [String]) -> String? {
        let nearest = known.map { (name: $0, distance: distance(word, $0)) }.min { $0.distance < $1.distance }
        return nearest.flatMap { $0.distance <= max(2, word.count / 3) ? $0.name : nil }
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

    /// By the path of the object.
    static let sections: [String: [String]] = [
        "": [
            "title", "subtitle", "link", "id", "author", "language", "rights", "icon", "logo", "publish", "fetch",
            "schedule", "merge", "rules", "retention", "store",
        ],
        "author": ["name", "uri", "email"],
        "publish": [
            "directory", "formats", "entries", "entriesPerFeed", "archives", "precompress", "hub", "views",
        ],
        "publish.views": [
            "name", "title", "subtitle", "formats", "tag", "folder", "feed", "author", "language", "rule", "search",
        ],
        "fetch": [
            "timeout", "connectTimeout", "maxBodyBytes", "maxRedirects", "maxConcurrent", "maxConcurrentPerHost",
            "minHostGap", "allowPrivateNetworks", "userAgent", "proxy", "caFile",
        ],
        "schedule": ["interval", "minimum", "maximum"],
        "merge": ["duplicates", "stories", "backfill", "trackers", "players"],
        "retention": ["days", "entriesPerFeed"],
        "rules": ["name", "match", "action", "onlyWhereNamed"],
        "rules.match": Rule.Field.allCases.map(\.rawValue) + ["age", "words", "all", "any", "not"],
        "rules.match.pattern": ["regex", "caseSensitive"],
        "rules.match.limits": ["over", "under"],
        "rules.action": ["tag", "category", "retitle", "strip", "cap", "story"],
        "rules.action.retitle": ["regex", "caseSensitive", "with"],
        "rules.action.strip": ["elements", "classes"],
        "rules.action.cap": ["entries", "per"],
    ]
}
