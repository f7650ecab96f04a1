extension RiverDocument {
    /// The files in which this document is published, checked.
    func files() throws(PublishError) -> [PublishedFile] {
        var files: [PublishedFile] = []
        for (path, format) in paths {
            files.append(PublishedFile(path: path, content: .text(try bytes(as: format))))
        }
        return files
    }

    /// The document in one format, read again: what does not hold up is never handed out.
    func bytes(as format: PublishFormat) throws(PublishError) -> [UInt8] {
        let bytes = AtomWriter.write(self)
        if let fault = AtomCheck.fault(in: bytes, entries: entries.count) {
            throw PublishError(
                file: folder + format.fileName,
                reason: "would not hold up: \(fault); the last good one is kept. Please report this.")
        }
        return bytes
    }

    private var paths: [(String, PublishFormat)] {
        if case .archive(let name, _, _) = place {
            return Self.archiveFormats(formats).map { (name + $0.ending, $0.format) }
        }
        return formats.contains(.atom) ? [(folder + PublishFormat.atom.fileName, .atom)] : []
    }

    /// In what an archive document is published: as the Atom that walks through time, and as a page.
    static func archiveFormats(_ formats: [PublishFormat]) -> [(format: PublishFormat, ending: String)] {
        [(.atom, ".xml")].filter { formats.contains($0.0) }
    }
}
