/// One object of `site.json`, read key by key: `null` and an absent key give nil, a wrong value an error.
struct ConfigurationSection {
    private let path: String
    private let offset: Int
    private let members: [String: JSON5Value]
    /// The whole file, to tell where something stands.
    private let bytes: [UInt8]

    /// - Parameter kind: what `ConfigurationKeys` calls it, where that is not its path.
    /// - Throws: if there is a key that nobody knows.
    init(_ value: JSON5Value, path: String, kind: String? = nil, of bytes: [UInt8]) throws(SiteError) {
        self.path = path
        self.bytes = bytes
        offset = value.offset
        guard case .object(let list) = value.kind else {
            throw Self.error(value.offset, bytes, path, "is \(value.kind.description); it must be an object, { … }")
        }
        let kind = kind ?? path
        let known = ConfigurationKeys.known(at: kind)
        for member in list where !known.contains(member.name) {
            let name = Excerpt.of(member.name)
            let advice = ConfigurationKeys.suggestion(for: name, at: kind)
            throw Self.error(member.offset, bytes, Self.join(path, name), "is not a key of feedtool; \(advice)")
        }
        members = Dictionary(uniqueKeysWithValues: list.map { ($0.name, $0.value) })
    }

    func section(_ key: String, _ kind: String? = nil) throws(SiteError) -> ConfigurationSection? {
        guard let value = value(key) else { return nil }
        return try section(value, key, kind)
    }

    /// - Parameter key: where `value` stands in this object.
    func section(_ value: JSON5Value, _ key: String, _ kind: String?) throws(SiteError) -> ConfigurationSection {
        try ConfigurationSection(value, path: Self.join(path, key), kind: kind, of: bytes)
    }

    /// A list of objects of one kind.
    func sections(_ key: String, _ kind: String? = nil) throws(SiteError) -> [ConfigurationSection]? {
        guard let value = value(key) else { return nil }
        guard case .array(let elements) = value.kind else { throw mismatch(key, value, "a list of objects, [{ … }]") }
        var sections: [ConfigurationSection] = []
        for (index, element) in elements.enumerated() {
            sections.append(try section(element, "\(key)[\(index)]", kind ?? Self.join(path, key)))
        }
        return sections
    }

    /// The values of a list that is not empty, with their keys; one value is as good as a list of it.
    func elements(_ key: String) throws(SiteError) -> [(value: JSON5Value, key: String)]? {
        guard let value = value(key) else { return nil }
        guard case .array(let elements) = value.kind else { return [(value, key)] }
        guard !elements.isEmpty else { throw error(key, "is an empty list") }
        return elements.enumerated().map { ($1, "\(key)[\($0)]") }
    }

    /// A text that says something, or a list of such texts.
    func texts(_ key: String) throws(SiteError) -> [String]? {
        guard let elements = try elements(key) else { return nil }
        var texts: [String] = []
        for element in elements { texts.append(try text(element.value, element.key)) }
        return texts
    }

    /// A text that says something.
    func text(_ key: String) throws(SiteError) -> String? {
        guard let value = value(key) else { return nil }
        return try text(value, key)
    }

    /// - Parameter key: where `value` stands in this object.
    func text(_ value: JSON5Value, _ key: String) throws(SiteError) -> String {
        guard case .string(let text) = value.kind else { throw mismatch(key, value, "a text in quotes") }
        guard text.contains(where: { !$0.isWhitespace }) else { throw mismatch(key, value, "a text that is not empty") }
        return text
    }

    func flag(_ key: String) throws(SiteError) -> Bool? {
        guard let value = value(key) else { return nil }
        guard case .bool(let flag) = value.kind else { throw mismatch(key, value, "true or false") }
        return flag
    }

    func number(_ key: String, in range: ClosedRange<Double>, _ unit: String) throws(SiteError) -> Double? {
        guard let value = value(key) else { return nil }
        guard case .number(let number) = value.kind, range.contains(number) else {
            throw mismatch(key, value, "a number of \(unit), \(plain(range.lowerBound)) to \(plain(range.upperBound))")
        }
        return number
    }

    func integer(_ key: String, in range: ClosedRange<Int>) throws(SiteError) -> Int? {
        guard let value = value(key) else { return nil }
        guard case .number(let number) = value.kind, let integer = Int(exactly: number), range.contains(integer) else {
            throw mismatch(key, value, "a whole number, \(range.lowerBound) to \(range.upperBound)")
        }
        return integer
    }

    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String) throws(SiteError) -> Choice? {
        guard let value = value(key) else { return nil }
        return try choice(value, key)
    }

    /// A list of different choices, at least one unless there may be none.
    func choices<Choice: RawRepresentable<String> & CaseIterable & Equatable>(
        _ key: String, orNone: Bool = false
    ) throws(SiteError) -> [Choice]? {
        guard let value = value(key) else { return nil }
        guard case .array(let elements) = value.kind, orNone || !elements.isEmpty else {
            throw mismatch(key, value, "a list with some of \(Self.names(of: Choice.self))")
        }
        var choices: [Choice] = []
        for element in elements {
            let choice: Choice = try choice(element, key)
            if !choices.contains(choice) { choices.append(choice) }
        }
        return choices
    }

    /// The place and key of a value that is wrong for a reason that only the caller knows.
    func error(_ key: String, _ reason: String) -> SiteError {
        Self.error(members[key]?.offset ?? offset, bytes, Self.join(path, key), reason)
    }

    func error(_ reason: String) -> SiteError { Self.error(offset, bytes, path, reason) }

    func missing(_ key: String, such example: String) -> SiteError {
        error(key, "is missing; add \(key): \(example)")
    }

    func mismatch(_ key: String, _ value: JSON5Value, _ wanted: String) -> SiteError {
        Self.error(value.offset, bytes, Self.join(path, key), "is \(value.kind.description); it must be \(wanted)")
    }

    /// Nil for `null` too.
    func value(_ key: String) -> JSON5Value? { members[key].flatMap { $0.kind == .null ? nil : $0 } }
}

extension ConfigurationSection {
    private func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ value: JSON5Value, _ key: String
    ) throws(SiteError) -> Choice {
        guard case .string(let name) = value.kind, let choice = Choice(rawValue: name) else {
            throw mismatch(key, value, "one of \(Self.names(of: Choice.self))")
        }
        return choice
    }

    private func plain(_ number: Double) -> String { number == number.rounded() ? "\(Int(number))" : "\(number)" }

    private static func names<Choice: RawRepresentable<String> & CaseIterable>(of type: Choice.Type) -> String {
        Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    }

    private static func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    private static func error(_ offset: Int, _ bytes: [UInt8], _ path: String, _ reason: String) -> SiteError {
        let place = TextPlace(of: offset, in: bytes)
        let subject = path.isEmpty ? reason : "'\(path)' \(reason)"
        return SiteError(.configuration, ConfigurationReader.file, line: place.line, column: place.column, subject)
    }
}
