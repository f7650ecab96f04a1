/// Dates made of words: RFC 822, section 5, and RFC 5322, section 4.3, with their usual faults, RFC 850, `asctime`, and
/// `Fri, 2006/09/15 08:19:53 EDT`.
///
/// Every word says by its looks what it is, so that a missing weekday, a month before the day, a year behind the time
/// or a zone in the middle do no harm.
struct WordedDate {
    private var day: Int?
    private var month: Int?
    /// Whether `month` stood before any number: French and Spanish weekdays (`mar.`) read like months.
    private var monthIsDoubtful = false
    private var year: Int?
    private var time: ClockTime?
    private var offset: Int?

    static func parse(_ scanner: DateScanner) -> Timestamp? {
        var scanner = scanner
        var date = WordedDate()
        while let word = scanner.word() {
            // A comment (RFC 822, section 3.4.3), such as `(CEST)`, ends what matters.
            if word.first == UInt8(ascii: "(") { break }
            guard date.read(word) else { return nil }
        }
        return date.timestamp
    }

    private var timestamp: Timestamp? {
        guard let day, let month, let year else { return nil }
        return DateFields(year: year, month: month, day: day, time: time ?? ClockTime(), offset: offset ?? 0).timestamp
    }

    /// False if the word makes the whole thing no date.
    private mutating func read(_ word: ArraySlice<UInt8>) -> Bool {
        guard let first = word.first else { return true }
        if first.isASCIIDigit { return readNumber(word) }
        if (first == UInt8(ascii: "+") || first == UInt8(ascii: "-")), word.dropFirst().first?.isASCIIDigit == true {
            guard let zone = TimeZoneNames.offset(of: word) else { return false }
            // `GMT +0100` means the number.
            offset = zone
            return true
        }
        return readName(word)
    }

    private mutating func readNumber(_ word: ArraySlice<UInt8>) -> Bool {
        if word.contains(UInt8(ascii: ":")) { return readTime(word) }
        let digits = word.prefix { $0.isASCIIDigit }
        if digits.count < word.count {
            for separator in [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")] {
                let parts = word.split(separator: separator)
                if parts.count == 3 { return readTriple(parts) }
            }
            let suffix = word[digits.endIndex...].map(\.asciiLowercased)
            guard Self.ordinals.contains(String(decoding: suffix, as: UTF8.self)) else { return false }
        }
        guard let value = Self.number(digits) else { return false }
        if digits.count <= 2, day == nil {
            day = value
        } else if year == nil {
            year = DateFields.fullYear(value, digits: digits.count)
        } else if time == nil, digits.count <= 2 {
            // `19 GMT`, an hour alone.
            return readTime(digits)
        } else if offset == nil, time != nil, digits.count == 4 {
            // `0000`, a zone that lost its sign: as good as none (RFC 5322, section 4.3).
            offset = 0
        } else {
            return false
        }
        return true
    }

    /// `19:48:21`, also with the zone stuck to it (`19:48:21Z`, `19:48+0100`).
    private mutating func readTime(_ word: ArraySlice<UInt8>) -> Bool {
        var scanner = DateScanner(word)
        guard time == nil, let clock = ClockTime(&scanner) else { return false }
        time = clock
        guard let rest = scanner.word() else { return true }
        return readHalf(rest) ?? readZone(rest)
    }

    /// `06-Nov-94`, `2006/09/15`, `31.12.2003`; a day and month that could be either way round are refused.
    private mutating func readTriple(_ parts: [ArraySlice<UInt8>]) -> Bool {
        if let year = Self.number(parts[0]), parts[0].count == 4 {
            self.year = year
            month = Self.number(parts[1]) ?? MonthNames.month(of: parts[1])
            day = Self.number(parts[2])
            return month != nil && day != nil
        }
        guard let first = Self.number(parts[0]), let last = Self.number(parts[2]) else { return false }
        year = DateFields.fullYear(last, digits: parts[2].count)
        if let second = Self.number(parts[1]) {
            guard first > 12 || second > 12 || first == second else { return false }
            (day, month) = first > 12 ? (first, second) : (second, first)
        } else {
            (day, month) = (first, MonthNames.month(of: parts[1]))
        }
        return month != nil
    }

    /// A month, a zone, a half of the day; anything else must be the weekday in front.
    private mutating func readName(_ word: ArraySlice<UInt8>) -> Bool {
        if let half = readHalf(word) { return half }
        if month == nil || monthIsDoubtful, !isWeekday(word), let value = MonthNames.month(of: word) {
            monthIsDoubtful = month == nil && day == nil
            month = value
            return true
        }
        if time != nil { return readZone(word) }
        return day == nil || month == nil || year == nil || isWeekday(word)
    }

    private mutating func readHalf(_ word: ArraySlice<UInt8>) -> Bool? {
        guard let time, let isAfternoon = ClockTime.isAfternoon(word) else { return nil }
        guard let half = time.half(afternoon: isAfternoon) else { return false }
        self.time = half
        return true
    }

    /// An unknown name of a zone is UTC (RFC 5322, section 4.3).
    private mutating func readZone(_ word: ArraySlice<UInt8>) -> Bool {
        if let zone = TimeZoneNames.offset(of: word) {
            offset = zone
        } else if word.first.map({ $0.isASCIIDigit || $0 == UInt8(ascii: "+") }) == true {
            return false
        }
        return true
    }

    private func isWeekday(_ word: ArraySlice<UInt8>) -> Bool {
        Self.weekdays.contains { $0.elementsEqual(word.prefix(3).lazy.map(\.asciiLowercased)) }
    }

    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map { Array($0.utf8) }

    /// What may stick to a day.
    private static let ordinals: Set<String> = ["st", "nd", "rd", "th", "."]

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy(\.isASCIIDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}
