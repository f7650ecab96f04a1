/// The three date forms of HTTP (RFC 9110, section 5.6.7).
enum HTTPDate {
    /// nil for anything else; there is no guessing.
    static func parse(_ text: String) -> Timestamp? {
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" }
        switch words.count {
        // Sun, 06 Nov 1994 08:49:37 GMT, and Sunday, 06-Nov-94 08:49:37 GMT
        case 6 where words[5] == "GMT" || words[5] == "UTC":
            return timestamp(year: words[3], month: words[2], day: words[1], time: words[4])
        // Sun Nov  6 08:49:37 1994
        case 5: return timestamp(year: words[4], month: words[1], day: words[2], time: words[3])
        default: return nil
        }
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static func timestamp(year: Substring, month: Substring, day: Substring, time: Substring) -> Timestamp? {
        let clock = time.split(separator: ":", omittingEmptySubsequences: false).map(number)
        guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
            let month = months.firstIndex(of: month.lowercased()), let day = number(day), var value = number(year)
        else { return nil }
        // Two digits are of this century until 2069, as in C's `%y`.
        if year.utf8.count == 2 { value += value < 70 ? 2000 : 1900 }
        return Timestamp(year: value, month: month + 1, day: day, hour: hour, minute: minute, second: second)
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
