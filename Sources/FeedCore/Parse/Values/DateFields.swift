/// What was read of a date before it becomes a moment.
struct DateFields {
    var year: Int
    var month = 1
    var day = 1
    var time = ClockTime()
    /// East of Greenwich, in seconds.
    var offset = 0

    /// Nil if the calendar has no such day.
    var timestamp: Timestamp? {
        guard let midnight = Timestamp(year: year, month: month, day: day) else { return nil }
        return Timestamp(
            seconds: midnight.seconds + Int64(time.seconds - offset), nanoseconds: Int32(time.nanoseconds))
    }

    /// RFC 5322, section 4.3: two digits are 1950 to 2049, three count from 1900.
    static func fullYear(_ year: Int, digits: Int) -> Int {
        switch digits {
        case 1, 2: year < 50 ? 2000 + year : 1900 + year
        case 3: 1900 + year
        default: year
        }
    }
}
