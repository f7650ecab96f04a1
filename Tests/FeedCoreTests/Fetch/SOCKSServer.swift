import Foundation
import Glibc
import Synchronization

/// A SOCKS5 proxy (RFC 1928) on 127.0.0.1 that connects to nobody: it notes where it was sent and answers itself.
final class SOCKSServer: Sendable {
    /// What each request named: an address in numbers, or a name.
    var targets: [String] { noted.withLock { $0 } }
    let port: UInt16
    private let socket: Int32
    private let noted = Mutex<[String]>([])
    private let reply: [UInt8]

    init(_ reply: LoopbackServer.Reply) throws {
        self.reply = reply.bytes
        (socket, port) = try LoopbackServer.listening()
        Foundation.Thread.detachNewThread { [self] in
            while case let connection = accept(socket, nil, nil), connection >= 0 { serve(connection) }
            close(socket)
        }
    }

    func stop() { shutdown(socket, Int32(SHUT_RDWR)) }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        // The methods that the client knows; none is chosen.
        guard let greeting = read(2, connection), read(Int(greeting[1]), connection) != nil else { return }
        write([5, 0], connection)
        guard let request = read(4, connection), let target = target(request[3], connection),
            read(2, connection) != nil
        else { return }
        noted.withLock { $0.append(target) }
        write([5, 0, 0, 1, 127, 0, 0, 1, 0, 80], connection)
        var head: [UInt8] = []
        while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            guard let byte = read(1, connection) else { return }
            head += byte
        }
        write(reply, connection)
    }

    private func target(_ kind: UInt8, _ connection: Int32) -> String? {
        switch kind {
        case 1: return read(4, connection)?.map(String.init).joined(separator: ".")
        case 3:
            guard let length = read(1, connection) else { return nil }
            return read(Int(length[0]), connection).map { String(decoding: $0, as: UTF8.self) }
        default: return nil
        }
    }

    private func read(_ count: Int, _ connection: Int32) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return unsafe recv(connection, &bytes, count, Int32(MSG_WAITALL)) == count ? bytes : nil
    }

    private func write(_ bytes: [UInt8], _ connection: Int32) {
        _ = unsafe send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }
}
