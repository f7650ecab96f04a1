/// A moment in UTC, to the nanosecond: the model's only date.
///
/// Written and read as RFC 3339 with `Z`; a fraction is written only where there is one. Formatting is our own because
/// published bytes must not depend on a locale, a time zone or a Foundation version.
public struct Timestamp: Sendable, Hashable {
    /// Seconds since 1970-01-01T00:00:00Z, negative before.
    public let seconds: Int64
    /// 0 ..< 1_000_000_000, always counted forward from `seconds`.
    public let nanoseconds: Int32

    public init(seconds: Int64, nanoseconds: Int32 = 0) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// From proleptic Gregorian fields in UTC; nil if a field is out of range (a leap second counts as the next second).
    public init?(
        year: Int, month: Int = 1, day: Int = 1, hour: Int = 0, minute: Int = 0, second: Int = 0,
        nanoseconds: Int32 = 0, offsetSeconds: Int = 0
    ) {
        guard (0...9999).contains(year), (1...12).contains(month),
            (1...Self.daysInMonth(year, month)).contains(day),
            (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second),
            (0..<1_000_000_000).contains(nanoseconds)
        else { return nil }
        let days = Self.daysSinceEpoch(year, month, day)
        self.seconds = Int64(days * 86_400 + hour * 3_600 + minute * 60 + second - offsetSeconds)
        self.nanoseconds = nanoseconds
    }

    /// The calendar fields in UTC.
    public var fields: (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        let total = Int(seconds)
        let days = total >= 0 ? total / 86_400 : (total - 86_399) / 86_400
        let rest = total - days * 86_400
        let (year, month, day) = Self.civil(days)
        return (year, month, day, rest / 3_600, rest / 60 % 60, rest % 60)
    }

    /// RFC 3339 in UTC, `2003-12-31T10:14:55Z`, with a fraction only if there is one.
    public var rfc3339: String {
        let (year, month, day, hour, minute, second) = fields
        // As bytes: every entry has three, and all are written twice.
        var text: [UInt8] = []
        text.reserveCapacity(30)
        Self.append(year, 4, "-", to: &text)
        Self.append(month, 2, "-", to: &text)
        Self.append(day, 2, "T", to: &text)
        Self.append(hour, 2, ":", to: &text)
        Self.append(minute, 2, ":", to: &text)
        Self.append(second, 2, nanoseconds > 0 ? "." : "Z", to: &text)
        if nanoseconds > 0 {
            Self.append(Int(nanoseconds), 9, to: &text)
            while text.last == UInt8(ascii: "0") { text.removeLast() }
            text.append(UInt8(ascii: "Z"))
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension Timestamp: Comparable {
    public static func < (one: Self, other: Self) -> Bool {
        (one.seconds, one.nanoseconds) < (other.seconds, other.nanoseconds)
    }
}

extension Timestamp: Codable {
    /// Reads what `rfc3339` writes; feeds' own dates go through `FeedDate`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(rfc3339: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an RFC 3339 UTC time: \(text)")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rfc3339)
    }

    /// Strict: exactly the form that `rfc3339` writes.
    public init?(rfc3339 text: String) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z"), bytes[4] == UInt8(ascii: "-"),
            bytes[7] == UInt8(ascii: "-"), bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"),
            let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19)
        else { return nil }
        var nanoseconds = 0
        if bytes.count > 20 {
            let digits = bytes.count - 21
            guard bytes[19] == UInt8(ascii: "."), (1...9).contains(digits), let value = number(20..<20 + digits)
            else { return nil }
            nanoseconds = (digits..<9).reduce(value) { value, _ in value * 10 }
        }
        self.init(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second,
            nanoseconds: Int32(nanoseconds))
    }
}

extension Timestamp {
    static func daysInMonth(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant's `days_from_civil`).
    private static func daysSinceEpoch(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The inverse of `daysSinceEpoch`.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// - Parameter mark: what follows; ASCII.
    private static func append(_ number: Int, _ width: Int, _ mark: Unicode.Scalar? = nil, to text: inout [UInt8]) {
        defer { if let mark { text.append(UInt8(ascii: mark)) } }
        var place = 1
        for _ in 1..<width { place *= 10 }
        // A zone can push a date out of the years that RFC 3339 has.
        guard number >= 0, number < place * 10 else { return text += String(number).utf8 }
        while place > 0 {
            text.append(UInt8(ascii: "0") + UInt8(number / place % 10))
            place /= 10
        }
    }
}
