/// Hands the merged feed on, without fetching or publishing anything.
public enum Export {
    /// The merged feed as Atom, as the store has it now.
    public static func atom(of site: Site, program: Generator) throws(RefreshError) -> [UInt8] {
        let store = try SiteStore.open(site)
        let publication = Publication(site: site, store: store, program: program)
        do {
            let document = try publication.current(try Selection(of: site, from: store))
            return try document.bytes(as: .atom)
        } catch let error as StoreError {
            throw RefreshError(error)
        } catch {
            throw RefreshError(.cannotWrite, "\(error)")
        }
    }
}
