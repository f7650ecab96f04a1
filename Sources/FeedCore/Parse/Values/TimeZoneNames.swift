/// Offsets from UTC: `Z`, `+02:00`, `-0500`, `GMT+1`, and the names that occur in feeds.
enum TimeZoneNames {
    /// The offset in seconds east of Greenwich; nil if this is no zone.
    static func offset(of word: some Collection<UInt8>) -> Int? {
        if word.first.map(isSign) == true { return numeric(word) }
        var text = String(decoding: word.lazy.map(\.asciiLowercased), as: UTF8.self)
        if text.hasPrefix("etc/") { text.removeFirst(4) }
        if let hours = hours[text] { return Int(hours * 3_600) }
        for prefix in ["gmt", "utc", "ut"] where text.hasPrefix(prefix) {
            return numeric(text.utf8.dropFirst(prefix.utf8.count))
        }
        return nil
    }

    private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") }

    /// `+2`, `+02`, `+0200`, `+02:00`, `-500`, `+02:00:00`.
    private static func numeric(_ text: some Collection<UInt8>) -> Int? {
        guard let sign = text.first, isSign(sign) else { return nil }
        let digits = text.dropFirst().prefix(while: \.isASCIIDigit)
        guard var hours = number(digits) else { return nil }
        var minutes = 0
        let rest = text[digits.endIndex...]
        if rest.first == UInt8(ascii: ":") {
            guard let value = number(rest.dropFirst().prefix { $0 != UInt8(ascii: ":") }) else { return nil }
            minutes = value
        } else if !rest.isEmpty {
            return nil
        } else if digits.count > 2 {
            (hours, minutes) = (hours / 100, hours % 100)
        }
        guard hours <= 24, minutes < 60 else { return nil }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }

    private static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard (1...4).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// RFC 822, section 5.1 (its military letters with its signs), and what servers of the world print.
    private static let hours: [String: Double] = {
        var hours: [String: Double] = [
            "ut": 0, "gmt": 0, "utc": 0, "z": 0, "zulu": 0, "wet": 0,
            "ast": -4, "adt": -3, "at": -4, "est": -5, "edt": -4, "et": -5, "cst": -6, "cdt": -5, "ct": -6,
            "mst": -7, "mdt": -6, "mt": -7, "pst": -8, "pdt": -7, "pt": -8,
            "akst": -9, "akdt": -8, "hst": -10, "nst": -3.5, "ndt": -2.5, "brt": -3, "brst": -2, "art": -3,
            "bst": 1, "west": 1, "cet": 1, "met": 1, "mez": 1, "cest": 2, "mest": 2, "mesz": 2, "eet": 2, "eest": 3,
            "sast": 2, "msk": 3, "msd": 4, "trt": 3, "gst": 4, "pkt": 5, "ist": 5.5, "npt": 5.75, "ict": 7, "wib": 7,
            "hkt": 8, "sgt": 8, "awst": 8, "jst": 9, "kst": 9, "acst": 9.5, "acdt": 10.5, "aest": 10, "aedt": 11,
            "nzst": 12, "nzdt": 13,
        ]
        for (index, letter) in "abcdefghiklm".enumerated() { hours[String(letter)] = Double(-1 - index) }
        for (index, letter) in "nopqrstuvwxy".enumerated() { hours[String(letter)] = Double(1 + index) }
        return hours
    }()
}
