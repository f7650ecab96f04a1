extension Vocabulary {
    /// GeoRSS Simple and GeoRSS GML: http://www.georss.org/
    static let geoRSS = Vocabulary(
        ["http://www.georss.org/georss", "http://www.georss.org/georss/", "http://www.georss.org/georss/10"],
        prefix: "georss",
        both: [
            "point": { element, draft in draft.takePlace(.point, element) },
            "line": { element, draft in draft.takePlace(.line, element) },
            "polygon": { element, draft in draft.takePlace(.polygon, element) },
            "box": { element, draft in draft.takePlace(.box, element) },
            "where": { element, draft in for child in element.children { draft.take(child) } },
            "featurename": { element, draft in draft.place.name = element.value },
        ])

    /// Geometries of the Geography Markup Language, in `georss:where` or alone: OGC 03-105r1.
    static let gml = Vocabulary(
        ["http://www.opengis.net/gml", "http://www.opengis.net/gml/", "http://www.opengis.net/gml/3.2"], prefix: "gml",
        both: [
            "point": { element, draft in draft.takeGeometry(.point, element, numbers: ["pos", "coordinates"]) },
            "linestring": { element, draft in draft.takeGeometry(.line, element, numbers: ["poslist", "pos"]) },
            "polygon": { element, draft in draft.takeGeometry(.polygon, element, numbers: ["poslist", "pos"]) },
            "envelope": { element, draft in
                draft.takeGeometry(.box, element, numbers: ["lowercorner", "uppercorner"])
            },
        ])

    /// W3C Basic Geo: http://www.w3.org/2003/01/geo/
    static let geo = Vocabulary(
        ["http://www.w3.org/2003/01/geo/wgs84_pos#", "http://www.w3.org/2003/01/geo/wgs84_pos"], prefix: "geo",
        both: [
            "lat": { element, draft in draft.place.latitude = draft.coordinate(element) },
            "long": { element, draft in draft.place.longitude = draft.coordinate(element) },
            "lon": { element, draft in draft.place.longitude = draft.coordinate(element) },
            "alt": { element, draft in draft.place.altitude = draft.coordinate(element) },
            "point": { element, draft in for child in element.children { draft.take(child) } },
            "lat_long": { element, draft in draft.takePlace(.point, element) },
        ])
}

extension Draft {
    fileprivate mutating func coordinate(_ element: Element) -> Double? {
        guard let text = element.value else { return nil }
        if let number = Double(text), number.isFinite { return number }
        complain(.invalidLocation, "\(element.name.local) is no coordinate", at: element)
        return nil
    }

    fileprivate mutating func takePlace(_ shape: Geometry.Shape, _ element: Element) {
        take(Geometry(shape, element.string), of: element)
    }

    fileprivate mutating func takeGeometry(_ shape: Geometry.Shape, _ element: Element, numbers names: [String]) {
        var numbers: [String] = []
        var system: Element?
        Self.collect(from: element, names, &numbers, &system)
        var geometry = Geometry(shape, numbers.joined(separator: " "))
        geometry.system = (system ?? element)["srsname"]?.nonBlank
        geometry.dimension = (system ?? element)["srsdimension"].flatMap { Int($0.trimmed) } ?? 2
        take(geometry, of: element)
    }

    /// Of a polygon only the first ring, which is its exterior.
    private static func collect(
        from element: Element, _ names: [String], _ numbers: inout [String], _ system: inout Element?
    ) {
        if element["srsname"] != nil || element["srsdimension"] != nil { system = element }
        if names.contains(element.local) { numbers.append(element.string) }
        for child in element.children where child.local != "interior" || numbers.isEmpty {
            collect(from: child, names, &numbers, &system)
        }
    }

    private mutating func take(_ geometry: Geometry, of element: Element) {
        if let location = geometry.location {
            place.geometry = location
        } else {
            complain(.invalidLocation, "\(element.name.local) has no usable coordinates", at: element)
        }
    }
}
