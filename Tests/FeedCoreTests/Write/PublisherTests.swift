import Foundation
import Testing

@testable import FeedCore

struct PublisherTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func publish(
        _ files: PublishedFile..., removing obsolete: [String] = [], compressed: Bool = false
    ) throws -> [String] {
        var publisher = Publisher(directory: folder.url.appendingPathComponent("public"))
        try publisher.add(files, compressed: compressed)
        return try publisher.finish(removing: obsolete)
    }

    private func text(_ path: String, _ text: String) -> PublishedFile {
        PublishedFile(path: path, content: .text(Array(text.utf8)))
    }

    private func names(_ path: String = "public") throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path(path)).sorted()
    }

    @Test func aFileWithTheSameBytesIsNotTouched() throws {
        #expect(try publish(text("a.xml", "one"), text("b/c.xml", "two")) == ["a.xml", "b/c.xml"])
        let path = folder.path("public/a.xml")
        let old = Date(timeIntervalSince1970: 1_000)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
        #expect(try publish(text("a.xml", "one"), text("b/c.xml", "two")) == [])
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.modificationDate] as? Date == old)
        #expect(try publish(text("a.xml", "uno"), text("b/c.xml", "two")) == ["a.xml"])
        #expect(try folder.read("public/a.xml") == "uno")
    }

    @Test func aFailureKeepsAllOldFilesAndLeavesNothingBehind() throws {
        try folder.write("old", to: "public/a.xml")
        // A folder in the way of a file: rename(2) cannot replace it.
        try folder.write("x", to: "public/b.xml/inside")
        #expect(throws: PublishError.self) {
            try publish(text("b.xml", "new"), text("a.xml", "new"))
        }
        #expect(try folder.read("public/a.xml") == "old")
        #expect(try names() == ["a.xml", "b.xml", "b.xml/inside"])
    }

    @Test func whatAKilledPublicationLeftIsClearedAway() throws {
        try folder.write("half", to: "public/.feedtool-new/7")
        _ = try publish(text("a.xml", "one"))
        #expect(try names() == ["a.xml"])
    }

    @Test func obsoleteFilesGoWithTheirCompressedFormsAndEmptyFolders() throws {
        let long = String(repeating: "a long text ", count: 100)
        _ = try publish(text("tag/swift/atom.xml", long), text("tag/x.xml", "x"), compressed: true)
        _ = try publish(text("tag/x.xml", "x"), removing: ["tag/swift/atom.xml"], compressed: true)
        #expect(try names() == ["tag", "tag/x.xml"])
    }

    /// Archives link both ways, so no order of adding them would do. Who comes at any moment and follows the links from
    /// what was there before has to find every file.
    @Test func noLinkEverLeadsNowhere() throws {
        let old = ["may": "", "july": "may", "index": "july style"]
        let new = ["may": "june", "june": "may july", "july": "june august", "august": "july", "index": "august looks"]
        var first = Publisher(directory: folder.url.appendingPathComponent("public"))
        try first.add(files(old) + [text("style", ""), text("looks", "")])
        _ = try first.finish()
        var publisher = Publisher(directory: folder.url.appendingPathComponent("public"))
        try publisher.add(files(new))
        var site = old.merging(["style": "", "looks": ""]) { old, _ in old }
        for path in publisher.order {
            site[path] = new[path]
            #expect(dangling(in: site, from: Array(old.keys)) == [], "after \(path)")
        }
        #expect(Set(publisher.order) == Set(new.keys))
        _ = try publisher.finish(removing: ["style"])
        #expect(try names() == ["august", "index", "july", "june", "looks", "may"])
    }

    /// Files that hold the names of those they link to.
    private func files(_ links: [String: String]) -> [PublishedFile] {
        links.sorted { $0.key < $1.key }.map { text($0.key, $0.value) }
    }

    /// What cannot be reached though something reachable links to it.
    private func dangling(in site: [String: String], from entrances: [String]) -> Set<String> {
        var seen = Set(entrances)
        var open = entrances
        while let path = open.popLast() {
            let links = (site[path] ?? "").split(separator: " ").map(String.init)
            open += links.filter { seen.insert($0).inserted }
        }
        return seen.subtracting(site.keys)
    }

    @Test func compressedFormsFollowTheirFile() throws {
        let long = String(repeating: "a long text ", count: 100)
        #expect(try publish(text("a.xml", long), compressed: true) == ["a.xml"])
        #expect(try names() == ["a.xml", "a.xml.br", "a.xml.gz"])
        #expect(try publish(text("a.xml", long), compressed: true) == [])
        try FileManager.default.removeItem(atPath: folder.path("public/a.xml.gz"))
        #expect(try publish(text("a.xml", long), compressed: true) == ["a.xml"])
        #expect(try names() == ["a.xml", "a.xml.br", "a.xml.gz"])
        // Too short to get smaller: what is there would hide the new file.
        #expect(try publish(text("a.xml", "short"), compressed: true) == ["a.xml"])
        #expect(try names() == ["a.xml"])
        _ = try publish(text("a.xml", long), compressed: true)
        _ = try publish(text("a.xml", long))
        #expect(try names() == ["a.xml"])
    }

    @Test func picturesAreCopiedOnce() throws {
        try folder.write("picture", to: "seeds/p.jpg")
        let file = PublishedFile(
            path: "articles/p.jpg", content: .copy(of: folder.url.appendingPathComponent("seeds/p.jpg")))
        #expect(try publish(file, compressed: true) == ["articles/p.jpg"])
        #expect(try publish(file, compressed: true) == [])
        #expect(try folder.read("public/articles/p.jpg") == "picture")
        try folder.write("another", to: "seeds/p.jpg")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: 10)], ofItemAtPath: folder.path("seeds/p.jpg"))
        #expect(try publish(file) == ["articles/p.jpg"])
    }
}
