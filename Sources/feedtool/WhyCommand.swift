import FeedCore

extension Command {
    /// What became of an entry, and why.
    static let why = Command(
        name: "why",
        summary: "Tells what became of an entry: where it is published, or why it is not.",
        synopsis: "[--json] [--site DIR] ADDRESS|ID|WORDS...",
        options: [SiteOptions.site, Option("--json", "print everything as JSON")]
    ) { arguments throws(Failure) in
        guard !arguments.operands.isEmpty else {
            throw Failure(.usage, "why: name an entry by its address, its id or words of its title")
        }
        let site = try SiteOptions.load(arguments)
        let answer: Why
        do throws(RefreshError) {
            answer = try Why(
                arguments.operands.joined(separator: " "), on: site, program: SiteOptions.program, now: .now)
        } catch {
            throw Failure(error)
        }
        guard !answer.entries.isEmpty else {
            throw Failure(.noInput, "no entry that the site ever saw has that: \(answer.question)")
        }
        Terminal.write(
            arguments.has("--json") ? try Terminal.json(answer) : Printable.lines(answer.text))
        return .done
    }
}

extension Why {
    fileprivate var text: String { entries.map(\.text).joined(separator: "\n") }
}

extension Why.Account {
    fileprivate var text: String {
        var lines = [title ?? link ?? id]
        func add(_ name: String, _ value: String?) {
            if let value { lines.append("  \(name.padded(to: 12)) \(value)") }
        }
        add("feed", feed.map { feed in feedTitle.map { "\($0) (\(feed))" } ?? feed } ?? "the site's own articles")
        add("link", link)
        add("id", id)
        add("published as", publishedID == id ? nil : publishedID)
        add("first seen", firstSeen.rfc3339)
        add("sent", sentPublished.map { "published \($0.rfc3339)" })
        add("sent", sentUpdated.map { "updated \($0.rfc3339)" })
        add("used", "published \(sortKey.rfc3339), updated \(updated.rfc3339)")
        add("gone", gone.map { "from its feed since \($0.rfc3339)" })
        for reason in reasons { add("why", reason.text) }
        if let foldedInto { add("folded into", foldedInto.text) }
        for copy in copies { add("speaks for", copy.text) }
        add("id of", idOwner.map { "\($0.id) of \($0.feed)" })
        for other in story { add("same story", "\(other.id) of \(other.feed)") }
        for feed in refusedDeletions { add("refused", "\(feed) says that it is deleted") }
        for hit in rules { add("rule", "\(hit.rule): \(hit.effect), \(hit.reason)") }
        if !files.isEmpty { add("files", files.joined(separator: ", ")) }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Why.Fold {
    fileprivate var text: String { "\(id) of \(feed) (\(test))" }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

extension Why.Reason {
    fileprivate var text: String {
        switch self {
        case .draft: "it is a draft"
        case .scheduled: "its date has not come"
        case .published: "it stands in the merged feed"
        case .archived: "it has left the merged feed and stands in the archives"
        case .beyondWindow: "newer entries fill the merged feed (publish.entries)"
        case .feedIsFull: "its feed has as many newer entries there as one feed may have (publish.entriesPerFeed)"
        case .folded: "another feed tells the same and speaks for it (merge.duplicates)"
        case .inStory: "other feeds tell of the same event (merge.stories)"
        case .rule: "a rule keeps it out"
        case .backfill: "it was old when its feed was followed first (merge.backfill)"
        case .retention: "its feed no longer carries it and retention is over: it stands in the archives only"
        case .tombstone: "its feed no longer carries it and retention is over; its text is no longer kept"
        case .deleted: "its feed says that it is deleted; its text is no longer kept"
        case .originalDeleted: "it is a copy of an entry that its own feed has deleted"
        case .refusedDeletion: "a feed that it is not of says that it is deleted, which is not that feed's to say"
        case .notFollowed: "the site no longer follows its feed"
        case .foreignID: "its id belongs to another feed's entry, so it goes out under one of its own"
        case .undated: "its feed gives no date, so it counts from when it was first seen"
        case .futureDate: "its feed gives a date in the future, so it counts from when it was first seen"
        }
    }
}
