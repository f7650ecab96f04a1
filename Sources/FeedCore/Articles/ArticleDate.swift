/// The dates that authors write by hand: `2026-11-22`, `2026-11-22 08:30[:15]`, RFC 3339, each with an optional zone
/// (`Z`, `+01:00`, `+0100`). Without a zone, UTC: the time zone of the machine must not reach what is published.
enum ArticleDate {
    static func parse(_ text: String) -> Timestamp? {
        var rest = Array(text.utf8)[...]
        guard let year = number(4, &rest), skip("-", &rest), let month = number(2, &rest), skip("-", &rest),
            let day = number(2, &rest)
        else { return nil }
        guard !rest.isEmpty else { return Timestamp(year: year, month: month, day: day) }
        guard skip("T", &rest) || skip("t", &rest) || skip(" ", &rest), let hour = number(2, &rest), skip(":", &rest),
            let minute = number(2, &rest)
        else { return nil }
        var second = 0
        var nanoseconds: Int32 = 0
        if skip(":", &rest) {
            guard let value = number(2, &rest) else { return nil }
            second = value
            if skip(".", &rest) {
                guard let value = fraction(&rest) else { return nil }
                nanoseconds = value
            }
        }
        while skip(" ", &rest) {}
        guard let offset = zone(&rest), rest.isEmpty else { return nil }
        return Timestamp(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second, nanoseconds: nanoseconds,
            offsetSeconds: offset)
    }

    /// Seconds east of Greenwich.
    private static func zone(_ rest: inout ArraySlice<UInt8>) -> Int? {
        if rest.isEmpty || skip("Z", &rest) || skip("z", &rest) { return 0 }
        let isEast = skip("+", &rest)
        guard isEast || skip("-", &rest), let hours = number(2, &rest) else { return nil }
        _ = skip(":", &rest)
        guard let minutes = number(2, &rest), hours < 24, minutes < 60 else { return nil }
        return (hours * 60 + minutes) * (isEast ? 60 : -60)
    }

    /// To the nanosecond; more digits are dropped.
    private static func fraction(_ rest: inout ArraySlice<UInt8>) -> Int32? {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        return (0..<9).reduce(0) { value, place in
            value * 10 + (place < digits.count ? Int32(digits[digits.startIndex + place] - 0x30) : 0)
        }
    }

    private static func number(_ digits: Int, _ rest: inout ArraySlice<UInt8>) -> Int? {
        guard rest.count >= digits else { return nil }
        var value = 0
        for byte in rest.prefix(digits) {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        rest = rest.dropFirst(digits)
        return value
    }

    private static func skip(_ character: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest = rest.dropFirst()
        return true
    }
}
