/// A frame that plays a video or a recording of a service we know.
struct Player {
    /// Where a reader finds the same outside of a frame.
    let page: String
    /// The text of a link to it.
    let label: String
    /// Whether the site wants the frame itself.
    let isEmbedded: Bool
    /// The frame, locked in and without `autoplay`.
    let markup: [UInt8]

    /// - Parameters:
    ///   - address: The frame's absolute address.
    ///   - embedded: Whose players stay frames.
    init?(address: String, tag: HTMLTag, embedded: Set<PlayerService>) {
        let parts = Address(address)
        guard let authority = parts.authority else { return nil }
        var host = authority.lowercased()
        if host.hasPrefix("www.") { host = String(host.dropFirst(4)) }
        guard let service = Self.services[host], let page = Self.page(service, parts) else { return nil }
        self.page = page
        let title = tag[.title].map { String(decoding: $0, as: UTF8.self) } ?? ""
        label = title.isEmpty ? page : title
        isEmbedded = embedded.contains(service)
        var frame = parts
        frame.scheme = "https"
        frame.query = parts.query.flatMap { query in
            let kept = query.split(separator: "&").filter { !$0.lowercased().hasPrefix("auto") }
            return kept.isEmpty ? nil : Substring(kept.joined(separator: "&"))
        }
        let size = [AttributeName.width, .height].compactMap { name -> String? in
            guard let value = tag[name], !value.isEmpty, value.allSatisfy(\.isASCIIDigit) else { return nil }
            return " \(name)=\"\(String(decoding: value, as: UTF8.self))\""
        }
        let source = frame.text.replacing("&", with: "&amp;").replacing("\"", with: "%22").replacing("<", with: "%3C")
        markup = Array(
            """
            <iframe src="\(source)"\(size.joined()) sandbox="allow-scripts allow-same-origin allow-popups" \
            loading="lazy" referrerpolicy="no-referrer"></iframe>
            """.utf8)
    }

    /// What makes the link, before it is filtered as any other.
    var link: [HTMLAttribute] { [HTMLAttribute(name: .href, value: Array(page.utf8))] }

    /// From which the frames of some services come, in alphabetical order.
    static func hosts(of kept: Set<PlayerService>) -> [String] {
        services.filter { kept.contains($0.value) }.keys.sorted().flatMap { [$0, "www.\($0)"] }
    }

    private static let services: [String: PlayerService] = [
        "dailymotion.com": .dailymotion, "open.spotify.com": .spotify, "player.twitch.tv": .twitch,
        "player.vimeo.com": .vimeo, "youtube.com": .youtube, "youtube-nocookie.com": .youtube,
    ]

    /// The page of what a frame plays; nil for a frame that is none of the service's players.
    private static func page(_ service: PlayerService, _ parts: Address) -> String? {
        let path = parts.path.split(separator: "/").map(String.init)
        switch service {
        case .youtube:
            guard path.count >= 2, path[0] == "embed", isID(path[1]), path[1] != "videoseries" else { return nil }
            return "https://www.youtube.com/watch?v=\(path[1])"
        case .vimeo:
            guard path.count >= 2, path[0] == "video", isID(path[1]) else { return nil }
            return "https://vimeo.com/\(path[1])"
        case .dailymotion:
            guard path.count >= 3, path[0] == "embed", path[1] == "video", isID(path[2]) else { return nil }
            return "https://www.dailymotion.com/video/\(path[2])"
        case .spotify:
            guard path.count >= 3, path[0] == "embed", isID(path[1]), isID(path[2]) else { return nil }
            return "https://open.spotify.com/\(path[1])/\(path[2])"
        case .twitch:
            guard let video = value("video", in: parts.query), isID(video) else { return nil }
            return "https://www.twitch.tv/videos/\(video.drop { $0 == "v" })"
        }
    }

    private static func value(_ name: String, in query: Substring?) -> String? {
        query?.split(separator: "&").first { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.count + 1)) }
    }

    private static func isID(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.dash || $0 == 0x5F }
    }
}
