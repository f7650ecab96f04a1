/// A geometry as a feed writes it: a shape and a list of numbers.
struct Geometry {
    enum Shape: String {
        case point = "Point"
        case line = "LineString"
        case polygon = "Polygon"
        case box = "Box"
    }

    let shape: Shape
    /// Between blanks or commas.
    let numbers: String
    /// The coordinate reference system, such as `urn:ogc:def:crs:EPSG::4326`.
    var system: String?
    /// Numbers for one position.
    var dimension = 2

    init(_ shape: Shape, _ numbers: String) {
        self.shape = shape
        self.numbers = numbers
    }

    /// Longitude first, as GeoJSON has it; nil if the shape lacks coordinates.
    var location: Location? {
        guard let positions, let coordinates = coordinates(positions) else { return nil }
        return Location(type: shape.rawValue, coordinates: coordinates, srsName: system)
    }

    private func coordinates(_ positions: [[Double]]) -> Coordinates? {
        switch shape {
        case .point: positions.first.map { .position($0) }
        case .line: positions.count >= 2 ? .line(positions) : nil
        case .box: positions.count >= 2 ? .line(Array(positions.prefix(2))) : nil
        case .polygon: positions.count >= 4 ? .rings([positions]) : nil
        }
    }

    private var positions: [[Double]]? {
        let size = dimension == 3 ? 3 : 2
        let isLatitudeFirst = Self.isLatitudeFirst(in: system)
        var values: [Double] = []
        for part in numbers.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            guard let value = Double(part), value.isFinite else { return nil }
            values.append(value)
        }
        return stride(from: 0, to: values.count - values.count % size, by: size).map { start in
            var position = Array(values[start..<start + size])
            if isLatitudeFirst { position.swapAt(0, 1) }
            return position
        }
    }

    /// EPSG's geographic systems put latitude first, its projected ones easting; the numbers of the geographic ones
    /// lie in these blocks (EPSG Geodetic Parameter Dataset, "Coordinate Reference System codes").
    static func isLatitudeFirst(in system: String?) -> Bool {
        guard let system, system.uppercased().contains("EPSG"),
            let code = system.split(whereSeparator: { $0 == ":" || $0 == "/" || $0 == "#" }).last.flatMap({ Int($0) })
        else { return true }
        return (3819...3824).contains(code) || code == 3889 || code == 3906 || (4001...4199).contains(code)
            || (4200...4326).contains(code) || code == 4463 || code == 4470 || code == 4475 || code == 4483
            || code == 4490 || code == 4555 || code == 4558 || (4600...4904).contains(code) || code == 4979
    }
}
