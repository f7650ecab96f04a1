import Foundation

/// A site's list of subscriptions as a file that is changed in place.
enum SubscriptionFile {
    /// Reads the list anew, changes it and puts it in the old one's place; a list that came out worse is not written.
    static func edit(
        of site: Site, _ change: (inout SubscriptionEditor) throws(SiteError) -> Void
    ) throws(RefreshError) {
        // The list may be a link to one that several programs share.
        let file = site.directory.appending(path: SubscriptionList.file).resolvingSymlinksInPath()
        let bytes: [UInt8]
        do {
            bytes = [UInt8](try Data(contentsOf: file))
        } catch CocoaError.fileReadNoSuchFile {
            bytes = SubscriptionList.empty
        } catch {
            throw RefreshError(.cannotWrite, "\(SubscriptionList.file) cannot be read: \(error.systemReason)")
        }
        do throws(SiteError) {
            var editor = try SubscriptionEditor(bytes)
            try change(&editor)
            try replace(file, with: editor.bytes)
        } catch {
            throw RefreshError(.cannotWrite, error.message)
        }
    }

    private static func replace(_ file: URL, with bytes: [UInt8]) throws(SiteError) {
        do throws(PublishError) {
            var publisher = Publisher(directory: file.deletingLastPathComponent())
            try publisher.add([PublishedFile(path: file.lastPathComponent, content: .text(bytes))])
            _ = try publisher.finish()
        } catch {
            throw SiteError(.missing, SubscriptionList.file, error.reason)
        }
    }
}
