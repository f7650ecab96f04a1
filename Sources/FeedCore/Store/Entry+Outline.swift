extension Entry {
    /// What is kept of an entry that is never published: what it is called, where and from when it is, and who wrote it.
    var outline: Entry {
        var outline = Entry()
        outline.id = id
        outline.idIsPermalink = idIsPermalink
        outline.link = link
        outline.title = title
        outline.authors = authors
        outline.categories = categories
        outline.published = published
        outline.updated = updated
        outline.created = created
        return outline
    }
}
