/// A subscription that should be changed, since its feed is not where the list says.
public struct Proposal: Sendable, Equatable, Encodable {
    public enum Reason: String, Sendable, Encodable {
        /// The server redirects there permanently, where the same feed was seen again and again.
        case moved
        /// The feed is not there any more, and its site names this one. Whether it is the right one, a person decides.
        case found
        /// The server says that the feed is gone for good: there is nothing to follow.
        case gone
    }
    public let reason: Reason
    /// As the list has it.
    public let address: String
    public let title: String?
    /// What to follow instead; nil where there is nothing.
    public let target: String?
    /// The target is in the list already: the subscription can be removed.
    public let isFollowed: Bool
}

/// Shows what should be changed in a site's list of subscriptions, and changes it: `feedtool fix`.
public enum Proposals {
    /// In the order of the list.
    public static func all(of site: Site) throws(RefreshError) -> [Proposal] {
        let store = try SiteStore.open(site)
        do throws(StoreError) {
            let records = Dictionary(try store.feeds().map { ($0.address, $0) }) { first, _ in first }
            let followed = Set(site.subscriptions.map(\.key))
            return site.subscriptions.compactMap { subscription in
                records[subscription.address].flatMap { Proposal(subscription, $0, followed: followed) }
            }
        } catch {
            throw RefreshError(error)
        }
    }

    /// Gives each subscription its new address in the list, which keeps everything else. The store knows the feed by
    /// either address, so that the next refresh finds no new entries. Its secrets go along within one server.
    ///
    /// - Returns: the old addresses whose secrets stay where they are.
    public static func apply(_ proposals: [Proposal], to site: Site) throws(RefreshError) -> [String] {
        let moves = proposals.filter(\.isApplicable).compactMap { proposal in
            proposal.target.map { (address: proposal.address, target: $0) }
        }
        try SubscriptionFile.edit(of: site) { editor throws(SiteError) in
            for move in moves { try editor.move(move.address, to: move.target) }
        }
        guard !site.secrets.isEmpty else { return [] }
        var left: [String] = []
        try SecretsFile.edit(of: site) { editor throws(SiteError) in
            for move in moves where try !editor.move(move.address, to: move.target) { left.append(move.address) }
        }
        return left
    }
}

extension Proposal {
    init?(_ subscription: Subscription, _ feed: FeedRecord, followed: Set<String>) {
        let relocation = feed.relocation
        if let target = relocation.target {
            (reason, self.target) = (.moved, target)
        } else if let suggestion = relocation.suggestion {
            (reason, target) = (.found, suggestion)
        } else if relocation.retiredAt != nil {
            (reason, target) = (.gone, nil)
        } else {
            return nil
        }
        address = subscription.address
        title = feed.metadata.title?.value ?? subscription.title
        isFollowed = target.map { followed.contains(Subscription(position: 0, url: $0).key) } ?? false
    }

    /// Whether there is another address to put into the list.
    public var isApplicable: Bool { target != nil && !isFollowed }

    /// One line for a person.
    public var message: String {
        let advice =
            switch (reason, target) {
            case (.moved, let target?): "has moved for good to \(target)"
            case (_, let target?): "is not there any more; its site names \(target)"
            case (_, nil): "is gone for good, says its server; it is not fetched any more"
            }
        return "\(address) \(advice)" + (isFollowed ? ", which is followed already; remove this one" : "")
    }
}
