/// A place: GeoRSS Simple, GeoRSS GML, a bare GML geometry or W3C Geo.
public struct Location: Sendable, Equatable, Codable {
    /// `Point`, `LineString`, `Polygon` or `Box`.
    public var type: String
    public var coordinates: Coordinates
    public var srsName: String?
    public var name: String?

    public init(type: String, coordinates: Coordinates, srsName: String? = nil, name: String? = nil) {
        self.type = type
        self.coordinates = coordinates
        self.srsName = srsName
        self.name = name
    }
}

/// GeoJSON coordinates (RFC 7946, section 3.1): longitude, latitude, and altitude where given.
public enum Coordinates: Sendable, Equatable, Codable {
    case position([Double])
    case line([[Double]])
    case rings([[[Double]]])

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let position = try? container.decode([Double].self) {
            self = .position(position)
        } else if let line = try? container.decode([[Double]].self) {
            self = .line(line)
        } else {
            self = .rings(try container.decode([[[Double]]].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .position(let position): try container.encode(position)
        case .line(let line): try container.encode(line)
        case .rings(let rings): try container.encode(rings)
        }
    }
}
