extension RiverDocument {
    /// The files in which a current document is published, checked: the feeds behind the pages that they link to.
    func files(_ pages: PageSettings) throws(PublishError) -> [PublishedFile] {
        let files = [PublishFormat.html, .json, .rss, .atom].filter(formats.contains).concurrentMap { format in
            Result { () throws(PublishError) in
                PublishedFile(path: folder + format.fileName, content: .text(try bytes(as: format, pages)))
            }
        }
        return try files.map { file throws(PublishError) in try file.get() }
    }

    /// The document in one format; a feed is read again, since what does not hold up is never handed out.
    func bytes(as format: PublishFormat, _ pages: PageSettings = PageSettings()) throws(PublishError) -> [UInt8] {
        let bytes: [UInt8]
        switch format {
        case .rss: bytes = RSSWriter.write(self)
        case .json: bytes = try json()
        case .html:
            return RiverPage.write(self, theme: pages.theme, navigation: pages.navigation, players: pages.players)
        case .atom, .opml: bytes = AtomWriter.write(self)
        }
        if let fault = OutputCheck.fault(in: bytes, of: self) { throw broken(format, fault) }
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

    /// In what an archive document is published: as a page, and as the Atom that walks through time.
    static let archiveFormats: [(format: PublishFormat, ending: String)] = [(.html, ".html"), (.atom, ".xml")]
}
