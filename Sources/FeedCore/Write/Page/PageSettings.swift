/// How the pages of a site look, and what they may show.
struct PageSettings: Sendable {
    var theme = Theme.builtIn
    var navigation = Navigation()
    var players: Set<PlayerService> = []
}
