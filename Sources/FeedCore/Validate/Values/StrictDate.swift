/// Dates exactly as a specification has them, where `FeedDate` takes everything that can be understood.
enum StrictDate {
    /// RFC 3339 as Atom narrows it: `T` and `Z` are capital letters (RFC 4287, section 3.3).
    static func rfc3339(_ text: String) -> ValueFault? {
        var scanner = DateScanner(text)
        guard let day = day(&scanner), scanner.take(UInt8(ascii: "T")), let time = time(&scanner, needsSeconds: true),
            hasZone(&scanner), scanner.isAtEnd
        else { return ValueFault(.invalidDate, "no RFC 3339 date such as 2026-11-23T10:00:00Z") }
        return calendar(day, time)
    }

    /// W3C's profile of ISO 8601: a year, a month, a day, or a moment with its zone.
    static func w3cdtf(_ text: String) -> ValueFault? {
        var scanner = DateScanner(text)
        let fault = ValueFault(.invalidDate, "no W3CDTF date such as 2026-11-23 or 2026-11-23T10:00:00Z")
        guard let year = scanner.digits(exactly: 4) else { return fault }
        if scanner.isAtEnd { return nil }
        guard scanner.take(UInt8(ascii: "-")), let month = scanner.digits(exactly: 2) else { return fault }
        if scanner.isAtEnd { return calendar((year, month, 1), (0, 0, 0)) }
        guard scanner.take(UInt8(ascii: "-")), let day = scanner.digits(exactly: 2) else { return fault }
        if scanner.isAtEnd { return calendar((year, month, day), (0, 0, 0)) }
        guard scanner.take(UInt8(ascii: "T")), let time = time(&scanner, needsSeconds: false), hasZone(&scanner),
            scanner.isAtEnd
        else { return fault }
        return calendar((year, month, day), time)
    }

    /// RFC 822, section 5, with years of four digits, which RSS prefers, or two.
    static func rfc822(_ text: String) -> ValueFault? {
        var scanner = DateScanner(text)
        let fault = ValueFault(.invalidDate, "no RFC 822 date such as Mon, 23 Nov 2026 10:00:00 GMT")
        let weekday = self.weekday(&scanner)
        guard let day = scanner.digits(atMost: 2), let month = word(&scanner).flatMap(month),
            let (year, digits) = year(&scanner)
        else { return fault }
        scanner.skipBlanks()
        guard let time = time(&scanner, needsSeconds: false), scanner.byte == UInt8(ascii: " "),
            let zone = word(&scanner), isZone(zone)
        else { return fault }
        scanner.skipBlanks()
        if let fault = calendar((year, month, day), time) { return fault }
        if let weekday, weekday != self.weekday(of: (year, month, day)) {
            return ValueFault(
                .invalidDate, "another day of the week than \(text.prefix(3)); correct it or leave it out")
        }
        if !scanner.isAtEnd { return scanner.byte == UInt8(ascii: "(") ? problematic("a comment") : fault }
        if digits == 2 { return problematic("a year of two digits") }
        if zone.count == 1, zone.first != UInt8(ascii: "Z") { return problematic("a military zone") }
        return isUsual(text) ? nil : problematic("unusual spaces or letter case")
    }

    /// Whether a valid date has one space between its parts, and letters as in the examples.
    private static func isUsual(_ text: String) -> Bool {
        let text = text.trimmed
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard !parts.contains(""), parts.count == (text.utf8.contains(UInt8(ascii: ",")) ? 6 : 5) else { return false }
        return parts.allSatisfy { part in
            guard let first = part.utf8.first, first.isASCIILetter else { return true }
            return first != first.asciiLowercased
        }
    }

    private static func problematic(_ what: String) -> ValueFault {
        ValueFault(.implausibleDate, "a date with \(what), which some readers misread", .warning)
    }
}

extension StrictDate {
    private typealias Day = (year: Int, month: Int, day: Int)
    private typealias Time = (hour: Int, minute: Int, second: Int)

    private static func day(_ scanner: inout DateScanner) -> Day? {
        guard let year = scanner.digits(exactly: 4), scanner.take(UInt8(ascii: "-")),
            let month = scanner.digits(exactly: 2), scanner.take(UInt8(ascii: "-")),
            let day = scanner.digits(exactly: 2)
        else { return nil }
        return (year, month, day)
    }

    private static func time(_ scanner: inout DateScanner, needsSeconds: Bool) -> Time? {
        guard let hour = scanner.digits(exactly: 2), scanner.take(UInt8(ascii: ":")),
            let minute = scanner.digits(exactly: 2)
        else { return nil }
        guard scanner.take(UInt8(ascii: ":")) else { return needsSeconds ? nil : (hour, minute, 0) }
        guard let second = scanner.digits(exactly: 2) else { return nil }
        if scanner.take(UInt8(ascii: ".")) {
            guard scanner.byte.isASCIIDigit else { return nil }
            while scanner.byte.isASCIIDigit { scanner.index += 1 }
        }
        return (hour, minute, second)
    }

    /// `Z` or `±HH:MM`.
    private static func hasZone(_ scanner: inout DateScanner) -> Bool {
        if scanner.take(UInt8(ascii: "Z")) { return true }
        guard scanner.take(UInt8(ascii: "+")) || scanner.take(UInt8(ascii: "-")),
            let hours = scanner.digits(exactly: 2), scanner.take(UInt8(ascii: ":")),
            let minutes = scanner.digits(exactly: 2)
        else { return false }
        return hours < 24 && minutes < 60
    }

    private static func calendar(_ day: Day, _ time: Time) -> ValueFault? {
        let moment = Timestamp(
            year: day.year, month: day.month, day: day.day, hour: time.hour, minute: time.minute, second: time.second)
        guard moment != nil else { return ValueFault(.invalidDate, "a day or time that does not exist") }
        guard day.year >= 1970 else {
            return ValueFault(.implausibleDate, "a date before 1970, so probably a mistake", .warning)
        }
        return nil
    }

    private static func word(_ scanner: inout DateScanner) -> ArraySlice<UInt8>? {
        scanner.skipBlanks()
        let start = scanner.index
        while !scanner.isAtEnd, !scanner.byte.isASCIIBlank { scanner.index += 1 }
        defer { scanner.skipBlanks() }
        return scanner.index > start ? scanner.bytes[start..<scanner.index] : nil
    }

    private static func year(_ scanner: inout DateScanner) -> (year: Int, digits: Int)? {
        if let year = scanner.digits(exactly: 4) { return (year, 4) }
        return scanner.digits(exactly: 2).map { (DateFields.fullYear($0, digits: 2), 2) }
    }

    private static func month(_ name: ArraySlice<UInt8>) -> Int? {
        months.firstIndex { $0.elementsEqual(name.map(\.asciiLowercased)) }.map { $0 + 1 }
    }

    /// 0 for Sunday; nil if the date begins with its day.
    private static func weekday(_ scanner: inout DateScanner) -> Int? {
        let name = scanner.bytes[scanner.index...].prefix(3).map(\.asciiLowercased)
        guard scanner.byte(after: 3) == UInt8(ascii: ","), let day = weekdays.firstIndex(where: { $0 == name }) else {
            return nil
        }
        scanner.index += 4
        scanner.skipBlanks()
        return day
    }

    private static func weekday(of day: Day) -> Int? {
        // 1970-01-01 was a Thursday.
        Timestamp(year: day.year, month: day.month, day: day.day).map { Int(($0.seconds / 86_400 + 4) % 7) }
    }

    private static func isZone(_ zone: ArraySlice<UInt8>) -> Bool {
        if zone.count == 5, zone.first == UInt8(ascii: "+") || zone.first == UInt8(ascii: "-") {
            return zone.dropFirst().allSatisfy(\.isASCIIDigit)
        }
        if zone.count == 1 { return zone.allSatisfy { $0.isASCIILetter && $0.asciiLowercased != UInt8(ascii: "j") } }
        return zones.contains { $0.elementsEqual(zone.map(\.asciiLowercased)) }
    }

    private static func lines(_ words: String) -> [[UInt8]] { words.split(separator: " ").map { Array($0.utf8) } }

    private static let months = lines("jan feb mar apr may jun jul aug sep oct nov dec")
    private static let weekdays = lines("sun mon tue wed thu fri sat")
    private static let zones = lines("gmt ut est edt cst cdt mst mdt pst pdt")
}
