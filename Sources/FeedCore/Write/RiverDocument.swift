/// One document as every format writes it: some entries of the river, newest first, and what stands around them.
struct RiverDocument: Sendable {
    let site: PublishedSite
    /// The site's own for the whole river; a view has its own.
    let id: String
    let title: String
    var subtitle: String?
    /// Below the published directory, with a slash at its end; empty for the whole river.
    var folder = ""
    let entries: [RiverEntry]
    /// In which the same entries stand beside this document.
    let formats: [PublishFormat]
    /// The address of a WebSub hub.
    var hub: String?
    var place = Place.current(previousArchive: nil, isComplete: false)

    /// Where a document stands among those of RFC 5005. Archives are called by their path without the extension, such
    /// as `archive/2026-10`.
    enum Place: Sendable, Equatable {
        /// The newest entries.
        /// - isComplete: nothing was ever published but what stands here (section 2).
        case current(previousArchive: String?, isComplete: Bool)
        /// Entries that have left the window (section 4): `name` is this document, the others its neighbors in time.
        case archive(name: String, previous: String?, next: String?)
    }

    /// Section 4.1.1 of RFC 4287 demands a date even of a feed that has no entry yet; the epoch is the only one without
    /// a clock.
    var updated: Timestamp { entries.map(\.updated).max() ?? Timestamp(seconds: 0) }

    /// The page that people open for this document.
    var page: String {
        folder.isEmpty || !formats.contains(.html) ? site.link : site.address(of: folder)
    }

    /// The address of the current document of this folder in `format`.
    func address(of format: PublishFormat) -> String { site.address(of: folder + format.fileName) }
}

extension PublishedSite {
    /// The address of a published file; `path` is relative to the published directory.
    func address(of path: String) -> String {
        Address.resolve(path, against: link.hasSuffix("/") ? link : link + "/")
    }
}
