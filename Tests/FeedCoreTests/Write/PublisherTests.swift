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
