/// The names of months in feeds' languages, whole or cut short.
enum MonthNames {
    /// 1 ... 12, for a name in any case, with or without a full stop.
    static func month(of word: some Collection<UInt8>) -> Int? {
        if word.count >= 3, let month = english(word) { return month }
        guard word.contains(where: { $0 >= 0x80 || $0.isASCIILetter }) else { return nil }
        var name = String(decoding: word, as: UTF8.self).lowercased()
        if name.hasSuffix(".") { name.removeLast() }
        // The longer beginnings first: French juin and juil, Greek Ιούν and Ιούλ.
        for length in [name.count, 5, 4, 3] where length <= name.count {
            if let month = beginnings[String(name.prefix(length))] { return month }
        }
        return nil
    }

    /// Nearly every date comes through here, so no String is made.
    private static func english(_ word: some Collection<UInt8>) -> Int? {
        guard word.allSatisfy({ $0.isASCIILetter || $0 == UInt8(ascii: ".") }) else { return nil }
        let start = word.prefix(3).reduce(0) { $0 << 8 | UInt32($1.asciiLowercased) }
        let lower = word.lazy.map(\.asciiLowercased)
        // Finnish marraskuu is November.
        if lower.starts(with: "marras".utf8) { return 11 }
        return abbreviations.firstIndex(of: start).map { $0 + 1 }
    }

    private static let abbreviations: [UInt32] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

    /// How each month begins in Czech, Danish, Dutch, Finnish, French, German, Greek, Hungarian, Indonesian, Italian,
    /// Norwegian, Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Turkish and Ukrainian.
    private static let beginnings: [String: Int] = {
        let months = [
            "jan jän ian ene gen sty led oca ιαν янв січ tam",
            "fév fev fév feb lut úno şub φεβ фев лют hel",
            "mär mrz mrt maa mars marzo març márc már bře μάρ μαρ мар бер mart",
            "abr avr ápr apr kwi dub nis απρ апр кві huh",
            "mai mag maj máj mei kvě may μάι μαι μάϊ μαϊ мая май тра tou",
            "juin giu jún iun cze červn čvn haz ιούν ιουν ιον июн чер kes",
            "juil lug júl iul lip červe čvc tem ιούλ ιουλ ιολ июл лип hei",
            "aoû aou ago aug agu sie srp ağu αύγ αυγ авг сер elo",
            "set szep wrz zář eyl σεπ сен вер syy",
            "okt ott out paź říj eki οκτ окт жов lok",
            "noi lis kas νοέ νοε ноя лис",
            "déc dez des dic gru pro ara δεκ дек гру jou",
        ]
        var table: [String: Int] = [:]
        for (index, names) in months.enumerated() {
            for name in names.split(separator: " ") { table[String(name)] = index + 1 }
        }
        // Spellings of March and May in Greek feeds with a misplaced accent.
        for name in ["μάώ", "μαώ"] { table[name] = 3 }
        return table.merging(["červen": 6, "červenec": 7, "června": 6, "července": 7]) { $1 }
    }()
}
