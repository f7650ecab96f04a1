/// Turns the bytes of `site.json` into a configuration; everything odd in it is an error that says where and what to do.
enum ConfigurationReader {
    static let file = "feeds/site.json"

    static func read(_ bytes: [UInt8]) throws(SiteError) -> Configuration {
        let document: JSON5Value
        do throws(JSON5Reader.Fault) {
            document = try JSON5Reader.read(bytes)
        } catch {
            let place = TextPlace(of: error.offset, in: bytes)
            throw SiteError(
                .configuration, file, line: place.line, column: place.column, "is not JSON: \(error.message)")
        }
        return try configuration(try ConfigurationSection(document, path: "", of: bytes))
    }

    private static func configuration(_ site: ConfigurationSection) throws(SiteError) -> Configuration {
        guard let title = try site.text("title") else { throw site.missing("title", such: "\"A title\"") }
        guard let link = try site.address("link") else { throw site.missing("link", such: "\"https://site.example/\"") }
        var result = Configuration(title: title, link: link)
        result.subtitle = try site.text("subtitle")
        result.id = try site.identifier("id") ?? result.id
        result.language = try site.language("language")
        result.rights = try site.text("rights")
        result.icon = try site.address("icon", against: link)
        result.logo = try site.address("logo", against: link)
        if let author = try site.section("author") { result.author = try person(author, site: link) }
        if let publish = try site.section("publish") { try read(publish, into: &result.publish) }
        if let fetch = try site.section("fetch") { try read(fetch, into: &result.fetch) }
        if let schedule = try site.section("schedule") { try read(schedule, into: &result.schedule) }
        if let merge = try site.section("merge") { try read(merge, into: &result.merge) }
        if let retention = try site.section("retention") { try read(retention, into: &result.retention) }
        result.rules = try RuleReader.rules(site)
        try checkRules(ofViews: result, site)
        if let store = try site.text("store") { result.store = try path(ofStore: store, site) }
        return result
    }

    private static func person(_ author: ConfigurationSection, site link: String) throws(SiteError) -> Person {
        guard let name = try author.text("name") else { throw author.missing("name", such: "\"A name\"") }
        return Person(
            name: name, email: try author.email("email"), uri: try author.address("uri", against: link))
    }

    private static func read(
        _ section: ConfigurationSection, into publish: inout Configuration.Publish
    ) throws(SiteError) {
        publish.directory = try section.directory("directory") ?? publish.directory
        publish.formats = try section.choices("formats") ?? publish.formats
        publish.entries = try section.integer("entries", in: 1...100_000) ?? publish.entries
        publish.entriesPerFeed = try section.integer("entriesPerFeed", in: 1...100_000) ?? publish.entriesPerFeed
        publish.archives = try section.flag("archives") ?? publish.archives
        publish.precompress = try precompress(section) ?? publish.precompress
        publish.hub = try section.address("hub")
        publish.views = try section.sections("views")?.map(view) ?? []
        let names = publish.views.map(\.name)
        if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
            throw section.error("views", "has two views with the name \"\(twice)\"")
        }
    }

    /// `true` is for all files, `false` for none.
    private static func precompress(_ section: ConfigurationSection) throws(SiteError) -> Configuration.Precompress? {
        if case .bool(let isWanted)? = section.value("precompress")?.kind { return isWanted ? .all : .off }
        return try section.choice("precompress")
    }

    private static func view(_ section: ConfigurationSection) throws(SiteError) -> Configuration.View {
        guard let name = try section.text("name") else { throw section.missing("name", such: "\"tag/swift\"") }
        guard isPath(name) else {
            throw section.error(
                "name", "must be a path of small letters, digits and hyphens, such as \"tag/swift\"; not archive/…")
        }
        var view = Configuration.View(name: name)
        view.title = try section.text("title")
        view.subtitle = try section.text("subtitle")
        view.formats = try section.choices("formats")
        view.tag = try section.text("tag")
        view.folder = try section.text("folder")
        view.feed = try section.text("feed")
        view.author = try section.text("author")
        view.language = try section.language("language")
        view.rule = try section.text("rule")
        view.search = try section.text("search")
        let criteria = [view.tag, view.folder, view.feed, view.author, view.language, view.rule, view.search]
        guard criteria.contains(where: { $0 != nil }) else {
            throw section.error("chooses nothing; add tag, folder, feed, author, language, rule or search")
        }
        return view
    }

    /// A view by a rule that is none would stay empty for ever.
    private static func checkRules(
        ofViews configuration: Configuration, _ site: ConfigurationSection
    ) throws(SiteError) {
        let known = configuration.rules.map(\.name)
        for view in try site.section("publish")?.sections("views") ?? [] {
            guard let name = try view.text("rule"), !known.contains(name) else { continue }
            let advice = ConfigurationKeys.nearest(name, among: known).map { "did you mean '\($0)'?" }
            throw view.error(
                "rule", "is '\(Excerpt.of(name))', and no rule has this name; \(advice ?? "add it to rules")")
        }
    }

    /// Fit for a directory on any disk and for an address.
    private static func isPath(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return parts.first != "archive" && parts.first != "articles"
            && parts.allSatisfy { part in
                !part.isEmpty && part.first != "-"
                    && part.utf8.allSatisfy { byte in
                        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
                    }
            }
    }

    private static func read(_ section: ConfigurationSection, into fetch: inout Configuration.Fetch) throws(SiteError) {
        fetch.timeout = try section.number("timeout", in: 0.1...3_600, "seconds") ?? fetch.timeout
        fetch.connectTimeout = try section.number("connectTimeout", in: 0.1...3_600, "seconds") ?? fetch.connectTimeout
        fetch.maxBodyBytes = try section.integer("maxBodyBytes", in: 1_024...(1 << 30)) ?? fetch.maxBodyBytes
        fetch.maxRedirects = try section.integer("maxRedirects", in: 0...20) ?? fetch.maxRedirects
        fetch.maxConcurrent = try section.integer("maxConcurrent", in: 1...1_024) ?? fetch.maxConcurrent
        fetch.maxConcurrentPerHost =
            try section.integer("maxConcurrentPerHost", in: 1...64) ?? fetch.maxConcurrentPerHost
        fetch.minHostGap = try section.number("minHostGap", in: 0...3_600, "seconds") ?? fetch.minHostGap
        fetch.allowPrivateNetworks = try section.flag("allowPrivateNetworks") ?? fetch.allowPrivateNetworks
        fetch.userAgent = try section.header("userAgent")
        fetch.proxy = try section.proxy("proxy")
        fetch.caFile = try section.text("caFile")
    }

    private static func read(
        _ section: ConfigurationSection, into schedule: inout Configuration.Schedule
    ) throws(SiteError) {
        let minutes = 1.0...(7 * 24 * 60)
        let given = (
            interval: try section.number("interval", in: minutes, "minutes"),
            minimum: try section.number("minimum", in: minutes, "minutes"),
            maximum: try section.number("maximum", in: minutes, "minutes")
        )
        schedule.interval = given.interval ?? schedule.interval
        // Who sets one of the three only does not have to know the defaults of the others.
        schedule.minimum = given.minimum ?? min(schedule.minimum, schedule.interval, given.maximum ?? .infinity)
        schedule.maximum = given.maximum ?? max(schedule.maximum, schedule.interval, schedule.minimum)
        if given.interval == nil {
            schedule.interval = min(max(schedule.interval, schedule.minimum), schedule.maximum)
        }
        guard schedule.minimum <= schedule.interval, schedule.interval <= schedule.maximum else {
            throw section.error("must keep minimum <= interval <= maximum (minutes)")
        }
    }

    private static func read(_ section: ConfigurationSection, into merge: inout Configuration.Merge) throws(SiteError) {
        merge.duplicates = try section.choice("duplicates") ?? merge.duplicates
        merge.stories = try section.flag("stories") ?? merge.stories
        merge.backfill = try section.integer("backfill", in: 0...100_000) ?? merge.backfill
        merge.trackers = try section.choice("trackers") ?? merge.trackers
        merge.players = try section.choices("players", orNone: true) ?? merge.players
    }

    private static func read(
        _ section: ConfigurationSection, into retention: inout Configuration.Retention
    ) throws(SiteError) {
        retention.days = try section.integer("days", in: 0...36_500) ?? retention.days
        retention.entriesPerFeed = try section.integer("entriesPerFeed", in: 0...1_000_000) ?? retention.entriesPerFeed
    }

    private static func path(ofStore store: String, _ site: ConfigurationSection) throws(SiteError) -> String {
        let scheme = "sqlite:"
        guard store.hasPrefix(scheme), store.count > scheme.count else {
            throw site.error("store", "must be \"sqlite:PATH\", such as \"sqlite:.feedtool/feedtool.sqlite\"")
        }
        return String(store.dropFirst(scheme.count))
    }
}
