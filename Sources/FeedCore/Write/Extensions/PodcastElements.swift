extension ExtensionGroup {
    /// Apple's podcast elements: https://podcasters.apple.com/support/823-podcast-requirements
    static let iTunes = ExtensionGroup(
        prefix: "itunes", namespace: "http://www.itunes.com/dtds/podcast-1.0.dtd"
    ) { entry, xml in
        guard let iTunes = entry.$itunes else { return }
        xml.element("itunes:title", iTunes.title)
        xml.element("itunes:subtitle", iTunes.subtitle?.value)
        xml.element("itunes:summary", iTunes.summary?.value)
        if let image = Address.whole(iTunes.image) { xml.empty("itunes:image", ["href": image]) }
        xml.element("itunes:duration", iTunes.duration.map(XMLSink.clock))
        xml.element("itunes:explicit", iTunes.explicit.map { $0 ? "true" : "false" })
        xml.element("itunes:season", XMLSink.number(iTunes.season.flatMap { $0 > 0 ? $0 : nil }))
        xml.element("itunes:episode", XMLSink.number(iTunes.episode.flatMap { $0 > 0 ? $0 : nil }))
        xml.element("itunes:episodeType", ValueSyntax.episodeType.accepted(iTunes.episodeType))
        xml.element("itunes:order", XMLSink.amount(iTunes.order))
        if iTunes.block == true { xml.element("itunes:block", "Yes") }
    }

    /// Podcasting 2.0: https://github.com/Podcastindex-org/podcast-namespace
    static let podcast = ExtensionGroup(
        prefix: "podcast", namespace: "https://podcastindex.org/namespace/1.0"
    ) { entry, xml in
        guard let podcast = entry.$podcast else { return }
        if let season = podcast.season {
            xml.element("podcast:season", XMLSink.number(season.number), ["name": season.name])
        }
        if let episode = podcast.episode {
            xml.element("podcast:episode", XMLSink.number(episode.number), ["display": episode.display])
        }
        about(podcast, to: &xml)
        for person in podcast.persons {
            xml.element(
                "podcast:person", person.name,
                [
                    "role": person.role, "group": person.group, "img": Address.whole(person.image),
                    "href": Address.whole(person.href),
                ])
        }
        if !podcast.location.isEmpty {
            let place = podcast.location
            xml.element(
                "podcast:location", place.name ?? "",
                ["geo": place.geo, "osm": place.osm, "rel": place.rel, "country": place.country])
        }
        files(of: podcast, to: &xml)
    }

    private static func about(_ podcast: Podcast, to xml: inout XMLSink) {
        xml.element("podcast:guid", podcast.guid)
        xml.element("podcast:medium", podcast.medium)
        if let locked = podcast.locked {
            let owner = ValueSyntax.email.accepted(locked.owner)
            xml.element("podcast:locked", locked.value ? "yes" : "no", ["owner": owner])
        }
        for funding in podcast.funding {
            guard let url = Address.whole(funding.url) else { continue }
            xml.element("podcast:funding", funding.title ?? "", ["url": url])
        }
        if !podcast.license.isEmpty {
            xml.element("podcast:license", podcast.license.name ?? "", ["url": Address.whole(podcast.license.url)])
        }
        for txt in podcast.txt { xml.element("podcast:txt", txt.value, ["purpose": txt.purpose]) }
    }

    private static func files(of podcast: Podcast, to xml: inout XMLSink) {
        for transcript in podcast.transcripts {
            guard let url = Address.whole(transcript.url) else { continue }
            xml.empty(
                "podcast:transcript",
                [
                    "url": url, "type": ValueSyntax.mediaType.accepted(transcript.type) ?? MediaGuess.of(url),
                    "language": ValueSyntax.language.accepted(transcript.language),
                    "rel": transcript.rel,
                ])
        }
        if let chapters = podcast.chapters, let url = Address.whole(chapters.url) {
            let type = ValueSyntax.mediaType.accepted(chapters.type) ?? "application/json+chapters"
            xml.empty("podcast:chapters", ["url": url, "type": type])
        }
        for bite in podcast.soundbites {
            xml.element(
                "podcast:soundbite", bite.title ?? "",
                ["startTime": XMLSink.number(bite.start), "duration": XMLSink.number(bite.duration)])
        }
        for picture in podcast.images {
            xml.empty(
                "podcast:image",
                [
                    "href": picture.src, "alt": picture.alt, "aspect-ratio": picture.aspectRatio,
                    "width": XMLSink.number(picture.width), "height": XMLSink.number(picture.height),
                    "type": picture.type, "purpose": picture.purpose,
                ])
        }
    }

    /// Podlove Simple Chapters: https://podlove.org/simple-chapters/
    static let podloveChapters = ExtensionGroup(
        prefix: "psc", namespace: "http://podlove.org/simple-chapters"
    ) { entry, xml in
        guard !entry.chapters.isEmpty else { return }
        xml.start("psc:chapters", ["version": "1.2"])
        for chapter in entry.chapters {
            xml.empty(
                "psc:chapter",
                [
                    "start": XMLSink.clock(chapter.start), "title": chapter.title, "href": chapter.href,
                    "image": chapter.image,
                ])
        }
        xml.end()
    }
}
