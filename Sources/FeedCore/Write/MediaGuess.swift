/// The media type of a file by the ending of its address, where a format demands one and nobody said it.
enum MediaGuess {
    static func of(_ address: String) -> String {
        let path = Address(address).path
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return unknown }
        return types[path[dot...].dropFirst().lowercased()] ?? unknown
    }

    private static let unknown = "application/octet-stream"

    private static let types = [
        "mp3": "audio/mpeg", "m4a": "audio/mp4", "aac": "audio/aac", "ogg": "audio/ogg", "oga": "audio/ogg",
        "opus": "audio/ogg", "wav": "audio/wav", "flac": "audio/flac", "mp4": "video/mp4", "m4v": "video/mp4",
        "mov": "video/quicktime", "webm": "video/webm", "ogv": "video/ogg", "jpg": "image/jpeg",
        "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
        "svg": "image/svg+xml", "pdf": "application/pdf", "epub": "application/epub+zip", "zip": "application/zip",
        "torrent": "application/x-bittorrent", "html": "text/html", "txt": "text/plain",
    ]
}
