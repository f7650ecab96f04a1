/// A letter on a colored disc, which tells a feed at a glance and asks no server for a picture.
enum SourceIcon {
    /// - Parameters:
    ///   - address: The feed's; the color follows from it and stays when the feed is renamed.
    ///   - title: Whose first letter or digit is shown.
    static func icon(_ address: String, title: String) -> HTML {
        let letter = title.first { $0.isLetter || $0.isNumber } ?? "•"
        let color = Int(Digest(of: Array(address.utf8)).bytes[0]) % colors
        return "<span class=\"disc c\(color)\" aria-hidden=\"true\">\(letter.uppercased())</span>"
    }

    /// In the style sheet, as `.c0` and so on.
    static let colors = 12
}
