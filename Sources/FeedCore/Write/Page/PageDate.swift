/// Moments as the pages show them: in English and in UTC, whatever the machine's locale and time zone.
enum PageDate {
    /// `Sunday, 22 November 2026`.
    static func day(_ moment: Timestamp) -> String {
        let days = moment.seconds >= 0 ? moment.seconds / 86_400 : (moment.seconds - 86_399) / 86_400
        // 1 January 1970 was a Thursday.
        let weekday = Int(((days + 4) % 7 + 7) % 7)
        return "\(PageWords.weekdays[weekday]), \(date(moment))"
    }

    /// `22 November 2026`.
    static func date(_ moment: Timestamp) -> String {
        let fields = moment.fields
        return "\(fields.day) \(PageWords.months[fields.month - 1]) \(fields.year)"
    }

    /// `22 November 2026, 09:05 UTC`.
    static func dateAndTime(_ moment: Timestamp) -> String { "\(date(moment)), \(time(moment))" }

    /// `09:05 UTC`.
    static func time(_ moment: Timestamp) -> String {
        let fields = moment.fields
        return "\(fields.hour < 10 ? "0" : "")\(fields.hour):\(fields.minute < 10 ? "0" : "")\(fields.minute) UTC"
    }

    /// `October 2026` for `archive/2026-10`; the name itself for one that ends in no month.
    static func month(ofArchive name: String) -> String {
        let parts = name.split(separator: "/").last?.split(separator: "-") ?? []
        guard parts.count == 2, let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month) else {
            return name
        }
        return "\(PageWords.months[month - 1]) \(year)"
    }
}
