/// Hands the merged feed on, without fetching or publishing anything.
public enum Export {
    /// The merged feed as Atom, as the store has it now.
    public static func atom(of site: Site, program: Generator) throws(RefreshError) -> [UInt8] {
        let river = try Publication.river(site, from: try SiteStore.open(site))
        return try Publication.atom(river, of: site, program: program)
    }
}
