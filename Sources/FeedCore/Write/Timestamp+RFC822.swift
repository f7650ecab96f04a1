extension Timestamp {
    /// RFC 822 with a year of four digits, as RSS has it: `Sun, 01 Feb 2026 00:00:00 GMT`.
    var rfc822: String {
        let (year, month, day, hour, minute, second) = fields
        let weekday = Int((((seconds - Int64(hour * 3_600 + minute * 60 + second)) / 86_400) % 7 + 7 + 4) % 7)
        func padded(_ value: Int, _ width: Int = 2) -> String {
            String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
        }
        return "\(Self.weekdays[weekday]), \(padded(day)) \(Self.months[month - 1]) \(padded(year, 4)) "
            + "\(padded(hour)):\(padded(minute)):\(padded(second)) GMT"
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
