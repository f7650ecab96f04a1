/// What the writers have to know of the site: who publishes the merged feed.
struct PublishedSite: Sendable, Equatable {
    let id: String
    let title: String
    let subtitle: String?
    /// The site's home page.
    let link: String
    let author: Person
    let language: String?
    let rights: String?
    let icon: String?
    let logo: String?
    /// `NAME/VERSION` of the program.
    let generator: Generator
}
