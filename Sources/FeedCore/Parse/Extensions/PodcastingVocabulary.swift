extension Vocabulary {
    /// Podcasting 2.0: https://podcasting2.org/docs/podcast-namespace
    static let podcast = Vocabulary(
        [
            "https://podcastindex.org/namespace/1.0", "http://podcastindex.org/namespace/1.0",
            "https://podcastindex.org/namespace/1.0/",
            "https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
        ], prefix: "podcast",
        both: [
            "guid": { element, draft in draft.podcast.guid = element.value },
            "locked": { element, draft in
                guard let value = element.value else { return }
                var locked = Podcast.Locked(value: value.equalsIgnoringCase("yes") || value.equalsIgnoringCase("true"))
                locked.owner = element["owner"]?.nonBlank
                draft.podcast.locked = locked
            },
            "medium": { element, draft in draft.podcast.medium = element.value },
            "funding": { element, draft in
                guard let url = element.address("url") else { return }
                var funding = Podcast.Funding(url: url)
                funding.title = element.value
                draft.podcast.funding.append(funding)
            },
            "license": { element, draft in
                draft.podcast.license.name = element.value
                draft.podcast.license.url = element.address("url")
            },
            "person": { element, draft in
                guard let name = element.value else { return }
                var person = Podcast.Participant(name: name)
                person.role = element["role"]?.nonBlank
                person.group = element["group"]?.nonBlank
                person.image = element.address("img")
                person.href = element.address("href")
                draft.podcast.persons.append(person)
            },
            "location": { element, draft in
                draft.podcast.location.name = element.value
                draft.podcast.location.geo = element["geo"]?.nonBlank
                draft.podcast.location.osm = element["osm"]?.nonBlank
                draft.podcast.location.rel = element["rel"]?.nonBlank
                draft.podcast.location.country = element["country"]?.nonBlank
            },
            "season": { element, draft in
                guard let number = draft.integer(element.string, of: element) else { return }
                var season = Podcast.Season(number: number)
                season.name = element["name"]?.nonBlank
                draft.podcast.season = season
            },
            "episode": { element, draft in
                guard let number = draft.number(element.string, of: element) else { return }
                var episode = Podcast.Episode(number: number)
                episode.display = element["display"]?.nonBlank
                draft.podcast.episode = episode
            },
            "transcript": { element, draft in
                guard let url = element.address("url") else { return }
                var transcript = Podcast.Transcript(url: url)
                transcript.type = element["type"]?.nonBlank
                transcript.language = element["language"].flatMap(LanguageTag.normalized)
                transcript.rel = element["rel"]?.nonBlank
                draft.podcast.transcripts.append(transcript)
            },
            "chapters": { element, draft in
                guard let url = element.address("url") else { return }
                var chapters = Podcast.Chapters(url: url)
                chapters.type = element["type"]?.nonBlank
                draft.podcast.chapters = chapters
            },
            "soundbite": { element, draft in
                guard let start = draft.number(element["starttime"], of: element),
                    let duration = draft.number(element["duration"], of: element)
                else { return }
                var soundbite = Podcast.Soundbite(start: start, duration: duration)
                soundbite.title = element.value
                draft.podcast.soundbites.append(soundbite)
            },
            "trailer": { element, draft in draft.addTrailer(element) },
            "image": { element, draft in draft.addPicture(element) },
            "images": { element, draft in draft.addPictures(element) },
            "updatefrequency": { element, draft in
                draft.podcast.updateFrequency.text = element.value
                draft.podcast.updateFrequency.rrule = element["rrule"]?.nonBlank
                draft.podcast.updateFrequency.complete = element["complete"].map {
                    $0.trimmed.equalsIgnoringCase("true")
                }
                draft.podcast.updateFrequency.start = draft.date(element["dtstart"], of: element)
            },
            "txt": { element, draft in
                guard let value = element.value else { return }
                var text = Podcast.Txt(value: value)
                text.purpose = element["purpose"]?.nonBlank
                draft.podcast.txt.append(text)
            },
        ])
}

extension Draft {
    fileprivate mutating func addTrailer(_ element: Element) {
        guard let url = element.address("url") else { return }
        var trailer = Podcast.Trailer(url: url)
        trailer.title = element.value
        trailer.published = date(element["pubdate"], of: element)
        trailer.length = integer(element["length"], of: element)
        trailer.type = element["type"]?.nonBlank
        trailer.season = integer(element["season"], of: element)
        podcast.trailers.append(trailer)
    }

    fileprivate mutating func addPicture(_ element: Element) {
        guard let src = element.address("href") ?? element.address("src") ?? element.address("url") else { return }
        var picture = Podcast.Picture(src: src)
        picture.alt = element["alt"]?.nonBlank
        picture.aspectRatio = element["aspect-ratio"]?.nonBlank
        picture.width = integer(element["width"], of: element)
        picture.height = integer(element["height"], of: element)
        picture.type = element["type"]?.nonBlank
        picture.purpose = element["purpose"]?.nonBlank
        podcast.images.append(picture)
    }

    /// The older `images`, with a `srcset` of `address 640w` between commas.
    fileprivate mutating func addPictures(_ element: Element) {
        for candidate in element["srcset"]?.commaSeparated ?? [] {
            let parts = candidate.split(whereSeparator: \.isWhitespace)
            guard let src = parts.first.flatMap({ element.scope.resolve(String($0)) }) else { continue }
            var picture = Podcast.Picture(src: src)
            if parts.count > 1, parts[1].hasSuffix("w") { picture.width = Int(parts[1].dropLast()) }
            podcast.images.append(picture)
        }
    }
}
