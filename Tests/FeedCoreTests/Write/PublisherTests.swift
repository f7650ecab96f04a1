import Foundation
import Testing

@testable import FeedCore

struct PublisherTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func publisher(precompresses: Bool = false) -> Publisher {
        Publisher(directory: folder.url.appendingPathComponent("public"), precompresses: precompresses)
    }

    private func text(_ path: String, _ text: String) -> PublishedFile {
        PublishedFile(path: path, content: .text(Array(text.utf8)))
    }

    private func names(_ path: String = "public") throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path(path)).sorted()
    }

    @Test func aFileWithTheSameBytesIsNotTouched() throws {
        #expect(try publisher().publish([text("a.xml", "one"), text("b/c.xml", "two")]) == ["a.xml", "b/c.xml"])
        let path = folder.path("public/a.xml")
        let old = Date(timeIntervalSince1970: 1_000)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
        #expect(try publisher().publish([text("a.xml", "one"), text("b/c.xml", "two")]) == [])
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.modificationDate] as? Date == old)
        #expect(try publisher().publish([text("a.xml", "uno"), text("b/c.xml", "two")]) == ["a.xml"])
        #expect(try folder.read("public/a.xml") == "uno")
    }

    @Test func aFailureKeepsAllOldFilesAndLeavesNothingBehind() throws {
        try folder.write("old", to: "public/a.xml")
        // A folder in the way of a file: rename(2) cannot replace it.
        try folder.write("x", to: "public/b.xml/inside")
        #expect(throws: PublishError.self) {
            try publisher().publish([text("b.xml", "new"), text("a.xml", "new")])
        }
        #expect(try folder.read("public/a.xml") == "old")
        #expect(try names() == ["a.xml", "b.xml", "b.xml/inside"])
    }

    @Test func whatAKilledPublicationLeftIsClearedAway() throws {
        try folder.write("half", to: "public/.feedtool-new/7")
        _ = try publisher().publish([text("a.xml", "one")])
        #expect(try names() == ["a.xml"])
    }

    @Test func obsoleteFilesGoWithTheirCompressedFormsAndEmptyFolders() throws {
        let long = String(repeating: "a long text ", count: 100)
        _ = try publisher(precompresses: true).publish([text("tag/swift/atom.xml", long), text("tag/x.xml", "x")])
        _ = try publisher(precompresses: true).publish([text("tag/x.xml", "x")], removing: ["tag/swift/atom.xml"])
        #expect(try names() == ["tag", "tag/x.xml"])
    }

    @Test func compressedFormsFollowTheirFile() throws {
        let long = String(repeating: "a long text ", count: 100)
        let compressing = publisher(precompresses: true)
        #expect(try compressing.publish([text("a.xml", long)]) == ["a.xml"])
        #expect(try names() == ["a.xml", "a.xml.br", "a.xml.gz"])
        #expect(try compressing.publish([text("a.xml", long)]) == [])
        try FileManager.default.removeItem(atPath: folder.path("public/a.xml.gz"))
        #expect(try compressing.publish([text("a.xml", long)]) == ["a.xml"])
        #expect(try names() == ["a.xml", "a.xml.br", "a.xml.gz"])
        // Too short to get smaller: what is there would hide the new file.
        #expect(try compressing.publish([text("a.xml", "short")]) == ["a.xml"])
        #expect(try names() == ["a.xml"])
        _ = try compressing.publish([text("a.xml", long)])
        _ = try publisher().publish([text("a.xml", long)])
        #expect(try names() == ["a.xml"])
    }

    @Test func picturesAreCopiedOnce() throws {
        try folder.write("picture", to: "seeds/p.jpg")
        let file = PublishedFile(
            path: "articles/p.jpg", content: .copy(of: folder.url.appendingPathComponent("seeds/p.jpg")))
        #expect(try publisher(precompresses: true).publish([file]) == ["articles/p.jpg"])
        #expect(try publisher(precompresses: true).publish([file]) == [])
        #expect(try folder.read("public/articles/p.jpg") == "picture")
        try folder.write("another", to: "seeds/p.jpg")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: 10)], ofItemAtPath: folder.path("seeds/p.jpg"))
        #expect(try publisher().publish([file]) == ["articles/p.jpg"])
    }
}
