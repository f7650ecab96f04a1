/// Writes the archive documents (RFC 5005, section 4) that have changed: for most, nothing but a signature is made.
struct ArchivePublication {
    let publication: Publication
    let selection: Selection
    let pages: PageSettings
    let last: PublicationRecord

    func add(to publisher: inout Publisher, record: inout PublicationRecord) throws {
        let plans = plans
        for plan in plans { record.files[plan.path] = plan.signature }
        let changed = Dictionary(grouping: plans.filter(hasChanged), by: \.name)
        // The largest first: none is begun when the other cores are done.
        let documents = selection.archives.documents.filter { changed[$0.name] != nil }
            .sorted { $0.entries.count > $1.entries.count }
        try publisher.add(filesOf: documents, compressed: isCompressed) { document in
            try files(of: document, changed[document.name] ?? [])
        }
    }
}

extension ArchivePublication {
    private var isCompressed: Bool { publication.site.configuration.publish.precompress == .all }

    /// One file of an archive document.
    private struct Plan: Sendable {
        let name: String
        let path: String
        let format: PublishFormat
        let place: RiverDocument.Place
        let signature: Digest
    }

    private var plans: [Plan] {
        let documents = selection.archives.documents
        let formats = publication.site.configuration.publish.formats
        let files = RiverDocument.archiveFormats.filter { formats.contains($0.format) }
        return documents.enumerated().flatMap { index, document in
            let previous = index > 0 ? documents[index - 1].name : nil
            let next = index + 1 < documents.count ? documents[index + 1].name : nil
            let contents = contents(of: document)
            return files.map { format, ending in
                Plan(
                    name: document.name, path: document.name + ending, format: format,
                    place: .archive(name: document.name, previous: previous, next: next),
                    signature: signature(of: contents, previous: previous, next: next, format))
            }
        }
    }

    private func hasChanged(_ plan: Plan) -> Bool {
        last.files[plan.path] != plan.signature || !publication.areThere([plan.path])
    }

    private func files(of document: Archives.Document, _ plans: [Plan]) throws -> [PublishedFile] {
        let entries = try selection.read(document.entries, from: publication.store)
        return try plans.map { plan in
            let document = publication.document(entries, place: plan.place)
            return PublishedFile(path: plan.path, content: .text(try document.bytes(as: plan.format, pages)))
        }
    }

    /// Of what must make an archive document change: its entries and its neighbors, and for a page the looks of the
    /// site. What a feed says of itself today must not.
    private func signature(
        of contents: Digest, previous: String?, next: String?, _ format: PublishFormat
    ) -> Digest {
        let configuration = publication.site.configuration
        var parts = Array("2\n\(configuration.id)\n\(configuration.link)\n\(isCompressed)\n".utf8)
        // They may have changed what an entry is called.
        if !publication.site.rules.isEmpty { parts += publication.site.rules.digest.bytes }
        if format == .html {
            parts += pages.theme.digest.bytes + "\(configuration.title)\n\(configuration.language ?? "")\n".utf8
        }
        parts += "\(previous ?? "-")\n\(next ?? "-")\n".utf8
        return Digest(of: parts + contents.bytes)
    }

    private func contents(of document: Archives.Document) -> Digest {
        var parts: [UInt8] = []
        for entry in document.entries {
            parts += (selection.river.feeds[entry.feed]?.address ?? "").utf8
            parts += "\n\(entry.id) \(entry.version) \(entry.updated.milliseconds)\n".utf8
            for copy in selection.river.copies[entry.id] ?? [] { parts += "\(copy.entry.id)\n".utf8 }
        }
        return Digest(of: parts)
    }
}
