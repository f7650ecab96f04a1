// Places: GeoRSS with its part of GML, and the vocabularies before it.
extension RuleTable {
    static let geography: [RuleTable] = [geoRSS, gml, basicGeo, geoURL, icbm]

    private static let geoRSS = RuleTable(
        specification: .geoRSS, namespace: "http://www.georss.org/georss", prefix: "georss",
        rows: [
            .row("georss:point", in: described, .any, .value(.coordinates(.point))),
            .row("georss:line", in: described, .any, .value(.coordinates(.line))),
            .row("georss:polygon", in: described, .any, .value(.coordinates(.polygon))),
            .row("georss:box", in: described, .any, .value(.coordinates(.box))),
            .row("georss:circle", in: described, .any, .value(.coordinates(.circle))),
            .row("georss:where", in: described, .any, .elements),
            .row("georss:elev", in: described, .any, .value(.number(-20_000...1e9))),
            .row("georss:floor", in: described, .any, .value(.integer(Int.min...Int.max))),
            .row("georss:radius", in: described, .any, .value(.number(0...1e9))),
        ]
            + ["featureName", "featureTypeTag", "relationshipTag"].map {
                .row("georss:\($0)", in: described, .any, .value(.text))
            })

    private static let gml = RuleTable(
        specification: .geoRSS, namespace: "http://www.opengis.net/gml", prefix: "gml",
        rows: [
            .row("gml:Point", in: shapeParents, .any, .elements, "", system),
            .row("gml:LineString", in: shapeParents, .any, .elements, "", system),
            .row("gml:Polygon", in: shapeParents, .any, .elements, "", system),
            .row("gml:Envelope", in: shapeParents, .any, .elements, "", system),
            .row("gml:CircleByCenterPoint", in: shapeParents, .any, .open),
            .row("gml:pos", in: ["gml:Point"], .recommended, .value(.coordinates(.position)), "", system),
            .row("gml:exterior", in: ["gml:Polygon"], .recommended, .elements),
            .row("gml:interior", in: ["gml:Polygon"], .any, .elements),
            .row("gml:LinearRing", in: ["gml:exterior", "gml:interior"], .recommended, .elements, "", system),
            .row(
                "gml:posList", in: ["gml:LineString", "gml:LinearRing"], .recommended, .value(.coordinates(.positions)),
                "", system),
            .row("gml:lowerCorner", in: ["gml:Envelope"], .recommended, .value(.coordinates(.position)), "", system),
            .row("gml:upperCorner", in: ["gml:Envelope"], .recommended, .value(.coordinates(.position)), "", system),
        ])

    /// W3C's vocabulary, which came first.
    private static let basicGeo = RuleTable(
        specification: Specification(name: "W3C Basic Geo", address: "https://www.w3.org/2003/01/geo/"),
        namespace: "http://www.w3.org/2003/01/geo/wgs84_pos#", prefix: "geo",
        rows: [
            .row("geo:Point", in: described, .any, .mixed),
            .row("geo:lat", in: ["geo:Point"], .recommended, .value(.latitude)),
            .row("geo:long", in: ["geo:Point"], .recommended, .value(.longitude)),
            .row("geo:lat", in: described, .any, .value(.latitude)),
            .row("geo:long", in: described, .any, .value(.longitude)),
            .row("geo:alt", in: described + ["geo:Point"], .any, .value(.number(-20_000...1e9))),
            .row("geo:lat_long", in: described + ["geo:Point"], .any, .value(.coordinates(.point))),
        ])

    private static let geoURL = RuleTable(
        specification: Specification(name: "GeoURL", address: "http://geourl.org/news/2003-01-17.html"),
        namespace: "http://geourl.org/rss/module/", prefix: "geourl",
        rows: [
            .row("geourl:latitude", in: described, .any, .value(.latitude)),
            .row("geourl:longitude", in: described, .any, .value(.longitude)),
        ])

    private static let icbm = RuleTable(
        specification: Specification(name: "ICBM module", address: "http://postneo.com/icbm/"),
        namespace: "http://postneo.com/icbm", prefix: "icbm",
        rows: [
            .row("icbm:latitude", in: described, .any, .value(.latitude)),
            .row("icbm:longitude", in: described, .any, .value(.longitude)),
        ])

    private static let described = ElementRule.feeds + ElementRule.entries
    private static let shapeParents = ["georss:where"] + described
    private static let system: [AttributeRule] = [.may("srsName", .text), .may("srsDimension", .integer(2...3))]
}

extension ValueSyntax {
    fileprivate static let latitude = ValueSyntax.number(-90...90)
    fileprivate static let longitude = ValueSyntax.number(-180...180)
}
