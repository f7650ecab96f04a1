public import Foundation

/// A directory with what a site follows, says of itself and writes: `feeds/` and `seeds/`.
public struct Site: Sendable {
    public let directory: URL
    public let configuration: Configuration
    /// In the order of the list, each address once.
    public let subscriptions: [Subscription]
    /// What is sent with requests to some of them.
    public let secrets: [Secret]
    /// What is odd but stops nothing: one line each.
    public let problems: [String]
    /// Those of the configuration, compiled.
    let rules: RuleSet
    /// Of the files that say all this.
    let digest: Digest

    /// - Parameter isNew: whether a site without a list of subscriptions is one that follows nothing yet. Otherwise it is
    ///   an error, or a list that was moved away by mistake would empty what is published.
    /// - Throws: one line that names the file, relative to the site, and what to do.
    public static func load(_ directory: URL, isNew: Bool = false) throws(SiteError) -> Site {
        var isDirectory: ObjCBool = false
        let exists = unsafe FileManager.default.fileExists(
            atPath: directory.path(percentEncoded: false), isDirectory: &isDirectory)
        guard exists, isDirectory.boolValue else {
            let path = Excerpt.of(directory.path(percentEncoded: false))
            throw SiteError(.missing, path, "is no directory; give a site's directory with --site DIR")
        }
        let json = try read(
            ConfigurationReader.file, in: directory,
            ifMissing: "write at least { title: \"…\", link: \"https://…\" }, or name the site with --site DIR")
        let configuration = try ConfigurationReader.read(json)
        let opml = try read(
            SubscriptionList.file, in: directory,
            ifMissing: "write an OPML list of the feeds to follow, or begin one with 'feedtool add URL'",
            otherwise: isNew ? SubscriptionList.empty : nil)
        let list = try SubscriptionList.read(opml)
        try list.check(against: configuration.rules)
        let secrets = try readSecrets(in: directory)
        let rules = try RuleReader.compile(configuration.rules)
        return Site(
            directory: directory, configuration: configuration, subscriptions: list.subscriptions, secrets: secrets,
            problems: list.problems + secrets.filter(\.insecureTLS).map(insecurity), rules: rules,
            digest: Digest(of: Digest(of: json).bytes + Digest(of: opml).bytes))
    }

    /// Where the lists are; addresses of feeds kept in the site are relative to it.
    public var feedsDirectory: URL { directory.appending(path: "feeds", directoryHint: .isDirectory) }

    /// What the operator changed about the pages.
    public var themeDirectory: URL { feedsDirectory.appending(path: "theme", directoryHint: .isDirectory) }

    /// Where the local articles are.
    public var seedsDirectory: URL { directory.appending(path: "seeds", directoryHint: .isDirectory) }

    /// Where the store and the lock are.
    public var stateDirectory: URL { directory.appending(path: ".feedtool", directoryHint: .isDirectory) }

    public var publishDirectory: URL { resolve(configuration.publish.directory, isDirectory: true) }

    public var storeFile: URL { resolve(configuration.store) }

    public var certificateFile: URL? { configuration.fetch.caFile.map(file) }

    /// The file that a path of the site's configuration means.
    func file(_ path: String) -> URL { resolve(path) }
}

extension Site {
    private func resolve(_ path: String, isDirectory: Bool = false) -> URL {
        let hint = isDirectory ? URL.DirectoryHint.isDirectory : .notDirectory
        if path.hasPrefix("/") { return URL(filePath: path, directoryHint: hint) }
        return directory.appending(path: path, directoryHint: hint)
    }

    /// None if there is no such file; one that others may read is refused.
    private static func readSecrets(in directory: URL) throws(SiteError) -> [Secret] {
        let file = SecretsReader.file
        var status = stat()
        let path = directory.appending(path: file).path(percentEncoded: false)
        guard unsafe stat(path, &status) == 0 || errno != ENOENT else { return [] }
        let bytes = try read(file, in: directory, ifMissing: "remove it")
        guard status.st_mode & 0o077 == 0 else {
            throw SiteError(.configuration, file, "can be read by others than its owner; run: chmod 600 \(path)")
        }
        return try SecretsReader.read(bytes)
    }

    private static func insecurity(_ secret: Secret) -> String {
        "\(SecretsReader.file): WARNING: insecureTLS: nobody knows who answers for \(Excerpt.of(secret.address)); "
            + "whoever is on the way can read and change it"
    }

    private static func read(
        _ file: String, in directory: URL, ifMissing advice: String, otherwise content: [UInt8]? = nil
    ) throws(SiteError) -> [UInt8] {
        let url = directory.appending(path: file).resolvingSymlinksInPath()
        do {
            let values = try url.resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])
            guard values.isRegularFile == true else {
                throw SiteError(.missing, file, "is no file; \(advice)")
            }
            guard values.fileSize ?? 0 <= maxBytes else {
                throw SiteError(.missing, file, "is larger than \(maxBytes >> 20) MiB; is it the right file?")
            }
            return [UInt8](try Data(contentsOf: url))
        } catch let error as SiteError {
            throw error
        } catch CocoaError.fileReadNoSuchFile {
            if let content { return content }
            throw SiteError(.missing, file, "is not there; \(advice)")
        } catch CocoaError.fileReadNoPermission {
            throw SiteError(.missing, file, "cannot be read: permission denied; make it readable")
        } catch {
            throw SiteError(.missing, file, "cannot be read: \(error.systemReason)")
        }
    }

    private static let maxBytes = 64 << 20
}
