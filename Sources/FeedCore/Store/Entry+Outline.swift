extension Entry {
    /// What is kept of it: three entries of four that the first look at many feeds brings are never published.
    func kept(as withheld: Withheld?) -> Entry { withheld == .backfill ? outline : self }

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
