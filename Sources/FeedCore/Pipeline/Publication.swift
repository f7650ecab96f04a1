import Foundation

/// Selects the river and writes the published files.
struct Publication {
    let site: Site
    let store: any Store
    let program: Generator
    /// Files that are published with the site's own articles.
    var assets: [ArticleAsset] = []
    /// Whether the merged feed may lose half of its entries at once.
    var allowsShrink = false

    struct Result: Sendable {
        /// In the merged feed.
        let entries: Int
        let replacedFiles: [String]
    }

    /// Does nothing at all if nothing has changed since the last publication.
    func publish() throws(RefreshError) -> Result {
        do {
            let last = try store.publication()
            let inputs = try inputs()
            if last.inputs == inputs, areThere(last.files.keys) {
                return Result(entries: last.entries, replacedFiles: [])
            }
            return try publish(Selection(of: site, from: store), after: last, inputs: inputs)
        } catch {
            throw RefreshError(error, writing: site.publishDirectory.path)
        }
    }

    /// The documents that stand beside each other at the top of the published directory.
    func current(_ selection: Selection) throws -> RiverDocument {
        let newest = selection.archives.documents.last
        return document(
            try selection.read(selection.window, from: store),
            place: .current(
                previousArchive: newest?.name, isComplete: selection.window.count == selection.river.entries.count))
    }
}

extension Publication {
    /// Archives come first and the merged feed last, so that no published file ever links to what is not there yet.
    private func publish(_ selection: Selection, after last: PublicationRecord, inputs: Digest) throws -> Result {
        try refuseShrink(from: last.entries, to: selection.window.count)
        var publisher = Publisher(
            directory: site.publishDirectory, precompresses: site.configuration.publish.precompress)
        var record = PublicationRecord(inputs: inputs, entries: selection.window.count)
        try addArchives(selection.archives.documents, of: selection, after: last, to: &publisher, record: &record)
        let pictures = assets.map { PublishedFile(path: $0.path, content: .copy(of: $0.source)) }
        let files = try pictures + listings(selection) + current(selection).files()
        try publisher.add(files)
        for file in files { record.files[file.path] = inputs }
        let obsolete = Set(last.files.keys).subtracting(record.files.keys).sorted()
        let replaced = try publisher.finish(removing: obsolete)
        try store.commit(record, archived: selection.archives.moved)
        return Result(entries: record.entries, replacedFiles: replaced)
    }

    /// The blogroll.
    private func listings(_ selection: Selection) -> [PublishedFile] {
        guard site.configuration.publish.formats.contains(.opml) else { return [] }
        let listings = FeedListings.all(of: site, in: selection.river)
        let bytes = OPMLWriter.write(listings, of: PublishedSite(site.configuration, program: program))
        return [PublishedFile(path: PublishFormat.opml.fileName, content: .text(bytes))]
    }

    /// Of everything that the published files are made from.
    private func inputs() throws -> Digest {
        let parts = [program.name, program.version, "\(try store.generation())"].compactMap(\.self)
        let files = assets.map { "\($0.path) \(FileTraits($0.source)?.description ?? "")" }
        return Digest(of: Array((parts + files).joined(separator: "\n").utf8) + site.digest.bytes)
    }

    private func areThere(_ paths: some Sequence<String>) -> Bool {
        paths.allSatisfy { path in
            FileManager.default.fileExists(atPath: site.publishDirectory.appending(path: path).path)
        }
    }

    /// A store that was lost or a list that was emptied by mistake must not empty every subscriber's feed.
    private func refuseShrink(from old: Int, to new: Int) throws(RefreshError) {
        guard !allowsShrink, old >= Self.fewestToShrink, new * 2 <= old else { return }
        throw RefreshError(
            .shrunk,
            "the merged feed would shrink from \(old) to \(new) entries, so the last good one is kept; "
                + "if that is meant, run refresh --allow-shrink")
    }

    private static let fewestToShrink = 6

    func document(_ entries: [RiverEntry], place: RiverDocument.Place) -> RiverDocument {
        let site = PublishedSite(site.configuration, program: program)
        return RiverDocument(
            site: site, id: site.id, title: site.title, subtitle: site.subtitle, entries: entries,
            formats: self.site.configuration.publish.formats, hub: self.site.configuration.publish.hub, place: place)
    }
}

// Archive documents (RFC 5005, section 4).
extension Publication {
    /// Writes those that have changed: of most, nothing but a signature has to be made.
    private func addArchives(
        _ documents: [Archives.Document], of selection: Selection, after last: PublicationRecord,
        to publisher: inout Publisher, record: inout PublicationRecord
    ) throws {
        let names = documents.map(\.name)
        let chained = documents.enumerated().map { index, document in
            ArchivePlan(
                document: document, previous: index > 0 ? names[index - 1] : nil,
                next: index + 1 < names.count ? names[index + 1] : nil)
        }
        // A few at a time, so that memory does not follow their number.
        let processors = ProcessInfo.processInfo.activeProcessorCount
        for start in stride(from: 0, to: chained.count, by: processors) {
            let batch = chained[start..<min(start + processors, chained.count)].map { plan in
                (plan: plan, signature: signature(plan, feeds: selection.river.feeds))
            }
            let files = batch.concurrentMap { plan, signature in
                Swift.Result { try archiveFiles(plan, signature: signature, of: selection, after: last) }
            }
            for (result, (plan, signature)) in zip(files, batch) {
                try publisher.add(try result.get())
                for path in archivePaths(plan.document) { record.files[path] = signature }
            }
        }
    }

    private struct ArchivePlan: Sendable {
        let document: Archives.Document
        let previous: String?
        let next: String?
    }

    private func archiveFiles(
        _ plan: ArchivePlan, signature: Digest, of selection: Selection, after last: PublicationRecord
    ) throws -> [PublishedFile] {
        let paths = archivePaths(plan.document)
        if paths.allSatisfy({ last.files[$0] == signature }), areThere(paths) { return [] }
        let entries = try selection.read(plan.document.entries, from: store)
        return try document(
            entries, place: .archive(name: plan.document.name, previous: plan.previous, next: plan.next)
        ).files()
    }

    private func archivePaths(_ document: Archives.Document) -> [String] {
        RiverDocument.archiveFormats(site.configuration.publish.formats).map { document.name + $0.ending }
    }

    /// Of what must make an archive document change: its entries and its neighbors. What a feed says of itself today
    /// must not.
    private func signature(_ plan: ArchivePlan, feeds: [FeedRecord.ID: FeedRecord]) -> Digest {
        var parts = Array("1\n\(site.configuration.id)\n\(site.configuration.link)\n".utf8)
        parts += "\(plan.previous ?? "-")\n\(plan.next ?? "-")\n".utf8
        for entry in plan.document.entries {
            parts += (feeds[entry.feed]?.address ?? "").utf8
            parts += entry.key.bytes
            parts += entry.digest.bytes
            parts += "\(entry.updated.milliseconds)\n".utf8
        }
        return Digest(of: parts)
    }
}
