/// What has been read of a location; W3C Geo says it in two elements.
struct Place {
    var geometry: Location?
    var latitude: Double?
    var longitude: Double?
    var altitude: Double?
    var name: String?

    /// A geometry counts for more than a bare point.
    var location: Location? {
        var location = geometry
        if location == nil, let latitude, let longitude {
            location = Location(
                type: Geometry.Shape.point.rawValue,
                coordinates: .position([longitude, latitude] + (altitude.map { [$0] } ?? [])))
        }
        location?.name = name
        return location
    }
}
