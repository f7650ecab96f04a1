extension Vocabulary {
    /// RSS 1.0 module "Administrative": http://web.resource.org/rss/1.0/modules/admin/
    static let admin = Vocabulary(
        ["http://webns.net/mvcb/"], prefix: "admin",
        feed: [
            "generatoragent": { element, draft in
                guard let resource = element.rdf("resource")?.nonBlank, draft.feed.generator.uri == nil else { return }
                draft.feed.generator.uri = element.scope.resolve(resource)
            }
        ])
}
