/// Dates as feeds write them: RFC 822 with its usual faults, RFC 3339 and W3CDTF, the profiles of ISO 8601, `asctime`,
/// dates with month names of other languages, and Unix times.
///
/// A date that cannot be understood is nil, never a guess and never today. A wrong weekday is ignored; a missing zone
/// is UTC.
enum FeedDate {
    static func parse(_ text: String) -> Timestamp? {
        // The first day of the year 1 is what .NET has for a date that was never set.
        read(text).flatMap { $0.seconds < secondYear ? nil : $0 }
    }

    private static let secondYear: Int64 = -62_104_060_800

    private static func read(_ text: String) -> Timestamp? {
        var scanner = DateScanner(text)
        scanner.skipBlanks()
        if let count = scanner.onlyDigitsLeft, count != 4 { return number(scanner, digits: count) }
        if scanner.startsWithDigits(4) || scanner.startsWithDigits(2, then: UInt8(ascii: "-")) {
            // Also `31-12-2003`, which the worded reader refuses as ambiguous unless it names a month.
            if let date = ISODate.parse(scanner) { return date }
        }
        return WordedDate.parse(scanner)
    }

    /// Nothing but digits: `20031231`, `031231`, `2003365`, a Unix time in seconds or in milliseconds.
    private static func number(_ scanner: DateScanner, digits: Int) -> Timestamp? {
        switch digits {
        case 5...8: return ISODate.parse(scanner)
        case 9, 10:
            var scanner = scanner
            return scanner.digits(atMost: digits).map { Timestamp(seconds: Int64($0)) }
        case 13:
            var scanner = scanner
            return scanner.digits(atMost: digits).map {
                Timestamp(seconds: Int64($0 / 1_000), nanoseconds: Int32($0 % 1_000) * 1_000_000)
            }
        case 14:
            return ISODate.parse(scanner)
        default: return nil
        }
    }
}
