import Foundation
import Testing

@testable import FeedCore

struct PublisherTests {
    private let folder: TemporaryFolder
    private let publisher: Publisher

    init() throws {
        folder = try TemporaryFolder()
        publisher = Publisher(directory: folder.url.appendingPathComponent("public"))
    }

    @Test func aFileWithTheSameBytesIsNotTouched() throws {
        #expect(try publisher.replace("a.xml", with: Array("one".utf8)))
        let path = folder.path("public/a.xml")
        let old = Date(timeIntervalSince1970: 1_000)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
        #expect(try !publisher.replace("a.xml", with: Array("one".utf8)))
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.modificationDate] as? Date == old)
        #expect(try publisher.replace("a.xml", with: Array("two".utf8)))
        #expect(try folder.read("public/a.xml") == "two")
    }

    @Test func aFailureKeepsTheOldFileAndLeavesNothingBehind() throws {
        // A folder in the way of the file: rename(2) cannot replace it.
        try folder.write("x", to: "public/a.xml/inside")
        #expect(throws: PublishError.self) { try publisher.replace("a.xml", with: [1]) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("public")) == ["a.xml"])
    }
}
