/// Turns what was fetched of one feed into what the store has to write: parse, compare, normalize, encode.
///
/// Each step is taken only if the one before it saw a difference: the same bytes are not parsed, the same entry is
/// neither sanitized nor written.
struct Ingest: Sendable {
    let store: any Store
    let normalizer: Normalizer
    let backfill: Int

    enum Outcome: Sendable {
        case changed(FeedUpdate, bytes: Int, new: Int, rewritten: Int)
        case unchanged(FeedUpdate)
        case failed(FeedUpdate, FeedError)

        var update: FeedUpdate {
            switch self {
            case .changed(let update, _, _, _), .unchanged(let update), .failed(let update, _): update
            }
        }
    }

    /// - Parameters:
    ///   - now: the moment the fetch ended.
    ///   - nextCheck: not before this moment.
    func outcome(of result: FetchResult, feed: FeedRecord, now: Timestamp, nextCheck: Timestamp) -> Outcome {
        func failed(_ stage: FeedError.Stage, _ reason: String, isNetwork: Bool = false) -> Outcome {
            let update = FeedUpdate(feed: feed.id, checkedAt: now, nextCheck: nextCheck, outcome: .failed(reason))
            let error = FeedError(feed: feed.address, stage: stage, reason: reason, isNetwork: isNetwork)
            return .failed(update, error)
        }
        func unchanged(_ validators: Validators) -> Outcome {
            let outcome = FeedUpdate.Outcome.unchanged(validators)
            return .unchanged(FeedUpdate(feed: feed.id, checkedAt: now, nextCheck: nextCheck, outcome: outcome))
        }

        switch result.outcome {
        case .failed(let error):
            return failed(.fetch, error.message, isNetwork: error.isNetwork)
        case .notModified:
            return unchanged(feed.validators)
        case .document(let document):
            let digest = Digest(of: document.bytes)
            if digest == feed.bodyDigest { return unchanged(document.response.validators) }
            do {
                let parsed = try FeedParser.parse(document.bytes, context: document.context)
                let changes = try changes(parsed.entries, of: feed, now: now)
                let written = FeedUpdate.Document(
                    metadata: normalizer.normalize(parsed.feed), validators: document.response.validators,
                    bodyDigest: digest, entries: try records(changes.written))
                return .changed(
                    FeedUpdate(feed: feed.id, checkedAt: now, nextCheck: nextCheck, outcome: .changed(written)),
                    bytes: document.bytes.count, new: changes.written.count { $0.isNew },
                    rewritten: changes.written.count { !$0.isNew })
            } catch let error as ParseError {
                return failed(.parse, error.message)
            } catch {
                return failed(.store, "\(error)")
            }
        }
    }

    /// The site's own articles: those whose file is gone leave the river.
    func articles(_ entries: [Entry], of feed: FeedRecord, now: Timestamp) throws(StoreError) -> FeedUpdate? {
        let changes = Changes(
            try candidates(entries), known: try store.knownEntries(of: feed.id), now: now, backfill: nil)
        guard !changes.written.isEmpty || !changes.missing.isEmpty else { return nil }
        let document = FeedUpdate.Document(
            metadata: Feed(), validators: Validators(), bodyDigest: Digest(of: []),
            entries: try records(changes.written), removed: changes.missing)
        return FeedUpdate(feed: feed.id, checkedAt: now, nextCheck: nil, outcome: .changed(document))
    }

    private func changes(_ entries: [Entry], of feed: FeedRecord, now: Timestamp) throws(StoreError) -> Changes {
        Changes(try candidates(entries), known: try store.knownEntries(of: feed.id), now: now, backfill: backfill)
    }

    private func candidates(_ entries: [Entry]) throws(StoreError) -> [Changes.Candidate] {
        try entries.map { entry throws(StoreError) in
            var entry = entry
            let id = EntryID.derive(for: entry)
            entry.id = id
            let digest = Digest(of: try JSONRecord.encode(entry))
            return Changes.Candidate(entry: entry, key: EntryKey(id), digest: digest)
        }
    }

    private func records(_ changes: [Changes.Change]) throws(StoreError) -> [EntryRecord] {
        try changes.map { change throws(StoreError) in
            EntryRecord(
                key: change.key, digest: change.digest, firstSeen: change.firstSeen, sortKey: change.sortKey,
                updated: change.updated, body: try JSONRecord.encode(normalizer.normalize(change.entry)),
                withheld: change.withheld)
        }
    }
}
