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
            let theme = try Theme.read(site.themeDirectory)
            let inputs = try inputs(theme)
            if last.inputs == inputs, areThere(last.files.keys) {
                return Result(entries: last.entries, replacedFiles: [])
            }
            let selection = try Selection(of: site, from: store)
            try store.remember(selection.decided)
            try refuseShrink(from: last.entries, to: selection.window.count)
            return try publish(selection, pages: pages(theme), after: last, inputs: inputs)
        } catch {
            throw RefreshError(error, writing: site.publishDirectory.path)
        }
    }

    /// Entries as a document at the top of the published directory.
    func document(_ entries: [RiverEntry], place: RiverDocument.Place) -> RiverDocument {
        let publish = site.configuration.publish
        let site = PublishedSite(site.configuration, program: program)
        return RiverDocument(
            site: site, id: site.id, title: site.title, subtitle: site.subtitle, entries: entries,
            formats: publish.formats, hub: publish.hub, place: place)
    }
}

extension Publication {
    /// What others link to comes first and the merged feed last; `Publisher.order` tells what that leaves open.
    private func publish(
        _ selection: Selection, pages: PageSettings, after last: PublicationRecord, inputs: Digest
    ) throws -> Result {
        var publisher = Publisher(directory: site.publishDirectory)
        var record = PublicationRecord(inputs: inputs, entries: selection.window.count)
        let archives = ArchivePublication(publication: self, selection: selection, pages: pages, last: last)
        try archives.add(to: &publisher, record: &record)
        let newest = selection.archives.documents.last
        let current = document(
            try selection.read(selection.window, from: store),
            place: .current(
                previousArchive: newest?.name, isComplete: selection.window.count == selection.river.entries.count))
        let files = try companions(selection, pages) + views(selection, pages) + current.files(pages)
        try publisher.add(files, compressed: site.configuration.publish.precompress != .off)
        for file in files { record.files[file.path] = inputs }
        let obsolete = Set(last.files.keys).subtracting(record.files.keys).sorted()
        try store.beginPublication(of: publisher.origins)
        let replaced = try publisher.finish(removing: obsolete)
        try store.commit(record, archived: selection.archives.moved)
        return Result(entries: record.entries, replacedFiles: replaced)
    }

    /// What the documents link to: pictures, styles, the blogroll and the page about the feeds.
    private func companions(_ selection: Selection, _ pages: PageSettings) -> [PublishedFile] {
        var files = assets.map { PublishedFile(path: $0.path, content: .copy(of: $0.source)) }
        let published = PublishedSite(site.configuration, program: program)
        let formats = site.configuration.publish.formats
        let listings = FeedListings.all(of: site, in: selection.river)
        if formats.contains(.html) {
            files += pages.theme.files.map { PublishedFile(path: $0.path, content: .text($0.bytes)) }
            let page = FeedsPage.write(
                listings, of: published, formats: formats, theme: pages.theme, navigation: pages.navigation)
            files.append(PublishedFile(path: PageFrame.feedsPath, content: .text(page)))
        }
        if formats.contains(.opml) {
            let blogroll = OPMLWriter.write(listings, of: published)
            files.append(PublishedFile(path: PublishFormat.opml.fileName, content: .text(blogroll)))
        }
        return files
    }

    private func views(_ selection: Selection, _ pages: PageSettings) throws -> [PublishedFile] {
        let publish = site.configuration.publish
        return try publish.views.enumerated().flatMap { number, view in
            let entries = try selection.read(selection.view(number, limit: publish.entries), from: store)
            // A view that is not full has all there is.
            let place = RiverDocument.Place.current(
                previousArchive: nil, isComplete: entries.count < publish.entries)
            return try RiverDocument(view, of: document(entries, place: place)).files(pages)
        }
    }

    private func pages(_ theme: Theme) -> PageSettings {
        PageSettings(
            theme: theme, navigation: Navigation(site.configuration.publish.views),
            players: Set(site.configuration.merge.players))
    }

    /// Of everything that the published files are made from.
    private func inputs(_ theme: Theme) throws -> Digest {
        let parts = [program.name, program.version, "\(try store.generation())"].compactMap(\.self)
        let files = assets.map { "\($0.path) \(FileTraits($0.source)?.description ?? "")" }
        return Digest(of: Array((parts + files).joined(separator: "\n").utf8) + site.digest.bytes + theme.digest.bytes)
    }

    func areThere(_ paths: some Sequence<String>) -> Bool {
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
}

extension RiverDocument {
    /// A view of the river, under an id and in a folder of its own.
    init(_ view: Configuration.View, of river: RiverDocument) {
        let title = view.title ?? "\(river.title): \(view.tag ?? view.name)"
        let id = river.id.hasSuffix("/") ? river.id + view.name : river.site.address(of: view.name + "/")
        self.init(
            site: river.site, id: id, title: title, subtitle: view.subtitle ?? river.subtitle, folder: view.name + "/",
            entries: river.entries, formats: view.formats ?? river.formats, hub: river.hub, place: river.place)
    }
}

extension Navigation {
    /// The pages of those views that are about one tag or one feed and nothing else.
    init(_ views: [Configuration.View]) {
        self.init()
        for view in views where view.formats?.contains(.html) ?? true {
            let others = [view.folder, view.author, view.language, view.rule, view.search].compactMap(\.self)
            guard others.isEmpty else { continue }
            switch (view.tag, view.feed) {
            case (let tag?, nil): tags[tag] = view.name + "/"
            case (nil, let feed?): feeds[feed] = view.name + "/"
            default: break
            }
        }
    }
}
