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
        if let hash = media.hash {
            xml.element("media:hash", hash.value, ["algo": ValueSyntax.mediaHash.accepted(hash.algorithm)])
        }
        if let player = media.player, let url = Address.whole(player.url) {
            xml.empty(
                "media:player",
                ["url": url, "width": XMLSink.amount(player.width), "height": XMLSink.amount(player.height)])
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
                "url": Address.whole(content.url), "type": ValueSyntax.mediaType.accepted(content.type),
                "medium": ValueSyntax.mediaMedium.accepted(content.medium),
                "fileSize": XMLSink.amount(content.fileSize), "bitrate": XMLSink.amount(content.bitrate),
                "framerate": XMLSink.amount(content.framerate), "samplingrate": XMLSink.amount(content.samplingRate),
                "channels": XMLSink.amount(content.channels), "duration": XMLSink.amount(content.duration),
                "width": XMLSink.amount(content.width), "height": XMLSink.amount(content.height),
                "lang": ValueSyntax.language.accepted(content.language),
                "isDefault": content.isDefault.map { $0 ? "true" : "false" },
                "expression": ValueSyntax.mediaExpression.accepted(content.expression),
            ])
        text("media:title", content.title, to: &xml)
        text("media:description", content.description, to: &xml)
        xml.end()
    }

    private static func thumbnails(of entry: Entry, to xml: inout XMLSink) {
        for thumbnail in entry.media.thumbnails {
            guard let url = Address.whole(thumbnail.url) else { continue }
            xml.empty(
                "media:thumbnail",
                [
                    "url": url, "width": XMLSink.amount(thumbnail.width),
                    "height": XMLSink.amount(thumbnail.height), "time": ValueSyntax.playTime.accepted(thumbnail.time),
                ])
        }
        // The picture of an entry has no element of its own outside RSS 1.0.
        if let image = Address.whole(entry.image.url), !entry.media.thumbnails.contains(where: { $0.url == image }) {
            xml.empty("media:thumbnail", ["url": image])
        }
    }

    private static func credits(of media: Media, to xml: inout XMLSink) {
        for credit in media.credits {
            xml.element("media:credit", credit.name, ["role": credit.role, "scheme": credit.scheme])
        }
        if let rating = media.rating { xml.element("media:rating", rating.value, ["scheme": rating.scheme]) }
        for restriction in media.restrictions {
            guard let relationship = ValueSyntax.mediaRelationship.accepted(restriction.relationship) else { continue }
            xml.element(
                "media:restriction", restriction.values.joined(separator: " "),
                ["relationship": relationship, "type": ValueSyntax.mediaRestriction.accepted(restriction.type)])
        }
        if !media.copyright.isEmpty {
            xml.element("media:copyright", media.copyright.value ?? "", ["url": Address.whole(media.copyright.url)])
        }
        if !media.license.isEmpty {
            xml.element(
                "media:license", media.license.name ?? "",
                [
                    "href": Address.whole(media.license.href),
                    "type": ValueSyntax.mediaType.accepted(media.license.type),
                ])
        }
    }

    private static func community(of media: Media, to xml: inout XMLSink) {
        let community = media.community
        guard !community.isEmpty else { return }
        xml.start("media:community")
        if community.rating != nil || community.ratings != nil {
            xml.empty(
                "media:starRating",
                ["average": XMLSink.amount(community.rating), "count": XMLSink.amount(community.ratings)])
        }
        if community.views != nil || community.favorites != nil {
            xml.empty(
                "media:statistics",
                ["views": XMLSink.amount(community.views), "favorites": XMLSink.amount(community.favorites)])
        }
        xml.end()
    }

    private static func text(_ name: String, _ text: Text?, to xml: inout XMLSink) {
        xml.element(name, text?.value, ["type": text?.type.isMarkup == true ? "html" : "plain"])
    }
}
