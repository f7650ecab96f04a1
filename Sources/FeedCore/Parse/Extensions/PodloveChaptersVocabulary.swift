extension Vocabulary {
    /// Podlove Simple Chapters: https://podlove.org/simple-chapters/
    static let podloveChapters = Vocabulary(
        ["http://podlove.org/simple-chapters", "http://podlove.org/simple-chapters/"], prefix: "psc",
        entry: [
            "chapters": { element, draft in
                guard draft.entry.chapters.isEmpty else { return }
                draft.entry.chapters = element.children.filter { $0.local == "chapter" }.compactMap(chapter)
            }
        ])

    private static func chapter(_ element: Element) -> Chapter? {
        guard let start = element["start"].flatMap(DurationText.seconds) else { return nil }
        var chapter = Chapter(start: start)
        chapter.title = element["title"]?.nonBlank
        chapter.href = element.address("href")
        // Not resolved: in the wild this is also the name of a file in the audio's container.
        chapter.image = element["image"]?.nonBlank
        return chapter
    }
}
