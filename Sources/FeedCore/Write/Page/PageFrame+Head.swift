extension PageFrame {
    var head: HTML {
        let title = heading.map { "\($0) · \(site.title)" } ?? site.title
        return """
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(contentSecurityPolicy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            \(description.map { "<meta name=\"description\" content=\"\($0)\">\n" })\
            <link rel="canonical" href="\(address)">
            \(relatedLinks)\(openGraph)\
            <link rel="icon" href="\(site.icon ?? "data:,")">
            <link rel="stylesheet" href="\(link(Theme.stylePath))">
            <script src="\(link(Theme.scriptPath))" defer></script>
            \(theme.head(of: site))</head>

            """
    }

    /// Nothing is loaded but this site's style sheet and script, and the pictures and recordings of entries.
    private var contentSecurityPolicy: String {
        var policy = "default-src 'none'; img-src 'self' https: http: data:; media-src 'self' https: http:; "
        policy += "style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'"
        let frames = Player.hosts(of: players).map { "https://\($0)" }
        return frames.isEmpty ? policy : policy + "; frame-src " + frames.joined(separator: " ")
    }

    private var relatedLinks: HTML {
        var links = subscriptions.reduce(into: HTML()) { links, feed in
            let relation = feed.format == .opml ? "blogroll" : "alternate"
            links += """
                <link rel="\(relation)" type="\(feed.format.mediaType)" title="\(feed.title)" \
                href="\(site.address(of: feed.path))">

                """
        }
        if let newer { links += "<link rel=\"next\" href=\"\(newer)\">\n" }
        if let older { links += "<link rel=\"prev\" href=\"\(older)\">\n" }
        return links
    }

    /// https://ogp.me
    private var openGraph: HTML {
        let image: HTML? = PageAddress(site.logo ?? site.icon, for: .resource).map {
            "<meta property=\"og:image\" content=\"\($0)\">\n"
        }
        return """
            <meta property="og:type" content="website">
            <meta property="og:title" content="\(heading ?? site.title)">
            <meta property="og:site_name" content="\(site.title)">
            <meta property="og:url" content="\(address)">
            \(description.map { "<meta property=\"og:description\" content=\"\($0)\">\n" })\(image)
            """
    }
}
