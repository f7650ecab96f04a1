/// The relations of IANA's registry (RFC 8288, section 4.2) that a feed's links can have, and those of modules.
enum LinkRelations {
    static func isRegistered(_ name: String) -> Bool { names.contains(name.asciiLowercased) }

    /// A registered name may be written as its whole address as well (RFC 4287, section 4.2.7.2).
    static func name(of relation: String?) -> String {
        guard let relation else { return "alternate" }
        return relation.hasPrefix(registry) ? String(relation.dropFirst(registry.count)) : relation
    }

    /// What `name(of:)` understands, for a name that nobody registered: a bare one is taken for a mistake.
    static func address(of name: String) -> String { registry + name }

    private static let registry = "http://www.iana.org/assignments/relation/"

    private static let names = Set(
        """
        about acl alternate amphtml appendix apple-touch-icon apple-touch-startup-image archives author blocked-by \
        bookmark canonical chapter cite-as collection contents convertedfrom copyright create-form current describedby \
        describes disclosure dns-prefetch duplicate edit edit-form edit-media enclosure external first glossary help \
        hosts hub icon index intervalafter intervalbefore intervalcontains intervaldisjoint intervalduring \
        intervalequals intervalfinishedby intervalfinishes intervalin intervalmeets intervalmetby intervaloverlappedby \
        intervaloverlaps intervalstartedby intervalstarts item last latest-version license linkset lrdd manifest \
        mask-icon me media-feed memento micropub modulepreload monitor monitor-group next next-archive nofollow \
        noopener noreferrer opener openid2.local_id openid2.provider original p3pv1 payment pingback preconnect \
        predecessor-version prefetch preload prerender prev prev-archive preview previous privacy-policy profile \
        publication related replies restconf ruleinput search section self service service-desc service-doc \
        service-meta shortlink sip-trunking-capability sponsored start status stylesheet subsection successor-version \
        sunset tag terms-of-service timegate timemap type ugc up version-history via webmention working-copy \
        working-copy-of
        """.split(separator: " ").map(String.init))
}
