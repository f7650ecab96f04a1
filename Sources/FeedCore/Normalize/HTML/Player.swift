/// A frame that plays a video or a recording of a host we know.
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
    ///   - hosts: Hosts whose players stay frames.
    init?(address: String, tag: HTMLTag, hosts: [String]) {
        let parts = Address(address)
        guard let authority = parts.authority else { return nil }
        var host = authority.lowercased()
        if host.hasPrefix("www.") { host = String(host.dropFirst(4)) }
        guard let page = Self.page(host, parts) else { return nil }
        self.page = page
        let title = tag[.title].map { String(decoding: $0, as: UTF8.self) } ?? ""
        label = title.isEmpty ? page : title
        isEmbedded = hosts.contains(host)
        var frame = parts
        frame.scheme = "https"
        frame.query = parts.query.flatMap { query in
            let kept = query.split(separator: "&").filter { !$0.lowercased().hasPrefix("auto") }
            return kept.isEmpty ? nil : Substring(kept.joined(separator: "&"))
        }
        let size = [AttributeName.width, .height].compactMap { name -> String? in
            guard let value = tag[name], !value.isEmpty, value.allSatisfy(ASCII.isDigit) else { return nil }
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

    /// The page of what a frame plays; nil for frames of unknown hosts.
    private static func page(_ host: String, _ parts: Address) -> String? {
        let path = parts.path.split(separator: "/").map(String.init)
        switch host {
        case "youtube.com", "youtube-nocookie.com":
            guard path.count >= 2, path[0] == "embed", isID(path[1]), path[1] != "videoseries" else { return nil }
            return "https://www.youtube.com/watch?v=\(path[1])"
        case "player.vimeo.com":
            guard path.count >= 2, path[0] == "video", isID(path[1]) else { return nil }
            return "https://vimeo.com/\(path[1])"
        case "dailymotion.com":
            guard path.count >= 3, path[0] == "embed", path[1] == "video", isID(path[2]) else { return nil }
            return "https://www.dailymotion.com/video/\(path[2])"
        case "open.spotify.com":
            guard path.count >= 3, path[0] == "embed", isID(path[1]), isID(path[2]) else { return nil }
            return "https://open.spotify.com/\(path[1])/\(path[2])"
        case "player.twitch.tv":
            guard let video = value("video", in: parts.query), isID(video) else { return nil }
            return "https://www.twitch.tv/videos/\(video.drop { $0 == "v" })"
        default:
            return nil
        }
    }

    private static func value(_ name: String, in query: Substring?) -> String? {
        query?.split(separator: "&").first { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.count + 1)) }
    }

    private static func isID(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == ASCII.dash || $0 == 0x5F }
    }
}
