/// The picture, the recordings and the attachments of an entry.
struct EntryMedia {
    /// The address of the picture that stands for the entry, if it names one.
    let picture: PageAddress?
    private var recordings: [Recording] = []
    private var attachments: [Recording] = []

    private struct Recording {
        let address: PageAddress
        let type: String?
        let kind: Kind
        /// In bytes.
        let size: Int?
    }

    private enum Kind {
        case audio, video, image, other

        /// - Parameter type: A media type, or the first half of one.
        init(_ type: String) {
            switch type.prefix(while: { $0 != "/" }).lowercased() {
            case "audio": self = .audio
            case "video": self = .video
            case "image": self = .image
            default: self = .other
            }
        }
    }

    init(_ item: RiverEntry) {
        let entry = item.entry
        let enclosures = item.enclosures.compactMap { link in
            Self.recording(link.href, type: link.type, size: link.length)
        }
        let contents = Self.distinct(entry.media.contents).compactMap { content -> Recording? in
            let type = content.type ?? (content.medium == "image" ? "image" : nil)
            let file = Self.recording(content.url, type: type, size: content.fileSize)
            // Else it is a page with a player, or worse.
            return file?.kind == .other ? nil : file
        }
        let pictures = [entry.image.url, entry.media.thumbnails.first?.url, entry.itunes.image]
        picture =
            pictures.lazy.compactMap { PageAddress($0, for: .resource) }.first { !Self.isPortrait($0) }
            ?? (enclosures + contents).first { $0.kind == .image && !Self.isPortrait($0.address) }?.address
        var seen: Set<String> = []
        for file in enclosures + contents where seen.insert(file.address.text).inserted {
            switch file.kind {
            case .audio, .video: if recordings.count < Self.maxFiles { recordings.append(file) }
            case .image: break
            case .other: if attachments.count < Self.maxFiles { attachments.append(file) }
            }
        }
    }

    /// A group holds the same thing in several sizes.
    private static func distinct(_ contents: [Media.Content]) -> [Media.Content] {
        var groups: Set<Int> = []
        return contents.filter { content in content.group.map { groups.insert($0).inserted } ?? true }
    }

    /// Blogs of WordPress name their authors' faces first among the pictures of every entry.
    private static func isPortrait(_ picture: PageAddress) -> Bool {
        picture.text.contains("gravatar.com/avatar/")
    }

    private static let maxFiles = 4
}

extension EntryMedia {
    /// The browser's own players, which load nothing before they are started, and links to other files.
    func players(title: String, _ words: PageWords) -> HTML {
        var html = HTML()
        for file in recordings {
            let type: HTML? = file.type.flatMap { $0.contains("/") ? " type=\"\($0)\"" : nil }
            let source: HTML = "<source src=\"\(file.address)\"\(type)>"
            let link: HTML = "<a href=\"\(file.address)\">\(words.download)</a>"
            html +=
                file.kind == .audio
                ? "<audio controls preload=\"none\" aria-label=\"\(words.audio): \(title)\">\(source)\(link)</audio>\n"
                : "<video controls preload=\"none\" aria-label=\"\(words.video): \(title)\">\(source)\(link)</video>\n"
        }
        for file in attachments {
            let name = Address(file.address.text).path.split(separator: "/").last.map(String.init) ?? ""
            let size: HTML? = file.size.map { " <span class=\"length\">\(words.size($0))</span>" }
            html +=
                "<p class=\"file\"><a href=\"\(file.address)\">\(words.download) <bdi>\(name)</bdi></a>\(size)</p>\n"
        }
        return html
    }

    /// The picture beside an excerpt; it says nothing that the text does not, so it has no alternative.
    static func lead(_ picture: PageAddress) -> HTML {
        """
        <img class="lead" src="\(picture)" alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer">
        """
    }

    private static func recording(_ address: String?, type: String?, size: Int?) -> Recording? {
        guard let address = PageAddress(address, for: .resource), !address.text.hasPrefix("data:") else { return nil }
        let kind = Kind(type ?? MediaGuess.of(address.text))
        return Recording(address: address, type: type, kind: kind, size: size)
    }
}
