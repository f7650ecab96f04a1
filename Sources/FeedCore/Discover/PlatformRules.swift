extension PlatformRule {
    /// By host; the first row that fits counts. Where a platform's pages declare what they have, no row is needed.
    static let known: [PlatformRule] =
        [
            PlatformRule("youtube.com", "/channel/{id}", youTube + "channel_id={id}"),
            PlatformRule("youtube.com", "/channel/{id}/{tab+}", youTube + "channel_id={id}"),
            PlatformRule("youtube.com", "/user/{name}", youTube + "user={name}"),
            PlatformRule("youtube.com", "/user/{name}/{tab+}", youTube + "user={name}"),
            PlatformRule("youtube.com", "/playlist?list={id}", youTube + "playlist_id={id}"),
            PlatformRule("youtube.com", "/watch?list={id}", youTube + "playlist_id={id}"),
            PlatformRule("music.youtube.com", "/channel/{id}", youTube + "channel_id={id}"),
            PlatformRule("music.youtube.com", "/playlist?list={id}", youTube + "playlist_id={id}"),

            PlatformRule("github.com", "/{owner}", "https://github.com/{owner}.atom"),
            PlatformRule(
                "github.com", "/{owner}/{project}", "https://github.com/{owner}/{project}/releases.atom",
                "https://github.com/{owner}/{project}/commits.atom", "https://github.com/{owner}/{project}/tags.atom"),
            PlatformRule(
                "github.com", "/{owner}/{project}/releases", "https://github.com/{owner}/{project}/releases.atom"),
            PlatformRule(
                "github.com", "/{owner}/{project}/releases/{page+}",
                "https://github.com/{owner}/{project}/releases.atom"),
            PlatformRule("github.com", "/{owner}/{project}/tags", "https://github.com/{owner}/{project}/tags.atom"),
            PlatformRule(
                "github.com", "/{owner}/{project}/commits", "https://github.com/{owner}/{project}/commits.atom"),
            PlatformRule(
                "github.com", "/{owner}/{project}/commits/{branch+}",
                "https://github.com/{owner}/{project}/commits/{branch}.atom"),
            PlatformRule(
                "github.com", "/{owner}/{project}/tree/{branch+}",
                "https://github.com/{owner}/{project}/commits/{branch}.atom"),
            PlatformRule(
                "github.com", "/{owner}/{project}/blob/{file+}",
                "https://github.com/{owner}/{project}/commits/{file}.atom"),
            PlatformRule("github.com", "/{owner}/{project}/wiki", "https://github.com/{owner}/{project}/wiki.atom"),
            PlatformRule(
                "github.com", "/{owner}/{project}/discussions", "https://github.com/{owner}/{project}/discussions.atom"),
            PlatformRule("gist.github.com", "/{owner}", "https://gist.github.com/{owner}.atom"),

            PlatformRule("gitlab.com", "/{project+}/-/releases", "https://gitlab.com/{project}/-/releases.atom"),
            PlatformRule("gitlab.com", "/{project+}/-/issues", "https://gitlab.com/{project}/-/issues.atom"),
            PlatformRule("gitlab.com", "/{project+}/-/tags", "https://gitlab.com/{project}/-/tags?format=atom"),
            PlatformRule(
                "gitlab.com", "/{project+}/-/commits/{branch+}",
                "https://gitlab.com/{project}/-/commits/{branch}?format=atom"
            ),
            PlatformRule(
                "gitlab.com", "/{project+}/-/tree/{branch+}",
                "https://gitlab.com/{project}/-/commits/{branch}?format=atom"),
            PlatformRule("gitlab.com", "/{user}", "https://gitlab.com/{user}.atom"),
            PlatformRule(
                "gitlab.com", "/{project+}", "https://gitlab.com/{project}/-/releases.atom",
                "https://gitlab.com/{project}.atom", "https://gitlab.com/{project}/-/tags?format=atom"),

            PlatformRule("codeberg.org", "/{owner}", "https://codeberg.org/{owner}.rss"),
            PlatformRule(
                "codeberg.org", "/{owner}/{project}", "https://codeberg.org/{owner}/{project}/releases.rss",
                "https://codeberg.org/{owner}/{project}.rss", "https://codeberg.org/{owner}/{project}/tags.rss"),
            PlatformRule(
                "codeberg.org", "/{owner}/{project}/releases", "https://codeberg.org/{owner}/{project}/releases.rss"),
            PlatformRule("codeberg.org", "/{owner}/{project}/tags", "https://codeberg.org/{owner}/{project}/tags.rss"),

            PlatformRule("reddit.com", "/", "https://www.reddit.com/.rss"),
            PlatformRule("reddit.com", "/search?q={words}", "https://www.reddit.com/search.rss?q={words}"),
            PlatformRule(
                "reddit.com", "/r/{sub}/search?q={words}",
                "https://www.reddit.com/r/{sub}/search.rss?q={words}&restrict_sr=on"),
            PlatformRule("reddit.com", "/domain/{name}", "https://www.reddit.com/domain/{name}/.rss"),
            PlatformRule("reddit.com", "/r/{sub}", "https://www.reddit.com/r/{sub}/.rss"),
            PlatformRule("reddit.com", "/r/{sub}/{page+}", "https://www.reddit.com/r/{sub}/{page}/.rss"),
            PlatformRule("reddit.com", "/user/{name}", "https://www.reddit.com/user/{name}/.rss"),
            PlatformRule("reddit.com", "/u/{name}", "https://www.reddit.com/user/{name}/.rss"),
            PlatformRule("reddit.com", "/user/{name}/{page+}", "https://www.reddit.com/user/{name}/{page}/.rss"),

            PlatformRule("bsky.app", "/profile/{id}", "https://bsky.app/profile/{id}/rss"),
            PlatformRule("bsky.app", "/profile/{id}/{page+}", "https://bsky.app/profile/{id}/rss"),

            PlatformRule("medium.com", "/@{name}", "https://medium.com/feed/@{name}"),
            PlatformRule("medium.com", "/@{name}/{post}", "https://medium.com/feed/@{name}"),
            PlatformRule("medium.com", "/tag/{tag}", "https://medium.com/feed/tag/{tag}"),
            PlatformRule("medium.com", "/{name}", "https://medium.com/feed/{name}"),
            PlatformRule("medium.com", "/{name}/tagged/{tag}", "https://medium.com/feed/{name}/tagged/{tag}"),
            PlatformRule("{name}.medium.com", "/", "https://{name}.medium.com/feed"),

            PlatformRule("{name}.substack.com", "/", "https://{name}.substack.com/feed"),
            PlatformRule("{name}.substack.com", "/archive", "https://{name}.substack.com/feed"),
            PlatformRule("{name}.substack.com", "/p/{post}", "https://{name}.substack.com/feed"),
            PlatformRule("open.substack.com", "/pub/{name}", "https://{name}.substack.com/feed"),
            PlatformRule("open.substack.com", "/pub/{name}/{page+}", "https://{name}.substack.com/feed"),
            PlatformRule("substack.com", "/@{name}", "https://{name}.substack.com/feed"),

            PlatformRule("tumblr.com", "/{name}", "https://{name}.tumblr.com/rss"),
            PlatformRule("tumblr.com", "/blog/{name}", "https://{name}.tumblr.com/rss"),
            PlatformRule("tumblr.com", "/blog/view/{name}", "https://{name}.tumblr.com/rss"),
            PlatformRule("{name}.tumblr.com", "/", "https://{name}.tumblr.com/rss"),
            PlatformRule("{name}.tumblr.com", "/tagged/{tag}", "https://{name}.tumblr.com/tagged/{tag}/rss"),

            PlatformRule("{name}.blogspot.{country+}", "/", "https://{host}/feeds/posts/default"),
            PlatformRule(
                "{name}.blogspot.{country+}", "/search/label/{label}", "https://{host}/feeds/posts/default/-/{label}"),

            PlatformRule("{name}.wordpress.com", "/", "https://{name}.wordpress.com/feed/"),
            PlatformRule("{name}.wordpress.com", "/{kind}/{term}", "https://{name}.wordpress.com/{kind}/{term}/feed/"),

            PlatformRule("news.ycombinator.com", "/", "https://news.ycombinator.com/rss"),
            PlatformRule("news.ycombinator.com", "/news", "https://news.ycombinator.com/rss"),
            PlatformRule("news.ycombinator.com", "/show", "https://news.ycombinator.com/showrss"),

            PlatformRule("pypi.org", "/project/{name}", "https://pypi.org/rss/project/{name}/releases.xml"),
            PlatformRule("arxiv.org", "/list/{topic}/{view}", "https://rss.arxiv.org/rss/{topic}"),
            PlatformRule("vimeo.com", "/{name}", "https://vimeo.com/{name}/videos/rss"),
            PlatformRule("dev.to", "/{name}", "https://dev.to/feed/{name}"),
            PlatformRule(
                "store.steampowered.com", "/app/{id}/{name+}", "https://store.steampowered.com/feeds/news/app/{id}"),
        ] + stackExchange

    /// Of software that runs on hosts of any name.
    static let habits: [PlatformRule] = [
        // Mastodon, GoToSocial, Misskey
        PlatformRule("{any+}", "/@{name}", "https://{host}/@{name}.rss", "https://{host}/@{name}/feed.rss"),
        PlatformRule(
            "{any+}", "/@{name}/{page+}", "https://{host}/@{name}.rss", "https://{host}/@{name}/feed.rss"),
        PlatformRule("{any+}", "/tags/{tag}", "https://{host}/tags/{tag}.rss"),
        // Pleroma, Akkoma, Pixelfed
        PlatformRule(
            "{any+}", "/users/{name}", "https://{host}/users/{name}/feed.rss", "https://{host}/users/{name}.atom"),
        // Lemmy, PeerTube
        PlatformRule(
            "{any+}", "/c/{name}", "https://{host}/feeds/c/{name}.xml",
            "https://{host}/feeds/videos.xml?videoChannelName={name}"),
        PlatformRule("{any+}", "/c/{name}/{page+}", "https://{host}/feeds/videos.xml?videoChannelName={name}"),
        PlatformRule(
            "{any+}", "/video-channels/{name}/{page+}", "https://{host}/feeds/videos.xml?videoChannelName={name}"),
        PlatformRule("{any+}", "/accounts/{name}/{page+}", "https://{host}/feeds/videos.xml?accountName={name}"),
        PlatformRule("{any+}", "/u/{name}", "https://{host}/feeds/u/{name}.xml"),
        PlatformRule("{any+}", "/a/{name}", "https://{host}/feeds/videos.xml?accountName={name}"),
        PlatformRule("{any+}", "/a/{name}/{page+}", "https://{host}/feeds/videos.xml?accountName={name}"),
        PlatformRule(
            "{any+}", "/{project+}/-/{page+}", "https://{host}/{project}/-/releases.atom",
            "https://{host}/{project}/-/tags?format=atom"),
        // GitLab and Forgejo on a host of their own
        PlatformRule(
            "{any+}", "/{owner}/{project}", "https://{host}/{owner}/{project}/-/releases.atom",
            "https://{host}/{owner}/{project}/releases.rss"),
    ]

    private static let youTube = "https://www.youtube.com/feeds/videos.xml?"

    private static let stackExchange = [
        "stackoverflow.com", "serverfault.com", "superuser.com", "askubuntu.com", "mathoverflow.net", "stackapps.com",
        "{site}.stackexchange.com", "{language}.stackoverflow.com",
    ].flatMap { host in
        [
            PlatformRule(host, "/", "https://{host}/feeds"),
            PlatformRule(host, "/questions", "https://{host}/feeds"),
            PlatformRule(host, "/questions/tagged/{tag}", "https://{host}/feeds/tag/{tag}"),
            PlatformRule(host, "/tags/{tag}/info", "https://{host}/feeds/tag/{tag}"),
            PlatformRule(host, "/q/{id}", "https://{host}/feeds/question/{id}"),
            PlatformRule(host, "/q/{id}/{user}", "https://{host}/feeds/question/{id}"),
            PlatformRule(host, "/questions/{id}", "https://{host}/feeds/question/{id}"),
            PlatformRule(host, "/questions/{id}/{title+}", "https://{host}/feeds/question/{id}"),
            PlatformRule(host, "/users/{id}", "https://{host}/feeds/user/{id}"),
            PlatformRule(host, "/users/{id}/{name+}", "https://{host}/feeds/user/{id}"),
        ]
    }
}
