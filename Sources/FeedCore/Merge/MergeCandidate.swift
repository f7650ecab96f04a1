/// An entry as the merge sees it.
public struct MergeCandidate: Sendable {
    public let facets: MergeFacets
    /// In the store.
    public let row: Int64
    /// The place of its feed among the subscriptions.
    public let feed: Int
    /// Written for this site. An article is never folded away.
    public let isArticle: Bool
    public let sortKey: Timestamp
    public let firstSeen: Timestamp

    public init(
        facets: MergeFacets, row: Int64, feed: Int, isArticle: Bool, sortKey: Timestamp, firstSeen: Timestamp
    ) {
        self.facets = facets
        self.row = row
        self.feed = feed
        self.isArticle = isArticle
        self.sortKey = sortKey
        self.firstSeen = firstSeen
    }
}

extension MergeCandidate {
    /// Smaller is more likely to be the original: the site's own, then those whose page lies where the feed comes from,
    /// then those of which the feed says so.
    private var distance: Int {
        if isArticle { return 0 }
        if facets.traits.contains(.homeByAddress) { return 1 }
        return facets.traits.contains(.homeByClaim) ? 2 : 3
    }

    /// Whether this, of two that are the same, is published: the one at home, then the earliest, then the one whose feed
    /// is listed first. The rest only makes the order total.
    func wins(over other: MergeCandidate) -> Bool {
        if distance != other.distance { return distance < other.distance }
        return isEarlier(than: other)
    }

    /// The order in time.
    func isEarlier(than other: MergeCandidate) -> Bool {
        if sortKey != other.sortKey { return sortKey < other.sortKey }
        if feed != other.feed { return feed < other.feed }
        return (facets.id, row) < (other.facets.id, other.row)
    }

    /// Whether this, of two feeds' entries with one id, may call the id its own: the feed from the host that the id
    /// names, then the one whose page is at home, then the one that was here first.
    func owns(idOf other: MergeCandidate) -> Bool {
        let (one, two) = (facets.traits.contains(.ownsID), other.facets.traits.contains(.ownsID))
        if one != two { return one }
        if distance != other.distance { return distance < other.distance }
        if firstSeen != other.firstSeen { return firstSeen < other.firstSeen }
        return (feed, facets.id, row) < (other.feed, other.facets.id, other.row)
    }
}

// How much two entries agree.
extension MergeCandidate {
    func sharesTitle(with other: MergeCandidate) -> Bool {
        facets.title != 0 && facets.title == other.facets.title
    }

    /// Nil if one of the texts is too short to tell.
    func similarity(to other: MergeCandidate) -> Double? {
        guard let one = facets.signature, let two = other.facets.signature else { return nil }
        return one.similarity(to: two)
    }

    /// Whether the texts are the same, or nearly. Where one has none there is nothing to differ.
    func agreesInText(with other: MergeCandidate) -> Bool {
        if facets.text == other.facets.text || facets.words == 0 || other.facets.words == 0 { return true }
        return (similarity(to: other) ?? 0) >= Self.nearlySame
    }

    /// Whether both have a text to speak of and they are clearly two texts.
    func contradicts(_ other: MergeCandidate) -> Bool {
        (similarity(to: other) ?? 1) < Self.clearlyDifferent
    }

    /// Whether this says that it was made from the other: a new text about an old one is not a copy of it.
    func isDerived(from other: MergeCandidate) -> Bool {
        facets.via != 0 && (facets.via == other.facets.address || facets.via == other.facets.alias)
    }

    /// Of texts under one title.
    static let nearlySame = 0.6
    /// Of texts under different titles: release notes and weekly reports are made from one mold.
    static let sameUnderAnyTitle = 0.9
    static let clearlyDifferent = 0.25
    static let similar = 0.3
}
