extension ExtensionGroup {
    /// GeoRSS: Simple for places on the globe, GML where there is a reference system or a height to tell
    /// (http://www.georss.org/, OGC 03-105r1).
    static let location = ExtensionGroup(
        namespaces: [("georss", "http://www.georss.org/georss"), ("gml", "http://www.opengis.net/gml")]
    ) { entry, xml in
        guard let location = entry.location else { return }
        xml.element("georss:featureName", location.name)
        if needsGML(location) {
            xml.start("georss:where")
            geometry(location, to: &xml)
            xml.end()
        } else if let name = simpleNames[location.type] {
            xml.element(name, numbers(location.positions[...], system: nil))
        }
    }

    private static let simpleNames = [
        "Point": "georss:point", "LineString": "georss:line", "Polygon": "georss:polygon", "Box": "georss:box",
    ]

    private static func geometry(_ location: Location, to xml: inout XMLSink) {
        let positions = location.positions
        let numbers = numbers(positions[...], system: location.srsName)
        let attributes: KeyValuePairs<String, String?> = [
            "srsName": location.srsName, "srsDimension": positions.contains { $0.count > 2 } ? "3" : nil,
        ]
        switch location.type {
        case "Point":
            xml.start("gml:Point", attributes)
            xml.element("gml:pos", numbers)
        case "LineString":
            xml.start("gml:LineString", attributes)
            xml.element("gml:posList", numbers)
        case "Polygon":
            xml.start("gml:Polygon", attributes)
            xml.start("gml:exterior")
            xml.start("gml:LinearRing")
            xml.element("gml:posList", numbers)
            xml.end()
            xml.end()
        default:
            xml.start("gml:Envelope", attributes)
            xml.element("gml:lowerCorner", self.numbers(positions.prefix(1), system: location.srsName))
            xml.element("gml:upperCorner", self.numbers(positions.dropFirst(), system: location.srsName))
        }
        xml.end()
    }

    private static func needsGML(_ location: Location) -> Bool {
        location.srsName != nil || location.positions.contains { $0.count > 2 }
    }

    private static func numbers(_ positions: ArraySlice<[Double]>, system: String?) -> String {
        let isLatitudeFirst = Geometry.isLatitudeFirst(in: system)
        return positions.flatMap { position in
            var position = position
            if isLatitudeFirst, position.count > 1 { position.swapAt(0, 1) }
            return position
        }.compactMap { XMLSink.number($0) }.joined(separator: " ")
    }
}

extension Location {
    /// All of them in a row; a polygon's are those of its first ring.
    fileprivate var positions: [[Double]] {
        switch coordinates {
        case .position(let position): [position]
        case .line(let positions): positions
        case .rings(let rings): rings.first ?? []
        }
    }
}
