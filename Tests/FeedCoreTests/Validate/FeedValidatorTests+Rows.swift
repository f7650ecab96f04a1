@testable import FeedCore

extension FeedValidatorTests {
    static let atomRows: [Row] = [
        // The document
        Row("rel=\"self\"", "rel=\"self\" rel=\"self\"", .notWellFormed, 7),
        Row("The pond", "The&nbsp;pond", .undefinedEntity, 5),
        Row("<x:anything>", "<y:b/><x:anything>", .undeclaredPrefix, 22),
        Row("http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss", .misspelledNamespace, 21),
        Row("<x:anything>", "<plain xmlns=\"\"/><x:anything>", .missingNamespace, 22),
        // What has to be there, and once
        Row("  <id>urn:example:pond</id>\n", "\n", .missingElement, 2),
        Row("<title>The pond</title>", "", .missingElement, 2),
        Row("<updated>2026-03-01T10:00:00Z</updated>\n  <link", "\n  <link", .missingElement, 2),
        Row("<id>urn:example:frog</id>", "", .missingElement, 11),
        Row("<updated>2026-03-01T10:00:00.25+01:00</updated>", "", .missingElement, 11),
        Row("<title>The pond</title>", "<title>The pond</title><title>B</title>", .duplicateElement, 5),
        Row("<name>Ada Reed</name>", "", .missingElement, 9),
        .warn("<id>urn:example:other</id>", "", .missingElement, 19),
        Row("<generator ", "<generator>Q</generator><generator ", .duplicateElement, 10),
        Row(
            "<author><name>Ada Reed</name><uri>https://pond.example/ada</uri><email>ada@pond.example</email></author>",
            "", .missingAuthor, 11),
        Row(
            "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>It jumped.</p></div></content>",
            "<content src=\"/a\" type=\"a/b\"/>", .missingSummary, 11),
        .warn("<link rel=\"self\"", "<link rel=\"via\"", .missingSelf, 2),
        Row("rel=\"enclosure\" type=\"audio/mpeg\" length=\"12\"", "", .duplicateLink, 16),
        // Names and places
        Row("<x:anything>", "<pubDate>now</pubDate><x:anything>", .undefinedElement, 22),
        Row("<entry>", "<published>2026-03-01T10:00:00Z</published><entry>", .misplacedElement, 11),
        Row("<entry>", "<entry>text", .unexpectedText, 11),
        Row("<title>The pond", "<title kind=\"a\">The pond", .unexpectedAttribute, 5),
        Row("term=\"frogs\"", "", .missingAttribute, 17),
        .warn("width=\"60\"", "breadth=\"60\"", .unexpectedAttribute, 21),
        .warn("<media:thumbnail url", "<media:tumbnail url", .undefinedElement, 21),
        Row("</entry>", "</entry><rights>Ada</rights>", .misplacedElement, 23),
        // Values
        Row("2026-03-01T10:00:00.25+01:00", "2026-03-01 10:00:00Z", .invalidDate, 14),
        Row("2026-03-01T10:00:00.25+01:00", "2026-02-29T10:00:00Z", .invalidDate, 14),
        Row("2026-03-01T10:00:00.25+01:00", "2026-03-01t10:00:00z", .invalidDate, 14),
        Row("2026-03-01T10:00:00.25+01:00", " 2026-03-01T10:00:00Z", .invalidValue, 14),
        .warn("2026-03-01T10:00:00.25+01:00", "1900-03-01T10:00:00Z", .implausibleDate, 14),
        Row("urn:example:frog", "frog", .relativeAddress, 12),
        Row("urn:example:frog", "http://a b", .invalidAddress, 12),
        Row("urn:example:frog", "http://", .invalidAddress, 12),
        Row("https://pond.example/frog\"", "/%zz\"", .invalidAddress, 15),
        Row("xml:lang=\"en\"", "xml:lang=\"English, US\"", .invalidLanguage, 2),
        Row("audio/mpeg", "mp3", .invalidMediaType, 16),
        Row("length=\"12\"", "length=\"long\"", .invalidNumber, 16),
        Row("ada@pond.example", "ada at pond", .invalidEmail, 9),
        Row("rel=\"enclosure\"", "rel=\"an enclosure\"", .invalidValue, 16),
        Row("ref=\"urn:example:toad\"", "ref=\"toad\"", .relativeAddress, 20),
        // Texts
        Row("title type=\"html\"", "title type=\"text/html\"", .invalidValue, 13),
        Row("type=\"xhtml\"", "type=\"html\"", .misplacedElement, 18),
        Row("</div></content>", "</div> and more</content>", .invalidMarkup, 18),
        Row("http://www.w3.org/1999/xhtml", "http://www.w3.org/1999/html", .invalidMarkup, 18),
        .warn("title type=\"html\"", "title", .containsMarkup, 13),
        .warn("&lt;/b&gt;", "", .invalidMarkup, 13),
        .warn("&lt;b&gt;", "&lt;b onclick='x'&gt;", .securityRisk, 13),
        .warn("<p>It jumped.</p>", "<p>It <script>jumped</script>.</p>", .securityRisk, 18),
        .warn("<p>It jumped.</p>", "<p><a href='frog'>It</a></p>", .relativeReference, 18),
        Row(
            "type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>It jumped.</p></div>", "type=\"image\">x",
            .invalidMediaType, 18),
        // Several entries
        .warn(
            "</entry>",
            "</entry><entry><id>urn:example:frog</id><title>B</title><updated>2026-03-01T10:00:00.25+01:00</updated><content>B</content></entry>",
            .duplicateID, 23),
    ]

    static let rssRows: [Row] = [
        Row("version=\"2.0\"", "version=\"3.0\"", .invalidValue, 2),
        .warn("version=\"2.0\"", "version=\"0.92\"", .obsoleteFormat, 2),
        Row("<title>Weather</title>\n", "\n", .missingElement, 5),
        Row("<description>Wind and rain</description>", "", .missingElement, 5),
        Row("<link>https://radio.example/1</link>", "<link>1</link>", .relativeAddress, 22),
        Row(
            "</channel>",
            "</channel><channel><atom:link rel=\"self\" href=\"urn:example:a\"/><title>A</title><link>urn:example:a</link><description>A</description></channel>",
            .duplicateElement, 31),
        Row("<title>Rain</title>", "<title>Rain</title><title>Hail</title>", .duplicateElement, 21),
        Row("<item>", "<item><updated>x</updated>", .undefinedElement, 20),
        Row("<item>", "<item><pubdate>x</pubdate>", .undefinedElement, 20),
        Row("<item>", "<item>stray", .unexpectedText, 20),
        .warn("<guid isPermaLink=\"false\">rain-1</guid>", "", .missingID, 20),
        Row("isPermaLink=\"false\"", "", .invalidAddress, 24),
        Row("isPermaLink=\"false\"", "isPermaLink=\"no\"", .invalidValue, 24),
        Row("Sun, 01 Mar 2026 10:00:00 +0100", "2026-03-01", .invalidDate, 25),
        Row("Sun, 01 Mar 2026 10:00:00 +0100", "Mon, 01 Mar 2026 10:00:00 +0100", .invalidDate, 25),
        Row("Sun, 01 Mar 2026 10:00:00 +0100", "Sun, 01 Mar 2026 10:00:00 CET", .invalidDate, 25),
        Row("Sun, 01 Mar 2026 10:00:00 +0100", "Sun, 31 Feb 2026 10:00:00 GMT", .invalidDate, 25),
        .warn("Sun, 01 Mar 2026 10:00:00 +0100", "Sun, 01 Mar 26 10:00:00 GMT", .implausibleDate, 25),
        Row("length=\"9\"", "", .missingAttribute, 26),
        Row("length=\"9\"", "length=\"-1\"", .invalidNumber, 26),
        Row("type=\"audio/mpeg\"", "type=\"mp3\"", .invalidMediaType, 26),
        Row("url=\"https://radio.example/1.mp3\"", "url=\"1.mp3\"", .relativeAddress, 26),
        .warn(
            "<enclosure ",
            "<enclosure url=\"https://radio.example/2.mp3\" length=\"0\" type=\"audio/mpeg\"/><enclosure ",
            .duplicateElement, 26),
        Row("<source url=\"https://other.example/feed\">", "<source>", .missingAttribute, 27),
        Row("<language>en-gb", "<language>British English", .invalidLanguage, 9),
        Row("cy@radio.example (Cy Cloud)", "Cy Cloud", .invalidEmail, 10),
        Row("<ttl>60", "<ttl>hourly", .invalidNumber, 12),
        Row("<width>88", "<width>200", .invalidNumber, 14),
        Row("<image><url>https://radio.example/w.png</url>", "<image>", .missingElement, 13),
        .warn("</url><title>Weather", "</url><title>Rain", .invalidValue, 13),
        .warn("w.png", "w.ico", .invalidValue, 13),
        Row("port=\"80\"", "port=\"http\"", .invalidNumber, 15),
        Row("<hour>23", "<hour>24", .invalidNumber, 16),
        Row("<hour>23", "<hour>0", .duplicateElement, 16),
        Row("<day>Monday", "<day>monday", .invalidValue, 17),
        .warn("<atom:link rel=\"self\"", "<atom:link rel=\"via\"", .missingSelf, 5),
        Row("<itunes:category text=\"News\">", "<itunes:category text=\"Gossip\">", .invalidValue, 19),
        Row("1:02:03", "an hour", .invalidValue, 29),
        .warn(
            "<item>", "<item><author>cy@radio.example (Cy)</author><dc:creator>Cy</dc:creator>", .duplicateMeaning, 20),
        .warn("<title>Rain", "<title>Rain &amp;amp; &lt;b&gt;hail&lt;/b&gt;", .containsMarkup, 21),
        .warn("https://radio.example/wet", "/wet", .relativeReference, 23),
        .warn("&lt;p&gt;Very", "&lt;iframe&gt;&lt;/iframe&gt;&lt;p&gt;Very", .securityRisk, 28),
        Row("<description>&lt;p&gt;Wet", "<description><b>Wet</b>", .misplacedElement, 23),
        Row("<title>Rain</title>", "<title><b>Rain</b></title>", .misplacedElement, 21),
        Row(
            "</item>", "</item><item><guid isPermaLink=\"false\">rain-1</guid><title>R</title></item>", .duplicateID, 30
        ),
        Row("</item>", "</item><item><guid isPermaLink=\"false\">b</guid></item>", .missingElement, 30),
        Row(
            "http://www.itunes.com/dtds/podcast-1.0.dtd", "http://www.itunes.com/DTDs/Podcast-1.0.dtd",
            .misspelledNamespace, 19),
    ]

    static let rdfRows: [Row] = [
        Row("<channel rdf:about=\"https://hill.example/rss\">", "<channel>", .missingAttribute, 4),
        Row(
            "<item rdf:about=\"https://hill.example/1\">", "<item rdf:about=\"https://hill.example/2\">", .invalidValue,
            10),
        Row("<link>https://hill.example/1</link>", "", .missingElement, 12),
        Row("<description>Stones</description>", "", .missingElement, 4),
        Row("2026-03-01T10:00+01:00", "1 March", .invalidDate, 8),
        Row("daily", "often", .invalidValue, 9),
        Row("<dc:date>", "<pubDate>x</pubDate><dc:date>", .undefinedElement, 8),
    ]

    static let jsonRows: [Row] = [
        Row("version/1.1", "version/2", .invalidValue, 2),
        .warn("version/1.1", "version/1", .obsoleteFormat, 2),
        Row("\"title\": \"The wood\",", "", .missingElement, 1),
        .warn("\"feed_url\": \"https://wood.example/feed.json\",", "", .missingElement, 1),
        Row("\"title\": \"The wood\"", "\"title\": 5", .wrongType, 3),
        Row("\"title\": \"The wood\"", "\"title\": \"The wood\", \"name\": \"x\"", .undefinedElement, 3),
        Row("{ \"name\": \"Oak\" }", "{ }", .missingElement, 6),
        .warn("\"authors\": [{ \"name\": \"Oak\" }]", "\"author\": { \"name\": \"Oak\" }", .obsoleteFormat, 6),
        Row("\"type\": \"WebSub\", ", "", .missingElement, 7),
        Row("\"id\": \"1\",", "", .missingElement, 9),
        Row("\"id\": \"1\"", "\"id\": \"2\"", .duplicateID, 18),
        .warn("\"id\": \"1\"", "\"id\": 1", .wrongType, 10),
        Row("\"content_text\": \"A tree.\",", "", .missingContent, 9),
        Row("2026-03-01T10:00:00Z", "2026-03-01", .invalidDate, 12),
        Row("\"language\": \"en\"", "\"language\": \"en_\"", .invalidLanguage, 13),
        Row("\"mime_type\": \"audio/mpeg\"", "\"mime_type\": \"mp3\"", .invalidMediaType, 15),
        .warn("https://wood.example/1.mp3", "1.mp3", .relativeAddress, 15),
    ]

    static let opmlRows: [Row] = [
        Row("version=\"2.0\"", "version=\"two\"", .invalidValue, 2),
        Row("xmlUrl=\"https://pond.example/feed\"", "", .missingAttribute, 10),
        Row("type=\"rss\" text=\"Pond\"", "type=\"rss\"", .missingAttribute, 10),
        .warn("type=\"rss\"", "", .missingAttribute, 10),
        Row("Sun, 01 Mar 2026 10:00:00 GMT", "yesterday", .invalidDate, 5),
        Row("pat@planet.example", "Pat", .invalidEmail, 6),
        Row("<title>Feeds</title>", "<name>Feeds</name>", .undefinedElement, 4),
        Row("text=\"Nature\"", "text=\"Nature\" isComment=\"maybe\"", .invalidValue, 9),
    ]
}
