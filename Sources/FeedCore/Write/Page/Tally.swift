/// Counts values by name and keeps the order in which they came.
struct Tally<Value> {
    private var items: [(name: String, value: Value, count: Int)] = []
    private var places: [String: Int] = [:]

    var isEmpty: Bool { items.isEmpty }

    mutating func count(_ value: Value, as name: String) {
        if let place = places[name] {
            items[place].count += 1
        } else {
            places[name] = items.count
            items.append((name, value, 1))
        }
    }

    /// At most `limit`, the most frequent first; of equals the one that came first.
    func mostFrequent(_ limit: Int) -> [(name: String, value: Value, count: Int)] {
        let ranked = items.enumerated().sorted { one, other in
            one.element.count == other.element.count
                ? one.offset < other.offset : one.element.count > other.element.count
        }
        return ranked.prefix(limit).map(\.element)
    }
}
