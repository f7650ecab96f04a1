extension Vocabulary {
    /// Atom threading: RFC 4685.
    static let thread = Vocabulary(
        ["http://purl.org/syndication/thread/1.0", "http://purl.org/rss/1.0/modules/threading/"], prefix: "thr",
        entry: [
            "in-reply-to": { element, draft in
                var reply = Thread.Reply()
                reply.ref = element["ref"]?.nonBlank
                reply.href = element.address("href")
                reply.source = element.address("source")
                reply.type = element["type"]?.nonBlank
                draft.entry.thread.inReplyTo.append(reply)
            },
            "total": { element, draft in draft.entry.thread.count = draft.integer(element.string, of: element) },
        ])
}
