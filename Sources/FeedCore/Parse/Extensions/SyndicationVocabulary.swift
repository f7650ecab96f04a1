extension Vocabulary {
    /// RSS 1.0 module "Syndication": http://web.resource.org/rss/1.0/modules/syndication/
    static let syndication = Vocabulary(
        ["http://purl.org/rss/1.0/modules/syndication/"], prefix: "sy",
        feed: [
            "updateperiod": { element, draft in draft.feed.syndication.updatePeriod = element.value },
            "updatefrequency": { element, draft in
                draft.feed.syndication.updateFrequency = draft.integer(element.string, of: element)
            },
            "updatebase": { element, draft in draft.feed.syndication.updateBase = draft.date(element) },
        ])
}
