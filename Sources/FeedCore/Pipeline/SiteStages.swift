import Foundation

// How the stages take what the site's configuration says: they do not know it themselves.

extension FetchPolicy {
    init(_ site: Site, program: Generator) {
        let fetch = site.configuration.fetch
        self.init()
        timeout = fetch.timeout
        connectTimeout = fetch.connectTimeout
        maxBodyBytes = fetch.maxBodyBytes
        maxRedirects = fetch.maxRedirects
        maxConcurrent = fetch.maxConcurrent
        maxConcurrentPerHost = fetch.maxConcurrentPerHost
        minHostGap = fetch.minHostGap
        allowPrivateNetworks = fetch.allowPrivateNetworks
        let name = [program.name, program.version].compactMap(\.self).joined(separator: "/")
        userAgent = fetch.userAgent ?? "\(name) (+\(site.configuration.link))"
        proxy = fetch.proxy
        caFile = site.certificateFile?.path(percentEncoded: false)
    }
}

extension Fetcher {
    /// One that keeps to the site's policy and reads the site's own files.
    convenience init(_ site: Site, program: Generator, source: ExchangeSource = .network) {
        self.init(
            policy: FetchPolicy(site, program: program),
            files: LocalFiles(root: site.directory, base: site.feedsDirectory), source: source)
    }
}

extension Schedule {
    init(_ schedule: Configuration.Schedule) {
        self.init(
            interval: Int(schedule.interval * 60), minimum: Int(schedule.minimum * 60),
            maximum: Int(schedule.maximum * 60))
    }
}

extension PublishedSite {
    init(_ configuration: Configuration, program: Generator) {
        self.init(
            id: configuration.id, title: configuration.title, subtitle: configuration.subtitle,
            link: configuration.link, author: configuration.author, language: configuration.language,
            rights: configuration.rights, icon: configuration.icon, logo: configuration.logo, generator: program)
    }
}

/// The store that a site names.
enum SiteStore {
    static func open(_ site: Site) throws(RefreshError) -> any Store {
        do throws(StoreError) {
            try site.createStateDirectory()
            return try SQLiteStore(path: site.storeFile.path(percentEncoded: false))
        } catch {
            throw RefreshError(error)
        }
    }
}

extension Site {
    func createStateDirectory() throws(StoreError) {
        for directory in [stateDirectory, storeFile.deletingLastPathComponent()] {
            do {
                try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            } catch {
                throw StoreError(
                    action: "create \(directory.path(percentEncoded: false))",
                    reason: error.systemReason)
            }
        }
    }
}
