/// Places on the globe as GeoRSS writes them: latitude before longitude, in degrees, with white space between all.
enum CoordinateSyntax: Sendable {
    case point, line, polygon, box, circle
    /// Of GML, whose reference system may be another one.
    case position, positions

    func fault(in text: String) -> ValueFault? {
        // The first GeoRSS had commas, and readers still take them.
        let hasCommas = text.utf8.contains(UInt8(ascii: ","))
        let words = text.split { $0.isWhitespace || $0 == "," }
        let numbers = words.compactMap { Double($0) }.filter(\.isFinite)
        guard numbers.count == words.count, isComplete(numbers.count) else {
            return ValueFault(.invalidNumber, "no \(wanted)")
        }
        if let fault = range(numbers) { return fault }
        if case .polygon = self, numbers.prefix(2) != numbers.suffix(2) {
            return ValueFault(.invalidNumber, "no closed line: its last point has to be its first", .warning)
        }
        return hasCommas
            ? ValueFault(.invalidValue, "written with commas, which GeoRSS replaced by white space", .warning) : nil
    }

    private func isComplete(_ count: Int) -> Bool {
        switch self {
        case .point: count == 2
        case .line: count >= 4 && count.isMultiple(of: 2)
        case .polygon: count >= 8 && count.isMultiple(of: 2)
        case .box: count == 4
        case .circle: count == 3
        case .position: count == 2 || count == 3
        case .positions: count >= 4 && (count.isMultiple(of: 2) || count.isMultiple(of: 3))
        }
    }

    private var wanted: String {
        switch self {
        case .point: "latitude and longitude such as 45.3 -71.9"
        case .circle: "latitude, longitude and radius with spaces"
        default: "list of latitudes and longitudes with spaces"
        }
    }

    private func range(_ numbers: [Double]) -> ValueFault? {
        switch self {
        case .position, .positions: return nil
        default: break
        }
        for (index, number) in numbers.enumerated() {
            if case .circle = self, index == 2 { break }
            let limit = index.isMultiple(of: 2) ? 90.0 : 180
            guard abs(number) > limit else { continue }
            return ValueFault(.invalidNumber, "no place on the globe: latitudes end at 90 degrees, longitudes at 180")
        }
        return nil
    }
}
