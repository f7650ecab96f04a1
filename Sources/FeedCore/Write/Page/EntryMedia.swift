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

    private enum Kind { case audio, video, image, other }

    init(_ item: RiverEntry) {
        let entry = item.entry
        var files = item.enclosures.compactMap { link in
            Self.recording(link.href, type: link.type, medium: nil, size: link.length)
        }
        // A group holds the same thing in several sizes.
        var groups: Set<Int> = []
        for content in entry.media.contents where content.group.map({ groups.insert($0).inserted }) ?? true {
            if let file = Self.recording(
                content.url, type: content.type, medium: content.medium, size: content.fileSize)
            {
                files.append(file)
            }
        }
        let named = [
            entry.image.url, entry.media.thumbnails.first?.url, entry.itunes.image,
            files.first { $0.kind == .image }?.address.text,
        ]
        picture = named.lazy.compactMap { PageAddress($0, for: .resource) }.first
        var seen: Set<String> = []
        for file in files where seen.insert(file.address.text).inserted {
            switch file.kind {
            case .audio, .video: if recordings.count < Self.maxRecordings { recordings.append(file) }
            case .other: if attachments.count < Self.maxRecordings { attachments.append(file) }
            case .image: break
            }
        }
    }

    private static let maxRecordings = 4
}

extension EntryMedia {
    /// The browser's own players, which load nothing before they are started, and links to other files.
    func players(title: String) -> HTML {
        var html = HTML()
        for file in recordings {
            let type: HTML? = file.type.map { " type=\"\($0)\"" }
            let source: HTML = "<source src=\"\(file.address)\"\(type)>"
            let link: HTML = "<a href=\"\(file.address)\">\(PageWords.download)</a>"
            html +=
                file.kind == .audio
                ? "<audio controls preload=\"none\" aria-label=\"\(PageWords.audio(title))\">\(source)\(link)</audio>\n"
                : "<video controls preload=\"none\" aria-label=\"\(PageWords.video(title))\">\(source)\(link)</video>\n"
        }
        for file in attachments {
            let name = Address(file.address.text).path.split(separator: "/").last.map(String.init) ?? ""
            let size: HTML? = file.size.map { " <span class=\"length\">\(PageWords.size($0))</span>" }
            html +=
                "<p class=\"file\"><a href=\"\(file.address)\">\(PageWords.download) <bdi>\(name)</bdi></a>\(size)</p>\n"
        }
        return html
    }

    /// The picture beside an excerpt; it says nothing that the text does not, so it has no alternative.
    static func lead(_ picture: PageAddress) -> HTML {
        """
        <img class="lead" src="\(picture)" alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer">
        """
    }

    private static func recording(_ address: String?, type: String?, medium: String?, size: Int?) -> Recording? {
        guard let address = PageAddress(address, for: .resource), !address.text.hasPrefix("data:") else { return nil }
        let named = medium ?? type ?? MediaGuess.of(address.text)
        let kind: Kind =
            switch named.prefix(while: { $0 != "/" }).lowercased() {
            case "audio": .audio
            case "video": .video
            case "image": .image
            default: .other
            }
        let isPlayable = kind == .audio || kind == .video
        return Recording(address: address, type: isPlayable ? type : nil, kind: kind, size: size)
    }
}
