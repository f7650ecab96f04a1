extension RiverDocument {
    /// The files in which this document is published, checked: feeds behind the pages that they link to.
    func files() throws(PublishError) -> [PublishedFile] {
        try paths.map { path, format throws(PublishError) in
            PublishedFile(path: path, content: .text(try bytes(as: format)))
        }
    }

    /// The document in one format, read again: what does not hold up is never handed out.
    func bytes(as format: PublishFormat) throws(PublishError) -> [UInt8] {
        let bytes: [UInt8]
        switch format {
        case .rss: bytes = RSSWriter.write(self)
        case .json: bytes = try json()
        case .atom, .html, .opml: bytes = AtomWriter.write(self)
        }
        if let fault = OutputCheck.fault(in: bytes, of: self, as: format) { throw broken(format, fault) }
        return bytes
    }

    private func json() throws(PublishError) -> [UInt8] {
        do {
            return try JSONFeedWriter.write(self)
        } catch {
            throw broken(.json, "\(error)")
        }
    }

    private func broken(_ format: PublishFormat, _ fault: String) -> PublishError {
        PublishError(
            file: folder + format.fileName,
            reason: "would not hold up: \(fault); the last good one is kept. Please report this.")
    }

    private var paths: [(String, PublishFormat)] {
        if case .archive(let name, _, _) = place {
            return Self.archiveFormats(formats).map { (name + $0.ending, $0.format) }
        }
        return [.json, .rss, .atom].filter(formats.contains).map { (folder + $0.fileName, $0) }
    }

    /// In what an archive document is published: as the Atom that walks through time, and as a page.
    static func archiveFormats(_ formats: [PublishFormat]) -> [(format: PublishFormat, ending: String)] {
        [(.atom, ".xml")].filter { formats.contains($0.0) }
    }
}
