/// Dates that begin with the year: ISO 8601 (calendar, week and ordinal dates, basic and extended), RFC 3339, W3CDTF,
/// `2003-12-31 10:14:55`, `2003/12/31`, `2004-július-13T9:15`, `2004년 05월 28일 01:31:15`.
enum ISODate {
    static func parse(_ scanner: DateScanner) -> Timestamp? {
        var scanner = scanner
        guard var fields = date(&scanner) else { return nil }
        var isKorean = scanner.bytes.count > scanner.index && hasKoreanDay(scanner)
        guard !isAtEndOfDate(scanner) else { return fields.timestamp }
        // XML Schema's dates have zones, too (`2003-12-31Z`, part 2, section 3.2.9).
        if "Zz+-".utf8.contains(scanner.byte) { return withZone(&fields, &scanner, isKorean: isKorean) }
        if scanner.byte | 0x20 == UInt8(ascii: "t") { scanner.index += 1 }
        scanner.skipBlanks()
        guard !scanner.isAtEnd else { return fields.timestamp }
        if let half = halfOfDay(&scanner) {
            isKorean = isKorean || half.isKorean
            scanner.skipBlanks()
            guard let time = ClockTime(&scanner)?.half(afternoon: half.afternoon) else { return nil }
            fields.time = time
        } else {
            guard let time = ClockTime(&scanner) else { return nil }
            fields.time = time
        }
        return withZone(&fields, &scanner, isKorean: isKorean)
    }

    /// The day, in one of the three ways of ISO 8601, section 5.2.
    private static func date(_ scanner: inout DateScanner) -> DateFields? {
        guard let year = year(&scanner) else { return nil }
        var fields = DateFields(year: year)
        if isAtEndOfDate(scanner) { return fields }
        let separated = separator(&scanner)
        if isAtEndOfDate(scanner) { return fields }
        if scanner.byte | 0x20 == UInt8(ascii: "w"), scanner.byte(after: 1).isASCIIDigit {
            return week(&scanner, of: year)
        }
        if scanner.startsWithDigits(3), !scanner.startsWithDigits(4) {
            guard let day = scanner.digits(exactly: 3), (1...366).contains(day) else { return nil }
            fields.time.seconds = (day - 1) * 86_400
            return ordinal(fields)
        }
        guard let month = separated ? monthNumberOrName(&scanner) : scanner.digits(exactly: 2) else { return nil }
        fields.month = month
        let hasMore = separated ? separator(&scanner) : true
        if hasMore, let day = separated ? scanner.digits(atMost: 2) : scanner.digits(exactly: 2) {
            fields.day = day
            if scanner.take(word: "일") || scanner.take(word: "日") || scanner.take(UInt8(ascii: ".")) {}
        }
        return fields
    }

    /// Four digits; two in ISO 8601:2000's truncated `YY-MM-DD` and `YYMMDD`.
    private static func year(_ scanner: inout DateScanner) -> Int? {
        if let count = scanner.onlyDigitsLeft, count == 6 || count == 5 {
            return scanner.digits(exactly: 2).map { 2000 + $0 }
        }
        if let year = scanner.digits(exactly: 4) { return year }
        return scanner.digits(exactly: 2).map { DateFields.fullYear($0, digits: 2) }
    }

    private static func separator(_ scanner: inout DateScanner) -> Bool {
        switch scanner.byte {
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
            scanner.index += 1
        default:
            guard ["년", "年", "월", "月"].contains(where: { scanner.take(word: $0) }) else { return false }
        }
        scanner.skipBlanks()
        return true
    }

    private static func monthNumberOrName(_ scanner: inout DateScanner) -> Int? {
        if scanner.byte.isASCIIDigit { return scanner.digits(atMost: 2) }
        let start = scanner.index
        while !scanner.isAtEnd, scanner.byte != UInt8(ascii: "-"), !scanner.byte.isASCIIBlank { scanner.index += 1 }
        return MonthNames.month(of: scanner.bytes[start..<scanner.index])
    }

    /// `W53-6`; without a day, Monday. Week 1 has the year's first Thursday.
    private static func week(_ scanner: inout DateScanner, of year: Int) -> DateFields? {
        scanner.index += 1
        guard let week = scanner.digits(exactly: 2), (1...53).contains(week) else { return nil }
        _ = scanner.take(UInt8(ascii: "-"))
        let day = scanner.digits(exactly: 1) ?? 1
        guard (1...7).contains(day), let fourth = Timestamp(year: year, month: 1, day: 4) else { return nil }
        let days = Int(fourth.seconds / 86_400)
        // 1970-01-01 was a Thursday.
        let monday = days - ((days + 3) % 7 + 7) % 7
        let moment = Timestamp(seconds: Int64(monday + (week - 1) * 7 + day - 1) * 86_400).fields
        return DateFields(year: moment.year, month: moment.month, day: moment.day)
    }

    /// The day of the year, counted in `time`, as month and day; nil for day 366 of a common year.
    private static func ordinal(_ fields: DateFields) -> DateFields? {
        guard let moment = fields.timestamp?.fields, moment.year == fields.year else { return nil }
        return DateFields(year: moment.year, month: moment.month, day: moment.day)
    }

    private static func isAtEndOfDate(_ scanner: DateScanner) -> Bool {
        scanner.bytes[scanner.index...].allSatisfy(\.isASCIIBlank)
    }

    private static func hasKoreanDay(_ scanner: DateScanner) -> Bool {
        scanner.bytes[..<scanner.index].suffix(3).elementsEqual("일".utf8)
    }

    private static func halfOfDay(_ scanner: inout DateScanner) -> (afternoon: Bool, isKorean: Bool)? {
        if scanner.take(word: "오전") { return (false, true) }
        if scanner.take(word: "오후") { return (true, true) }
        for word in ["午前", "上午"] where scanner.take(word: word) { return (false, false) }
        for word in ["午後", "下午"] where scanner.take(word: word) { return (true, false) }
        return nil
    }

    /// What follows the time: a zone, `AM` or `PM`, nothing. Korean servers that write their own words mean their
    /// own time.
    private static func withZone(
        _ fields: inout DateFields, _ scanner: inout DateScanner, isKorean: Bool
    ) -> Timestamp? {
        var offset: Int?
        while let word = scanner.word(), word.first != UInt8(ascii: "(") {
            if let isAfternoon = ClockTime.isAfternoon(word) {
                guard let time = fields.time.half(afternoon: isAfternoon) else { return nil }
                fields.time = time
            } else {
                guard offset == nil, let zone = TimeZoneNames.offset(of: word) else { return nil }
                offset = zone
            }
        }
        fields.offset = offset ?? (isKorean ? 9 * 3_600 : 0)
        return fields.timestamp
    }
}
