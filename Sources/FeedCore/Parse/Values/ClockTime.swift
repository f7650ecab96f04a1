/// A time of day: `H:MM`, `HH:MM:SS`, `HH:MM:SS.sss`, `HHMM`, `HHMMSS`; `24:00` is the end of the day.
struct ClockTime {
    /// Since midnight; up to 86,400.
    var seconds = 0
    var nanoseconds = 0

    init() {}

    /// Takes a time from the text; nil if there is none or if the clock has no such time.
    init?(_ scanner: inout DateScanner) {
        if scanner.startsWithDigits(6) || scanner.startsWithDigits(4) {
            guard let hour = scanner.digits(exactly: 2), let minute = scanner.digits(exactly: 2) else { return nil }
            self.init(hour, minute, scanner.digits(exactly: 2) ?? 0)
        } else {
            guard let hour = scanner.digits(atMost: 2) else { return nil }
            var minute = 0
            var second = 0
            if scanner.take(UInt8(ascii: ":")) {
                guard let value = scanner.digits(atMost: 2) else { return nil }
                minute = value
                if scanner.take(UInt8(ascii: ":")) { second = scanner.digits(atMost: 2) ?? 0 }
            }
            self.init(hour, minute, second)
        }
        readFraction(&scanner)
    }

    private init?(_ hour: Int, _ minute: Int, _ second: Int) {
        // A leap second counts as the next second, as POSIX has it.
        guard
            (0...23).contains(hour) && (0...59).contains(minute) && (0...60).contains(second)
                || hour == 24 && minute == 0 && second == 0
        else { return nil }
        seconds = hour * 3_600 + minute * 60 + second
    }

    /// ISO 8601 allows a comma; digits beyond the nanosecond are dropped.
    private mutating func readFraction(_ scanner: inout DateScanner) {
        guard scanner.byte == UInt8(ascii: ".") || scanner.byte == UInt8(ascii: ","),
            scanner.byte(after: 1).isASCIIDigit
        else { return }
        scanner.index += 1
        var place = 100_000_000
        while scanner.byte.isASCIIDigit {
            nanoseconds += Int(scanner.byte - UInt8(ascii: "0")) * place
            place /= 10
            scanner.index += 1
        }
    }

    /// Which half of the day `AM` or `p.m.` means; nil if the word is neither.
    static func isAfternoon(_ word: ArraySlice<UInt8>) -> Bool? {
        // Before anything is made for it: nearly every word is something else.
        guard word.count <= 4, let first = word.first?.asciiLowercased,
            first == UInt8(ascii: "a") || first == UInt8(ascii: "p"),
            word.dropFirst().lazy.filter({ $0 != UInt8(ascii: ".") }).map(\.asciiLowercased).elementsEqual("m".utf8)
        else { return nil }
        return first == UInt8(ascii: "p")
    }

    /// Turns a twelve-hour time into one of twenty-four; nil if the hour does not fit.
    func half(afternoon: Bool) -> ClockTime? {
        guard seconds < 46_800 else { return afternoon ? self : nil }
        var result = self
        if seconds >= 43_200 { result.seconds -= 43_200 }
        if afternoon { result.seconds += 43_200 }
        return result
    }
}
