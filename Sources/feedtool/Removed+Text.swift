import FeedCore

extension Sanitizer.Removed {
    /// One line such as `removed 12 trackers, 1 pixel`; nil if nothing was.
    var text: String? {
        let counts = [
            (trackers, "tracker"), (redirectors, "redirector"), (pixels, "pixel"), (shareLinks, "share link"),
            (elements, "active element"), (addresses, "unsafe link"),
        ].filter { $0.0 > 0 }
        guard !counts.isEmpty else { return nil }
        return "removed " + counts.map { Terminal.count($0, $1) }.joined(separator: ", ")
    }
}
