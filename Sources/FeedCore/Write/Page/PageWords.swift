/// Every word that the pages say by themselves, so that a translation has one place to go to.
enum PageWords {
    static let skip = "Skip to content"
    static let site = "Site"
    static let river = "River"
    static let feeds = "Feeds"
    static let pages = "Pages"
    static let older = "Older"
    static let newer = "Newer"
    static let onThisPage = "On this page"
    static let topics = "Topics"
    static let empty = "Nothing has been published yet."
    static let untitled = "Untitled"
    static let readOn = "Read on"
    static let by = "by"
    static let alsoIn = "Also in"
    static let player = "Player"
    static let download = "Download"
    static let failing = "Failing"
    static let since = "since"
    static let working = "Working"
    static let unchecked = "Not checked yet"
    static let lastPost = "Last post"
    static let noPost = "No post in the river yet"
    static let address = "Feed"
    static let utc = "Days and times are in UTC."
    static let madeWith = "Made with"
    static let shortcuts = "Keys: j next, k previous, o open, x expand"

    static func minutes(_ count: Int) -> String { "\(count) min" }
    /// Of a file, in steps of a thousand as its host counts.
    static func size(_ bytes: Int) -> String {
        bytes >= 1_000_000 ? "\(bytes / 1_000_000) MB" : "\(max(1, bytes / 1000)) kB"
    }

    static func audio(_ title: String) -> String { "Audio: \(title)" }
    static func video(_ title: String) -> String { "Video: \(title)" }
    static func followed(_ count: Int) -> String { count == 1 ? "1 feed is followed." : "\(count) feeds are followed." }

    static func activity(_ weeks: [Int]) -> String {
        "Posts in each of the last \(weeks.count) weeks: \(weeks.map(String.init).joined(separator: ", "))"
    }

    static func name(of format: PublishFormat) -> String {
        switch format {
        case .atom: "Atom"
        case .rss: "RSS"
        case .json: "JSON"
        case .opml: "OPML"
        case .html: "HTML"
        }
    }

    static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
