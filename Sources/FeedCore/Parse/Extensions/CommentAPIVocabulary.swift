extension Vocabulary {
    /// The well-formed web's comment API: http://wellformedweb.org/CommentAPI/
    static let comments = Vocabulary(
        ["http://wellformedweb.org/commentapi/"], prefix: "wfw",
        entry: [
            "comment": { element, draft in draft.entry.wfw.comment = element.address },
            "commentrss": { element, draft in draft.entry.wfw.commentRSS = element.address },
        ])
}
