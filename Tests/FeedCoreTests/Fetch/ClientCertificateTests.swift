import Foundation
import Testing

@testable import FeedCore

/// A server that lets nobody in without a certificate: OpenSSL's own, with certificates made for the test.
@Suite(.timeLimit(.minutes(1)))
struct ClientCertificateTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try makeCertificate("server", name: "127.0.0.1", "subjectAltName=IP:127.0.0.1")
        try makeCertificate("client", name: "reader", "extendedKeyUsage=clientAuth")
        try folder.write("HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss version='2.0'/>", to: "feed")
    }

    private func makeCertificate(_ file: String, name: String, _ usage: String) throws {
        let openssl = try openssl([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=\(name)",
            "-addext", usage, "-keyout", "\(file).key", "-out", "\(file).pem",
        ])
        openssl.waitUntilExit()
        try #require(openssl.terminationStatus == 0)
    }

    private func openssl(_ arguments: [String], output: Pipe? = nil) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.currentDirectoryURL = folder.url
        (process.standardInput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        process.standardOutput = output ?? FileHandle.nullDevice
        try process.run()
        return process
    }

    /// It says which port it was given.
    private func startServer() throws -> (Process, port: Int) {
        let output = Pipe()
        let server = try openssl(
            [
                "s_server", "-HTTP", "-accept", "127.0.0.1:0", "-cert", "server.pem", "-key", "server.key", "-CAfile",
                "client.pem", "-Verify", "1", "-verify_return_error",
            ], output: output)
        var said = ""
        while !said.contains("ACCEPT") || !said.hasSuffix("\n") {
            let bytes = output.fileHandleForReading.availableData
            try #require(!bytes.isEmpty, "the server did not start: \(said)")
            said += String(decoding: bytes, as: UTF8.self)
        }
        let port = said.split(separator: ":").last.flatMap { Int($0.prefix { $0.isNumber }) }
        return (server, try #require(port))
    }

    private func fetch(_ port: Int, certificate: String?, key: String? = nil) async throws -> FetchResult.Outcome {
        var request = FetchRequest(id: 0, url: "https://127.0.0.1:\(port)/feed", allowPrivate: true)
        request.trust.caFile = folder.path("server.pem")
        request.trust.certificate = certificate.map(folder.path)
        request.trust.key = key.map(folder.path)
        var policy = FetchPolicy()
        policy.minHostGap = 0
        var outcome: FetchResult.Outcome?
        for await result in Fetcher(policy: policy).results(for: [request]) { outcome = result.outcome }
        return try #require(outcome)
    }

    @Test func letsInWhoHasOne() async throws {
        let (server, port) = try startServer()
        defer { server.terminate() }
        try folder.write(try folder.read("client.pem") + folder.read("client.key"), to: "both.pem")
        for (certificate, key) in [("client.pem", "client.key"), ("both.pem", nil)] {
            guard case .document(let document) = try await fetch(port, certificate: certificate, key: key) else {
                Issue.record("\(certificate) was not accepted")
                continue
            }
            #expect(document.bytes == Array("<rss version='2.0'/>".utf8))
        }
    }

    @Test func keepsOthersOutAndTellsWhy() async throws {
        let (server, port) = try startServer()
        defer { server.terminate() }
        try makeCertificate("stranger", name: "stranger", "extendedKeyUsage=clientAuth")
        for (certificate, key) in [(nil, nil), ("stranger.pem", "stranger.key")] {
            guard case .failed(let error) = try await fetch(port, certificate: certificate, key: key) else {
                Issue.record("\(certificate ?? "nobody") was let in")
                continue
            }
            #expect(error.kind == .tls)
            #expect(error.message.contains("client certificate"))
        }
    }
}
