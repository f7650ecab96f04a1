@testable import FeedCore

/// What the specifications advise, what modules ask, and what readers are known to stumble over: each of it is found
/// by W3C's validator as well.
extension FeedValidatorTests {
    static let atomAdvice: [Row] = [
        // Texts
        .warn("<title>The pond</title>", "<title/>", .missingValue, 5),
        .warn("<name>Ada Reed</name>", "<name>Ada &lt;i&gt;Reed&lt;/i&gt;</name>", .containsMarkup, 9),
        .warn("&lt;b&gt;frog&lt;/b&gt;", "&lt;froggy&gt;frog&lt;/froggy&gt;", .invalidMarkup, 13),
        .warn("&lt;b&gt;", "&lt;b style='position: fixed'&gt;", .securityRisk, 13),
        .warn("<p>It jumped.</p>", "<leap>It jumped.</leap>", .invalidMarkup, 18),
        .warn("<p>It jumped.</p>", "&lt;p&gt;It jumped.&lt;/p&gt;", .containsMarkup, 18),
        .warn(
            "type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>It jumped.</p></div>",
            "type=\"text/html\">&lt;p&gt;It jumped.&lt;/p&gt;", .invalidMediaType, 18),
        .warn(
            "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>It jumped.</p></div></content>", "",
            .missingSummary, 11),
        // Names
        .warn("urn:example:frog", "urn:-frogs:1", .invalidAddress, 12),
        .warn("urn:example:frog", "urn:uuid:5b2a4a3e", .invalidAddress, 12),
        .warn("urn:example:frog", "tag:pond.example:frog", .invalidAddress, 12),
        .warn("xml:lang=\"en\"", "xml:lang=\"english\"", .invalidLanguage, 2),
        .warn("xml:lang=\"en\"", "xml:lang=\"jp\"", .invalidLanguage, 2),
        // Links
        .warn("rel=\"enclosure\"", "rel=\"frogs\"", .invalidValue, 16),
        .warn("rel=\"enclosure\"", "rel=\"enclosure\" title=\"\"", .missingValue, 16),
        .warn("rel=\"enclosure\"", "rel=\"next\"", .misplacedElement, 16),
        .warn("rel=\"enclosure\"", "rel=\"enclosure\" thr:count=\"2\"", .unexpectedAttribute, 16),
        Row("rel=\"enclosure\"", "rel=\"replies\" thr:count=\"two\"", .invalidNumber, 16),
        .warn("rel=\"enclosure\"", "rel=\"replies\" thr:when=\"2026-03-01T10:00:00Z\"", .unexpectedAttribute, 16),
        Row(
            "rel=\"enclosure\" type=\"audio/mpeg\"", "rel=\"http://www.iana.org/assignments/relation/alternate\"",
            .duplicateLink, 16),
        .warn("term=\"frogs\"", "term=\"frogs\" label=\"&lt;i&gt;frogs&lt;/i&gt;\"", .containsMarkup, 17),
        .warn("scheme=\"https://pond.example/tags\"/>", ">frogs</category>", .unexpectedText, 17),
        .warn("href=\"https://pond.example/feed\"", "href=\"/feed\"", .relativeAddress, 7),
        .warn("type=\"application/atom+xml\"", "type=\"text/html\"", .selfMismatch, 7),
        .warn("<generator ", "<icon/><generator ", .missingValue, 10),
        // Several documents
        Row(
            "<generator ",
            "<link rel=\"last\" href=\"https://pond.example/feed\"/><link rel=\"next\" href=\"https://pond.example/2\"/><generator ",
            .duplicateMeaning, 10),
        Row(
            "<generator ",
            "<fh:complete xmlns:fh=\"http://purl.org/syndication/history/1.0\"/><link rel=\"current\" href=\"https://pond.example/2\"/><generator ",
            .duplicateMeaning, 2),
        .warn(
            "<generator ",
            "<fh:archive xmlns:fh=\"http://purl.org/syndication/history/1.0\"/><link rel=\"current\" href=\"https://pond.example/2\"/><link rel=\"next\" href=\"https://pond.example/3\"/><generator ",
            .missingElement, 2),
        // Media RSS
        .warn("<x:anything>", "<media:title>A &lt;b&gt;frog&lt;/b&gt;</media:title><x:anything>", .containsMarkup, 22),
        .warn("<x:anything>", "<media:rating>wet</media:rating><x:anything>", .invalidValue, 22),
        .warn("<x:anything>", "<media:rating scheme=\"urn:v-chip\">wet</media:rating><x:anything>", .invalidValue, 22),
        .warn("<x:anything>", "<media:hash>0123</media:hash><x:anything>", .invalidValue, 22),
        .warn("<x:anything>", "<media:adult>true</media:adult><x:anything>", .invalidValue, 22),
        .warn("<x:anything>", "<media:credit role=\"Diver\">Ada</media:credit><x:anything>", .invalidValue, 22),
        .warn(
            "<x:anything>",
            "<media:restriction relationship=\"deny\" type=\"country\">xyz</media:restriction><x:anything>",
            .invalidValue,
            22),
        .warn(
            "<x:anything>", "<media:restriction relationship=\"deny\">frogs</media:restriction><x:anything>",
            .invalidValue, 22),
        .warn(
            "<x:anything>",
            "<media:restriction relationship=\"deny\" type=\"uri\">frogs</media:restriction><x:anything>",
            .invalidValue,
            22),
        Row("width=\"60\"", "width=\"0\"", .invalidNumber, 21),
    ]

    static let rssAdvice: [Row] = [
        .warn("<description>Wind and rain", "<description>&lt;b&gt;Wind&lt;/b&gt; and rain", .containsMarkup, 8),
        .warn("https://radio.example/1</link>", "https://radio.example/é</link>", .invalidAddress, 22),
        .warn("https://radio.example/1.mp3", "https://radio.example/é.mp3", .invalidAddress, 26),
        .warn("cy@radio.example (Cy Cloud)", "cy@radio.example", .invalidEmail, 10),
        .warn("cy@radio.example (Cy Cloud)", "Cy Cloud &lt;cy@radio.example&gt;", .invalidEmail, 10),
        Row("<ttl>60", "<ttl>0", .invalidNumber, 12),
        .warn("<ttl>", "<dc:subject>air</dc:subject><category>air</category><ttl>", .duplicateMeaning, 12),
        .warn(
            "<ttl>",
            "<textInput><title>T</title><description>D</description><name>q</name><link>https://radio.example/q</link></textInput><ttl>",
            .obsoleteFormat, 12),
        .warn("</item>", "</item><copyright>Cy</copyright>", .misplacedElement, 30),
        .warn(">rain-1<", ">1234<", .invalidValue, 24),
        .warn(
            "</item>",
            "</item><item><title>A</title><guid isPermaLink=\"false\">a</guid><content:encoded>A</content:encoded></item>",
            .missingElement, 30),
        .warn("Sun, 01 Mar 2026 10:00:00 +0100", "sun, 01 mar 2026 10:00:00 gmt", .implausibleDate, 25),
        .warn("Sun, 01 Mar 2026 10:00:00 +0100", "Sun,01 Mar 2026 10:00:00 GMT", .implausibleDate, 25),
        .warn("Sun, 01 Mar 2026 10:00:00 +0100", "Sun, 01 Mar 2026 10:00:00 A", .implausibleDate, 25),
        // Podcasts
        .warn("<itunes:explicit>false</itunes:explicit>", "", .missingElement, 5),
        .warn("<itunes:explicit>false", "<itunes:explicit>clean", .invalidValue, 19),
        .warn("text=\"Daily News\"", "text=\"Golf\"", .invalidValue, 19),
        .warn("text=\"News\"", "text=\"Public Radio\"", .invalidValue, 19),
        .warn("<item>", "<item><itunes:title>&lt;b&gt;Rain&lt;/b&gt;</itunes:title>", .containsMarkup, 20),
        .warn(
            "<item>", "<item><itunes:subtitle>\(String(repeating: "drop ", count: 60))</itunes:subtitle>",
            .invalidValue, 20),
        Row("1:02:03", "1:75", .invalidValue, 29),
        Row("<item>", "<item><podcast:transcript url=\"https://radio.example/1.srt\"/>", .missingAttribute, 20),
        Row("<item>", "<item><podcast:location geo=\"52,13\">Berlin</podcast:location>", .invalidValue, 20),
        Row(
            "<item>",
            "<item><podcast:alternateEnclosure type=\"audio/ogg\"><podcast:source/></podcast:alternateEnclosure>",
            .missingAttribute, 20),
        Row(
            "<item>",
            "<item><podcast:value type=\"lightning\" method=\"keysend\"><podcast:valueRecipient type=\"node\" address=\"a\" split=\"half\"/></podcast:value>",
            .invalidNumber, 20),
        Row("<ttl>", "<podcast:medium>smoke</podcast:medium><ttl>", .invalidValue, 12),
        Row("<ttl>", "<podcast:podroll><podcast:remoteItem/></podcast:podroll><ttl>", .missingAttribute, 12),
        // Places
        Row("<item>", "<item><georss:point>52.5</georss:point>", .invalidNumber, 20),
        Row("<item>", "<item><georss:point>13.4 252.5</georss:point>", .invalidNumber, 20),
        Row("<item>", "<item><georss:line>1 2 3</georss:line>", .invalidNumber, 20),
        .warn("<item>", "<item><georss:point>52.5,13.4</georss:point>", .invalidValue, 20),
        .warn("<item>", "<item><georss:polygon>1 1 1 2 2 2 2 1</georss:polygon>", .invalidNumber, 20),
        Row(
            "<item>", "<item><georss:where><gml:Point><gml:pos>north</gml:pos></gml:Point></georss:where>",
            .invalidNumber, 20),
        .warn("<item>", "<item><georss:where><gml:Point/></georss:where>", .missingElement, 20),
        .warn("<item>", "<item><georss:where><gml:Circle/></georss:where>", .undefinedElement, 20),
        Row(
            "<item>", "<item><lat xmlns=\"http://www.w3.org/2003/01/geo/wgs84_pos#\">91</lat>", .invalidNumber, 20),
        // Modules of old
        Row(
            "<ttl>", "<generatorAgent xmlns=\"http://webns.net/mvcb/\">Quill</generatorAgent><ttl>", .missingAttribute,
            12),
        Row(
            "<item>", "<item><origLink xmlns=\"http://rssnamespace.org/feedburner/ext/1.0\">/1</origLink>",
            .relativeAddress, 20),
        Row(
            "<item>",
            "<item><ping xmlns=\"http://madskills.com/public/xml/rss/module/trackback/\">here</ping>", .invalidValue,
            20),
        Row(
            "<item>", "<item><startdate xmlns=\"http://purl.org/rss/1.0/modules/event/\">soon</startdate>",
            .invalidValue, 20),
        Row(
            "<ttl>", "<totalResults xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">many</totalResults><ttl>",
            .invalidNumber, 12),
    ]
}
