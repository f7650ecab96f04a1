/// What is remembered of an article from one run to the next.
struct KnownArticle: Sendable, Equatable {
    /// The file's, from the name under which it was first seen; or the one that the author gave it.
    let id: String
    /// Below `seeds/`, where it was last seen.
    var path: String
    /// Of what its author wrote, dates and states left out.
    var digest: Digest
    var sketch: TextSketch
    let firstSeen: Timestamp
    /// When it first came out; nil for a draft and for one whose time has not come.
    var publishedAt: Timestamp?
    /// When what it says last changed after it had come out.
    var updatedAt: Timestamp?
    /// Whether its file was there in the last run.
    var isPresent = true
}
