extension Vocabulary {
    /// Licenses: https://www.rssboard.org/creative-commons and http://web.resource.org/cc/
    static let creativeCommons = Vocabulary(
        [
            "http://creativecommons.org/ns#", "http://creativecommons.org/ns#license", "http://web.resource.org/cc/",
            "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html",
            "http://backend.userland.com/creativecommonsrssmodule",
        ], prefix: "creativecommons",
        both: [
            "license": { element, draft in
                let reference = element.rdf("resource")?.nonBlank ?? element.value
                guard let href = reference.flatMap(element.scope.resolve)?.nonBlank else { return }
                draft.links.append(Link(rel: "license", href: href))
            }
        ])
}
