/// Turns what was fetched of one feed into what the store has to write: parse, compare, normalize, encode.
///
/// Each step is taken only if the one before it saw a difference: the same bytes are not parsed, the same entry is
/// neither sanitized nor written.
struct Ingest: Sendable {
    let store: any Store
    let normalizers: FeedNormalizers
    let schedule: Schedule
    /// How many of its newest entries a new feed may bring in at once.
    let backfill: Int

    enum Outcome: Sendable {
        case changed(Change)
        case unchanged(FeedUpdate)
        /// Its host asked to be left alone before the feed's turn came: no failure of the feed.
        case postponed(FeedUpdate)
        case failed(FeedUpdate, FeedError)
    }

    /// A new document, ready to be written.
    struct Change: Sendable {
        let update: FeedUpdate
        /// Of the document.
        let bytes: Int
        /// How many entries are new, and how many were known and have changed.
        let new: Int
        let rewritten: Int
        /// From what is new.
        let removed: Sanitizer.Removed
        /// Whether the document is of the feed that is known: by the feed's id or by an entry's, or nothing was known.
        var isSameFeed = true
    }

    /// - Parameters:
    ///   - began: when the run began: what it brings is first seen then, whichever feed comes in first.
    ///   - now: the moment the fetch ended.
    func outcome(of result: FetchResult, feed: FeedRecord, began: Timestamp, now: Timestamp) -> Outcome {
        switch result.outcome {
        case .failed(let error) where error.kind == .postponed:
            return .postponed(update(feed, error.response, outcome: .postponed, failures: feed.failures, now: now))
        case .failed(let error):
            return failed(
                .fetch, error.message, of: feed, response: error.response, now: now, isNetwork: error.isNetwork)
        case .notModified(let response):
            let validators = Freshness.worthKeeping(response, previous: feed.validators, changed: false, now: now)
            return unchanged(validators, whole: false, response, of: feed, now: now)
        case .document(let document):
            let digest = Digest(ofSent: document.bytes)
            let changed = digest != feed.bodyDigest
            let validators = Freshness.worthKeeping(
                document.response, previous: feed.validators, changed: changed, now: now)
            guard changed else {
                return unchanged(
                    validators, whole: !document.response.isDelta, document.response, of: feed, now: now)
            }
            do throws(IngestError) {
                return .changed(
                    try change(document, digest: digest, validators: validators, of: feed, began: began, now: now))
            } catch {
                return failed(
                    error.stage, "\(feed.address): \(error.message)", of: feed, response: document.response, now: now)
            }
        }
    }

    /// The site's own articles: those whose file is gone leave the river; nil if nothing changed.
    ///
    /// - Parameter kept: ids of articles that cannot be read at the moment; what is published of them stays.
    func articles(
        _ entries: [Entry], kept: [String], of feed: FeedRecord, now: Timestamp
    ) throws(StoreError) -> Change? {
        let hosts = FeedHosts(of: Feed(), at: feed.address)
        let changes = try changes(entries, of: feed, hosts: hosts, began: now, now: now, backfill: nil)
        let kept = Set(kept.map(EntryKey.init))
        let removed = changes.missing.filter { !kept.contains($0) }
        guard !changes.written.isEmpty || !removed.isEmpty else { return nil }
        var normalizer = normalizers[feed]
        let document = FeedUpdate.Document(
            metadata: Feed(), validators: Validators(), bodyDigest: Digest(of: []),
            entries: try records(changes.written, with: &normalizer),
            removed: removed)
        return Change(
            update: FeedUpdate(feed: feed.id, checkedAt: now, nextCheck: nil, outcome: .changed(document)),
            bytes: 0, new: changes.new, rewritten: changes.written.count - changes.new, removed: normalizer.removed)
    }
}

/// Why a fetched document could not be taken up.
private struct IngestError: Error {
    let stage: FeedError.Stage
    let message: String
}

extension Ingest {
    private func change(
        _ fetched: FetchResult.Document, digest: Digest, validators: Validators, of feed: FeedRecord, began: Timestamp,
        now: Timestamp
    ) throws(IngestError) -> Change {
        var parsed: ParsedFeed
        do throws(ParseError) {
            parsed = try FeedParser.parse(fetched.bytes, context: DocumentContext(fetched.response))
        } catch {
            throw IngestError(stage: .parse, message: error.message)
        }
        do throws(StoreError) {
            let hosts = FeedHosts(of: parsed.feed, at: feed.address)
            let isWhole = !fetched.response.isDelta
            let changes = try changes(
                parsed.entries, of: feed, hosts: hosts, began: began, now: now, backfill: backfill,
                deletions: parsed.feed.takeDeletions(), isWhole: isWhole)
            var normalizer = normalizers[feed]
            let posts = parsed.entries.compactMap { $0.published ?? $0.updated }
            let hints = FeedHints(
                parsed.feed, rhythm: PostRhythm(posts, now: now) ?? (isWhole ? nil : feed.hints.rhythm))
            let metadata = normalizer.normalize(parsed.feed)
            let document = FeedUpdate.Document(
                metadata: metadata, hints: hints, validators: validators, bodyDigest: digest,
                entries: try records(changes.written, with: &normalizer),
                gone: changes.gone, returned: changes.returned, deleted: changes.deleted,
                refusedDeletions: changes.refusedDeletions, aliases: changes.aliases, isWhole: isWhole)
            return Change(
                update: FeedUpdate(
                    feed: feed.id, checkedAt: now,
                    nextCheck: nextCheck(feed, fetched.response, hints: hints, failures: 0, now: now),
                    outcome: .changed(document)),
                bytes: fetched.bytes.count, new: changes.new, rewritten: changes.written.count - changes.new,
                removed: normalizer.removed,
                isSameFeed: feed.bodyDigest == nil || changes.overlaps
                    || parsed.feed.id != nil && parsed.feed.id == feed.metadata.id)
        } catch {
            throw IngestError(stage: .store, message: error.message)
        }
    }

    private func unchanged(
        _ validators: Validators, whole: Bool, _ response: FetchResponse, of feed: FeedRecord, now: Timestamp
    ) -> Outcome {
        .unchanged(
            update(feed, response, outcome: .unchanged(validators, whole: whole), failures: 0, now: now))
    }

    private func failed(
        _ stage: FeedError.Stage, _ message: String, of feed: FeedRecord, response: FetchResponse, now: Timestamp,
        isNetwork: Bool = false
    ) -> Outcome {
        .failed(
            update(feed, response, outcome: .failed(message), failures: feed.failures + 1, now: now),
            FeedError(feed: feed.address, stage: stage, message: message, isNetwork: isNetwork))
    }

    /// An update that brings no document: what the feed says of its rhythm is what it said last time.
    private func update(
        _ feed: FeedRecord, _ response: FetchResponse, outcome: FeedUpdate.Outcome, failures: Int, now: Timestamp
    ) -> FeedUpdate {
        let next = nextCheck(feed, response, hints: feed.hints, failures: failures, now: now)
        return FeedUpdate(feed: feed.id, checkedAt: now, nextCheck: next, outcome: outcome)
    }

    /// Files of the site cost nothing to look at, so they are always due.
    private func nextCheck(
        _ feed: FeedRecord, _ response: FetchResponse, hints: FeedHints, failures: Int, now: Timestamp
    ) -> Timestamp? {
        guard Address(feed.address).scheme != nil else { return nil }
        let server = ServerHints(response, now: now)
        return schedule.next(server: server, hints: hints, failures: failures, subscription: feed.address, now: now)
    }

    private func changes(
        _ entries: [Entry], of feed: FeedRecord, hosts: FeedHosts, began: Timestamp, now: Timestamp, backfill: Int?,
        deletions: [EntryKey: Timestamp] = [:], isWhole: Bool = true
    ) throws(StoreError) -> Changes {
        let candidates = zip(entries, EntryID.derive(for: entries)).map { Changes.Candidate($0, id: $1) }
        return try Changes(
            candidates, known: try store.knownEntries(of: feed.id), hosts: hosts, now: began, fetched: now,
            backfill: backfill, deletions: deletions, isWhole: isWhole)
    }

    private func records(
        _ changes: [Changes.Change], with normalizer: inout Normalizer
    ) throws(StoreError) -> [EntryRecord] {
        try changes.map { change throws(StoreError) in try record(of: change, with: &normalizer) }
    }

    private func record(
        of change: Changes.Change, with normalizer: inout Normalizer
    ) throws(StoreError) -> EntryRecord {
        let entry = normalizer.normalize(change.entry)
        let body = if let json = change.json, entry == change.entry { json } else { try JSONRecord.encode(entry) }
        return EntryRecord(
            key: change.key, digest: change.digest, firstSeen: change.firstSeen, sortKey: change.sortKey,
            updated: change.updated, body: body, facets: change.facets.bytes,
            rewrites: change.rewrites, withheld: change.withheld)
    }
}

extension Feed {
    /// What it says is deleted, each with the last moment that it gives; no longer among its extensions then, which are
    /// kept with the feed and may be thousands.
    fileprivate mutating func takeDeletions() -> [EntryKey: Timestamp] {
        let deletions = extensions.compactMap(DeletedEntry.init)
        extensions.removeAll(where: DeletedEntry.isOne)
        return Dictionary(deletions.map { (EntryKey($0.ref), $0.when) }, uniquingKeysWith: max)
    }
}
