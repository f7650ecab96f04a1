extension ExtensionGroup {
    /// Media RSS 1.5.1: https://www.rssboard.org/media-rss
    static let media = ExtensionGroup(prefix: "media", namespace: "http://search.yahoo.com/mrss/") { entry, xml in
        let media = entry.media
        contents(of: media, to: &xml)
        text("media:title", media.title, to: &xml)
        text("media:description", media.description, to: &xml)
        thumbnails(of: entry, to: &xml)
        credits(of: media, to: &xml)
        if !media.keywords.isEmpty { xml.element("media:keywords", media.keywords.joined(separator: ", ")) }
        if let hash = media.hash { xml.element("media:hash", hash.value, ["algo": hash.algorithm]) }
        if let player = media.player {
            xml.empty(
                "media:player",
                ["url": player.url, "width": XMLSink.number(player.width), "height": XMLSink.number(player.height)])
        }
        community(of: media, to: &xml)
    }

    /// Those that came as one thing in several forms stay together.
    private static func contents(of media: Media, to xml: inout XMLSink) {
        var group: Int?
        for content in media.contents {
            if content.group != group {
                if group != nil { xml.end() }
                if content.group != nil { xml.start("media:group") }
                group = content.group
            }
            self.content(content, to: &xml)
        }
        if group != nil { xml.end() }
    }

    private static func content(_ content: Media.Content, to xml: inout XMLSink) {
        xml.start(
            "media:content",
            [
                "url": content.url, "type": content.type, "medium": content.medium,
                "fileSize": XMLSink.number(content.fileSize), "bitrate": XMLSink.number(content.bitrate),
                "framerate": XMLSink.number(content.framerate), "samplingrate": XMLSink.number(content.samplingRate),
                "channels": XMLSink.number(content.channels), "duration": XMLSink.number(content.duration),
                "width": XMLSink.number(content.width), "height": XMLSink.number(content.height),
                "lang": content.language, "isDefault": content.isDefault.map { $0 ? "true" : "false" },
                "expression": content.expression,
            ])
        text("media:title", content.title, to: &xml)
        text("media:description", content.description, to: &xml)
        xml.end()
    }

    private static func thumbnails(of entry: Entry, to xml: inout XMLSink) {
        for thumbnail in entry.media.thumbnails {
            xml.empty(
                "media:thumbnail",
                [
                    "url": thumbnail.url, "width": XMLSink.number(thumbnail.width),
                    "height": XMLSink.number(thumbnail.height), "time": thumbnail.time,
                ])
        }
        // The picture of an entry has no element of its own outside RSS 1.0.
        if let image = entry.image.url, !entry.media.thumbnails.contains(where: { $0.url == image }) {
            xml.empty("media:thumbnail", ["url": image])
        }
    }

    private static func credits(of media: Media, to xml: inout XMLSink) {
        for credit in media.credits {
            xml.element("media:credit", credit.name, ["role": credit.role, "scheme": credit.scheme])
        }
        if let rating = media.rating { xml.element("media:rating", rating.value, ["scheme": rating.scheme]) }
        for restriction in media.restrictions {
            xml.element(
                "media:restriction", restriction.values.joined(separator: " "),
                ["relationship": restriction.relationship, "type": restriction.type])
        }
        if !media.copyright.isEmpty {
            xml.element("media:copyright", media.copyright.value ?? "", ["url": media.copyright.url])
        }
        if !media.license.isEmpty {
            xml.element(
                "media:license", media.license.name ?? "", ["href": media.license.href, "type": media.license.type])
        }
    }

    private static func community(of media: Media, to xml: inout XMLSink) {
        let community = media.community
        guard !community.isEmpty else { return }
        xml.start("media:community")
        if community.rating != nil || community.ratings != nil {
            xml.empty(
                "media:starRating",
                ["average": XMLSink.number(community.rating), "count": XMLSink.number(community.ratings)])
        }
        if community.views != nil || community.favorites != nil {
            xml.empty(
                "media:statistics",
                ["views": XMLSink.number(community.views), "favorites": XMLSink.number(community.favorites)])
        }
        xml.end()
    }

    private static func text(_ name: String, _ text: Text?, to xml: inout XMLSink) {
        xml.element(name, text?.value, ["type": text?.type.isMarkup == true ? "html" : "plain"])
    }
}
