/// Selects the river and writes the published files.
enum Publication {
    struct Result: Sendable {
        let entries: Int
        let replacedFiles: [String]
    }

    static func publish(_ site: Site, from store: any Store, program: Generator) throws(RefreshError) -> Result {
        let river = try self.river(site, from: store)
        let bytes = try atom(river, of: site, program: program)
        do throws(PublishError) {
            let file = PublishedFile(path: "atom.xml", content: .text(bytes))
            return Result(
                entries: river.count, replacedFiles: try Publisher(directory: site.publishDirectory).publish([file]))
        } catch {
            throw RefreshError(.cannotWrite, "\(error.file) \(error.reason)")
        }
    }

    static func river(_ site: Site, from store: any Store) throws(RefreshError) -> [RiverEntry] {
        let publish = site.configuration.publish
        do throws(StoreError) {
            return try store.river(limit: publish.entries, perFeed: publish.entriesPerFeed)
        } catch {
            throw RefreshError(error)
        }
    }

    /// The merged feed, checked: what does not hold up is never handed out.
    static func atom(_ river: [RiverEntry], of site: Site, program: Generator) throws(RefreshError) -> [UInt8] {
        let bytes = AtomWriter.write(river, of: PublishedSite(site.configuration, program: program))
        if let fault = AtomCheck.fault(in: bytes, entries: river.count) {
            throw RefreshError(.cannotWrite, "atom.xml: \(fault); the last good one is kept. Please report this.")
        }
        return bytes
    }
}
