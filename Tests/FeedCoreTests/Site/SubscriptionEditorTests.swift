import Testing

@testable import FeedCore

struct SubscriptionEditorTests {
    private static let list = """
        <?xml version="1.0"?>
        <!-- by hand -->
        <opml version="2.0" xmlns:x="urn:x">
          <head><title>&lt;mine></title></head>
          <body>
            <outline text="Science" x:mood='good'>
              <outline  text='A' xmlUrl = 'http://a.example/?x=1&amp;y=2' x:since="2019" />
              <!-- keep -->
            </outline>
            <outline text="Empty" />
            <outline text="B" xmlUrl="http://b.example/"></outline>
          </body>
        </opml>

        """

    private func added(_ url: String, folder: String?, to list: String = list) throws -> String {
        var editor = try SubscriptionEditor(Array(list.utf8))
        try editor.add(Subscription(position: 0, url: url, title: "N \"&\" <1>\n2"), folder: folder)
        return String(decoding: editor.bytes, as: UTF8.self)
    }

    private let outline =
        #"<outline type="rss" text="N &quot;&amp;&quot; &lt;1&gt; 2" title="N &quot;&amp;&quot; &lt;1&gt; 2" "#
        + #"xmlUrl="https://n.example/?a&amp;b"/>"#

    @Test(arguments: [
        (nil, "</outline>\n  </body>", "</outline>\n    @\n  </body>"),
        ("Science", "/>\n      <!-- keep", "/>\n      @\n      <!-- keep"),
        ("Empty", #"<outline text="Empty" />"#, "<outline text=\"Empty\">\n      @\n    </outline>"),
        (
            "Science/Weather", "/>\n      <!-- keep",
            "/>\n      <outline text=\"Weather\">\n        @\n      </outline>\n      <!-- keep"
        ),
        ("New", "</outline>\n  </body>", "</outline>\n    <outline text=\"New\">\n      @\n    </outline>\n  </body>"),
    ])
    func anOutlineIsAddedAndTheRestKeepsItsBytes(_ folder: String?, _ old: String, _ new: String) throws {
        let edited = try added("https://n.example/?a&b", folder: folder)
        #expect(edited == Self.list.replacing(old, with: new.replacing("@", with: outline)))
    }

    @Test func theLayoutOfTheListIsFollowed() throws {
        #expect(
            try added("https://n.example/?a&b", folder: "F", to: "<opml><body><outline xmlUrl='a'/></body></opml>")
                == "<opml><body><outline xmlUrl='a'/><outline text=\"F\">\(outline)</outline></body></opml>")
        #expect(
            try added("https://n.example/?a&b", folder: nil, to: "<opml>\r\n\t<head/>\r\n\t<body></body>\r\n</opml>")
                == "<opml>\r\n\t<head/>\r\n\t<body>\r\n\t\t\(outline)\r\n\t</body>\r\n</opml>")
    }

    @Test func theFirstFolderOfANameIsTakenAndAClosedOneIsNotReopened() throws {
        let list = """
            <opml><body>
            <outline text="A"><outline text="X" xmlUrl="x"/></outline>
            <outline text="A"><outline text="B"></outline></outline>
            </body></opml>
            """
        let edited = try SubscriptionList.read(Array(try added("n", folder: "A/B", to: list).utf8))
        #expect(edited.subscriptions.map(\.categories) == [["A"], ["A/B"]])
        #expect(edited.subscriptions.map(\.url) == ["x", "n"])
    }

    @Test func anAddressIsChangedWhereverItIsListed() throws {
        let list = Self.list.replacing(
            "</body>", with: "<OUTLINE XMLURL=http://A.example/?x=1&amp;y=2 private=true></OUTLINE></body>")
        var editor = try SubscriptionEditor(Array(list.utf8))
        try editor.move("http://a.example/?x=1&y=2", to: "https://a.example/?z=1&y=2")
        #expect(
            String(decoding: editor.bytes, as: UTF8.self)
                == list.replacing(
                    "'http://a.example/?x=1&amp;y=2'", with: "\"https://a.example/?z=1&amp;y=2\""
                ).replacing("http://A.example/?x=1&amp;y=2", with: "\"https://a.example/?z=1&amp;y=2\""))
        #expect(throws: SiteError.self) { try editor.move("http://a.example/?x=1&y=2", to: "https://c.example/") }
    }

    @Test(arguments: ["<opml><body>", "\u{FEFF}hello", "<opml><head/></opml>"])
    func whatIsNoListIsNotChanged(_ list: String) throws {
        #expect(throws: SiteError.self) { try SubscriptionEditor(Array(list.utf8)) }
    }

    @Test(arguments: [("utf-8", "Über €"), ("ISO-8859-1", "&#220;ber &#8364;")])
    func theDeclaredEncodingStaysTrue(_ encoding: String, _ title: String) throws {
        let list = "<?xml version='1.0' encoding='\(encoding)'?><opml><body></body></opml>"
        var editor = try SubscriptionEditor(Array(list.utf8))
        try editor.add(Subscription(position: 0, url: "a", title: "Über €"), folder: nil)
        #expect(String(decoding: editor.bytes, as: UTF8.self).contains("text=\"\(title)\""))
        #expect(try SubscriptionList.read(editor.bytes).subscriptions.map(\.title) == ["Über €"])
    }

    @Test func aListInAnOldEncodingIsNotChanged() throws {
        let bytes = Array("<opml><body><outline text=\"".utf8) + [0xE9] + Array("\" xmlUrl=\"a\"/></body></opml>".utf8)
        #expect(throws: SiteError.self) { try SubscriptionEditor(bytes) }
    }
}
