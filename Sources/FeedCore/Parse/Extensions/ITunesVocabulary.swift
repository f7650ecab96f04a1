extension Vocabulary {
    /// Apple's podcast elements: https://podcasters.apple.com/support/823-podcast-requirements
    static let iTunes = Vocabulary(
        [
            "http://www.itunes.com/dtds/podcast-1.0.dtd", "http://example.com/dtds/podcast-1.0.dtd",
            "https://www.itunes.com/dtds/podcast-1.0.dtd", "http://itunes.com/dtds/podcast-1.0.dtd",
            "http://www.itunes.com/dtds/podcast-1.0.dtd/",
        ], prefix: "itunes",
        both: [
            "author": { element, draft in draft.add(author: PersonElement.read(element)) },
            // Blanks around it make it something else, as Apple's own reader had it.
            "block": { element, draft in draft.itunes.block = element.text == "yes" || element.text == "Yes" },
            "explicit": { element, draft in draft.itunes.explicit = ITunesValue.explicit(element.string) },
            "duration": { element, draft in
                guard let text = element.value else { return }
                draft.itunes.duration = DurationText.seconds(text)
                if draft.itunes.duration == nil { draft.complain(.invalidNumber, "duration is no time", at: element) }
            },
            "subtitle": { element, draft in draft.itunes.subtitle = draft.text(element) },
            "summary": { element, draft in draft.itunes.summary = draft.text(element) },
            "image": { element, draft in draft.takeITunesImage(element) },
            "link": { element, draft in draft.takeITunesImage(element) },
            "title": { element, draft in draft.itunes.title = element.value },
            "episode": { element, draft in draft.itunes.episode = draft.integer(element.string, of: element) },
            "season": { element, draft in draft.itunes.season = draft.integer(element.string, of: element) },
            "episodetype": { element, draft in draft.itunes.episodeType = element.value },
            "type": { element, draft in draft.itunes.type = element.value },
            "complete": { element, draft in draft.itunes.complete = element.string.equalsIgnoringCase("yes") },
            "new-feed-url": { element, draft in draft.itunes.newFeedURL = element.address },
            "owner": { element, draft in
                let person = PersonElement.read(element)
                if !person.isEmpty { draft.itunes.owner = person }
            },
            "order": { element, draft in draft.itunes.order = draft.integer(element.string, of: element) },
            "keywords": { element, draft in
                for term in element.string.commaSeparated {
                    draft.add(Category(term: term, scheme: ITunesValue.scheme))
                }
            },
            "category": { element, draft in draft.addITunesCategory(element) },
        ])
}

enum ITunesValue {
    /// Of categories and keywords.
    static let scheme = "http://www.itunes.com/"

    static func explicit(_ text: String) -> Bool? {
        switch text.asciiLowercased {
        case "yes", "true": true
        case "no", "clean", "false": false
        default: nil
        }
    }
}

extension Draft {
    fileprivate mutating func takeITunesImage(_ element: Element) {
        if let address = element.address("href") ?? element.address("url") ?? element.address {
            itunes.image = address
        }
    }

    /// The outer category before the inner one.
    mutating func addITunesCategory(_ element: Element) {
        if let term = element["text"]?.nonBlank ?? element.text.nonBlank {
            add(Category(term: term, scheme: ITunesValue.scheme))
        }
        for child in element.children where child.local == "category" { addITunesCategory(child) }
    }
}
