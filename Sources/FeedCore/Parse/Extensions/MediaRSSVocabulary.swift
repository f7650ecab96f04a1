extension Vocabulary {
    /// Media RSS 1.5.1: https://www.rssboard.org/media-rss
    static let media = Vocabulary(
        [
            "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss", "http://search.yahoo.com/rss/",
            "http://search.yahoo.com/rss",
        ],
        prefix: "media",
        entry: [
            "group": { element, draft in
                let number = (draft.entry.media.contents.lazy.compactMap(\.group).max() ?? 0) + 1
                let first = draft.entry.media.contents.count
                for child in element.children { draft.take(child) }
                for index in first..<draft.entry.media.contents.count {
                    draft.entry.media.contents[index].group = number
                }
            },
            "content": { element, draft in draft.addMediaContent(element) },
            "thumbnail": { element, draft in
                guard let url = element.address("url") ?? element.address else { return }
                var thumbnail = Media.Thumbnail(url: url)
                thumbnail.width = draft.integer(element["width"], of: element)
                thumbnail.height = draft.integer(element["height"], of: element)
                thumbnail.time = element["time"]?.nonBlank
                draft.entry.media.thumbnails.append(thumbnail)
            },
            "credit": { element, draft in
                guard let name = element.value else { return }
                var credit = Media.Credit(name: name)
                credit.role = element["role"]?.nonBlank
                credit.scheme = element["scheme"]?.nonBlank
                draft.entry.media.credits.append(credit)
            },
            "rating": { element, draft in
                guard let value = element.value else { return }
                var rating = Media.Rating(value: value)
                rating.scheme = element["scheme"]?.nonBlank
                draft.entry.media.rating = draft.entry.media.rating ?? rating
            },
            "restriction": { element, draft in
                let values = element.string.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
                var restriction = Media.Restriction(values: values)
                restriction.relationship = element["relationship"]?.nonBlank
                restriction.type = element["type"]?.nonBlank
                draft.entry.media.restrictions.append(restriction)
            },
            "license": { element, draft in
                draft.entry.media.license.name = element.value
                draft.entry.media.license.href = element.address("href")
                draft.entry.media.license.type = element["type"]?.nonBlank
            },
            "player": { element, draft in
                guard let url = element.address("url") else { return }
                var player = Media.Player(url: url)
                player.width = draft.integer(element["width"], of: element)
                player.height = draft.integer(element["height"], of: element)
                draft.entry.media.player = player
            },
            "keywords": { element, draft in draft.entry.media.keywords = element.string.commaSeparated },
            "title": { element, draft in
                draft.entry.media.title = draft.entry.media.title ?? draft.text(element)
            },
            "description": { element, draft in
                draft.entry.media.description =
                    draft.entry.media.description ?? draft.text(element, usually: .html)
            },
            "copyright": { element, draft in
                draft.entry.media.copyright.value = element.value
                draft.entry.media.copyright.url = element.address("url")
            },
            "hash": { element, draft in
                guard let value = element.value else { return }
                var hash = Media.Hash(value: value)
                hash.algorithm = element["algo"]?.nonBlank
                draft.entry.media.hash = hash
            },
            "community": { element, draft in draft.takeMediaCommunity(element) },
            "category": { element, draft in
                draft.addCategory(element, scheme: "http://search.yahoo.com/mrss/category_schema")
            },
        ])
}

extension Draft {
    /// The elements inside belong to this content; those that it has no field for count for the entry.
    fileprivate mutating func addMediaContent(_ element: Element) {
        var content = Media.Content()
        content.url = element.address("url")
        content.type = element["type"]?.nonBlank
        content.medium = element["medium"]?.nonBlank
        content.fileSize = integer(element["filesize"], of: element)
        content.bitrate = number(element["bitrate"], of: element)
        content.framerate = number(element["framerate"], of: element)
        content.samplingRate = number(element["samplingrate"], of: element)
        content.channels = integer(element["channels"], of: element)
        content.duration = element["duration"].flatMap(DurationText.seconds)
        content.width = integer(element["width"], of: element)
        content.height = integer(element["height"], of: element)
        content.language = element["lang"].flatMap(LanguageTag.normalized)
        content.isDefault = element["isdefault"].map { $0.trimmed.equalsIgnoringCase("true") }
        content.expression = element["expression"]?.nonBlank
        content.title = element.child("title").map { text($0) }
        content.description = element.child("description").map { text($0, usually: .html) }
        entry.media.contents.append(content)
        for child in element.children where child.local != "title" && child.local != "description" { take(child) }
    }

    fileprivate mutating func takeMediaCommunity(_ element: Element) {
        var community = Media.Community()
        for child in element.children {
            switch child.local {
            case "starrating":
                community.rating = number(child["average"], of: child)
                community.ratings = integer(child["count"], of: child)
            case "statistics":
                community.views = integer(child["views"], of: child)
                community.favorites = integer(child["favorites"], of: child)
            default: break
            }
        }
        entry.media.community = community
    }
}
