/// Every word that the pages say by themselves, in the site's language where there is a translation, else in English.
///
/// What is counted stands behind a colon, since no two languages agree on their plurals. In patterns `{n}` is a number,
/// `{w}` a day of the week, `{d}` a day, `{M}` a month's name, `{m}` its number, and `{y}` a year.
struct PageWords: Sendable {
    let skip: String
    let site: String
    let river: String
    let feeds: String
    let pages: String
    let older: String
    let newer: String
    let onThisPage: String
    let topics: String
    let empty: String
    let untitled: String
    let readOn: String
    /// Before the names of authors.
    let by: String
    /// Before the names of feeds.
    let alsoIn: String
    let download: String
    let audio: String
    let video: String
    let working: String
    /// Before a date.
    let failingSince: String
    let failing: String
    /// Before a date.
    let retiredSince: String
    let unchecked: String
    /// Before a date.
    let lastPost: String
    let noPost: String
    /// The link to a feed.
    let address: String
    let followed: String
    let activity: String
    let utc: String
    /// Before the name of the program.
    let madeWith: String
    let shortcuts: String
    let minutes: String
    let day: String
    let date: String
    let month: String
    /// From Sunday on.
    let weekdays: [String]
    let months: [String]

    /// - Parameter language: BCP 47; nil for English.
    static func of(_ language: String?) -> PageWords {
        let primary = language?.prefix { $0 != "-" }.lowercased() ?? ""
        return PageLanguages.words[primary] ?? PageLanguages.english
    }

    func minutes(_ count: Int) -> String { minutes.replacing("{n}", with: String(count)) }

    /// Of a file, in steps of a thousand as its host counts.
    func size(_ bytes: Int) -> String {
        bytes >= 1_000_000 ? "\(bytes / 1_000_000) MB" : "\(max(1, bytes / 1000)) kB"
    }

    func followed(_ count: Int) -> String { "\(followed): \(count)" }

    func activity(_ weeks: [Int]) -> String {
        "\(activity.replacing("{n}", with: String(weeks.count))): \(weeks.map(String.init).joined(separator: ", "))"
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
}

// Moments: in UTC, whatever the machine's locale and time zone.
extension PageWords {
    /// `Sunday, 22 November 2026`.
    func day(_ moment: Timestamp) -> String {
        let days = moment.seconds >= 0 ? moment.seconds / 86_400 : (moment.seconds - 86_399) / 86_400
        // 1 January 1970 was a Thursday.
        let weekday = Int(((days + 4) % 7 + 7) % 7)
        return filled(day, moment).replacing("{w}", with: weekdays[weekday])
    }

    /// `22 November 2026`.
    func date(_ moment: Timestamp) -> String { filled(date, moment) }

    /// `09:05 UTC`.
    func time(_ moment: Timestamp) -> String {
        let fields = moment.fields
        return "\(fields.hour < 10 ? "0" : "")\(fields.hour):\(fields.minute < 10 ? "0" : "")\(fields.minute) UTC"
    }

    /// `October 2026` for `archive/2026-10`; the name itself for one that ends in no month.
    func month(ofArchive name: String) -> String {
        let parts = name.split(separator: "/").last?.split(separator: "-") ?? []
        guard parts.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
            let moment = Timestamp(year: year, month: month, day: 1)
        else { return name }
        return filled(self.month, moment)
    }

    private func filled(_ pattern: String, _ moment: Timestamp) -> String {
        let fields = moment.fields
        return pattern.replacing("{d}", with: String(fields.day)).replacing("{M}", with: months[fields.month - 1])
            .replacing("{m}", with: String(fields.month)).replacing("{y}", with: String(fields.year))
    }
}
