extension Vocabulary {
    /// Google Play's podcast elements, which mean what Apple's mean; Apple's win.
    static let googlePlay = Vocabulary(
        ["http://www.google.com/schemas/play-podcasts/1.0", "https://www.google.com/schemas/play-podcasts/1.0"],
        prefix: "googleplay",
        both: [
            "author": { element, draft in
                if draft.authors.isEmpty { draft.add(author: PersonElement.read(element)) }
            },
            "owner": { element, draft in
                if draft.itunes.owner.isEmpty { draft.itunes.owner = PersonElement.read(element) }
            },
            "email": { element, draft in
                if draft.itunes.owner.isEmpty { draft.itunes.owner = Person(email: element.value) }
            },
            "image": { element, draft in draft.itunes.image = draft.itunes.image ?? element.address("href") },
            "explicit": { element, draft in
                draft.itunes.explicit = draft.itunes.explicit ?? ITunesValue.explicit(element.string)
            },
            "block": { element, draft in
                draft.itunes.block = draft.itunes.block ?? element.string.equalsIgnoringCase("yes")
            },
            "description": { element, draft in
                draft.itunes.summary = draft.itunes.summary ?? draft.text(element)
            },
            "category": { element, draft in draft.addITunesCategory(element) },
            "new-feed-url": { element, draft in
                draft.itunes.newFeedURL = draft.itunes.newFeedURL ?? element.address
            },
        ])
}
