import Foundation
import Glibc
import Synchronization

/// An HTTP server on 127.0.0.1 whose answers are a test's own bytes, and which remembers what it was asked.
final class LoopbackServer: Sendable {
    struct Request: Sendable {
        let target: String
        /// Names in lower case.
        let headers: [String: String]
        let body: String
        /// Which connection it came by.
        let connection: Int
        let time: ContinuousClock.Instant
    }

    struct Reply: Sendable {
        var bytes: [UInt8]
        var then = Then.keep

        /// What becomes of the connection; `hang` leaves it open without another byte.
        enum Then { case keep, close, hang }

        /// A complete response.
        static func http(_ status: Int, _ headers: [String] = [], _ body: [UInt8] = []) -> Reply {
            let lines = ["HTTP/1.1 \(status) X", "Content-Length: \(body.count)"] + headers + ["", ""]
            return Reply(bytes: Array(lines.joined(separator: "\r\n").utf8) + body)
        }

        static func http(_ status: Int, _ headers: [String] = [], text: String) -> Reply {
            http(status, headers, Array(text.utf8))
        }

        static func redirect(_ status: Int = 302, to location: String) -> Reply {
            http(status, ["Location: \(location)"])
        }
    }

    let port: UInt16
    private let socket: Int32
    private let requests = Mutex<[Request]>([])
    private let respond: @Sendable (Request) -> Reply

    init(_ respond: @escaping @Sendable (Request) -> Reply) throws {
        self.respond = respond
        (socket, port) = try Self.listening()
        Foundation.Thread.detachNewThread { [self] in accept() }
    }

    static func listening() throws -> (Int32, UInt16) {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                _ = unsafe bind(socket, address, length)
                _ = unsafe getsockname(socket, address, &length)
            }
        }
        guard listen(socket, 128) == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
        return (socket, UInt16(bigEndian: address.sin_port))
    }

    var log: [Request] { requests.withLock { $0 } }

    func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    /// Ends the accepting thread, and with it the server.
    func stop() { shutdown(socket, Int32(SHUT_RDWR)) }

    private func accept() {
        var number = 0
        while true {
            let connection = Glibc.accept(socket, nil, nil)
            guard connection >= 0 else { break }
            number += 1
            Foundation.Thread.detachNewThread { [self, number] in serve(connection, number) }
        }
        close(socket)
    }

    private func serve(_ connection: Int32, _ number: Int) {
        defer { close(connection) }
        while let request = read(connection, number) {
            requests.withLock { $0.append(request) }
            let reply = respond(request)
            guard send(reply.bytes, to: connection), reply.then != .close else { return }
            if reply.then == .hang {
                _ = read(connection, number)
                return
            }
        }
    }

    private func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { bytes in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[sent...])
                return unsafe Glibc.send(connection, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    private func read(_ connection: Int32, _ number: Int) -> Request? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        func next() -> Bool {
            guard unsafe recv(connection, &byte, 1, 0) == 1 else { return false }
            bytes.append(byte)
            return true
        }
        while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) { guard next() else { return nil } }
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        let fields = lines.dropFirst().compactMap { line -> (String, String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (line[..<colon].lowercased(), String(line[colon...].dropFirst(2)))
        }
        let headers = Dictionary(fields) { "\($0), \($1)" }
        bytes.removeAll()
        for _ in 0..<(headers["content-length"].flatMap { Int($0) } ?? 0) { guard next() else { return nil } }
        return Request(
            target: lines[0].components(separatedBy: " ")[1], headers: headers,
            body: String(decoding: bytes, as: UTF8.self), connection: number, time: .now)
    }
}
