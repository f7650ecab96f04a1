import Dispatch
import Glibc
import Synchronization

/// What names lead to as this machine sees it, each looked up once a run, in the background.
///
/// Only for requests that go through a proxy: otherwise libcurl resolves, and every connection is judged as it is made.
final class NameLookup: Sendable {
    private let answers = Mutex<[String: Answer]>([:])
    private let isAnswered: @Sendable () -> Void
    private let queue = DispatchQueue(label: "names", attributes: .concurrent)

    private enum Answer {
        case awaited
        case known([IPAddress])
    }

    /// - Parameters:
    ///   - fixed: answers in place of DNS, each `HOST:PORT:ADDRESS[,ADDRESS]`.
    ///   - isAnswered: called from any thread when there is an answer.
    init(fixed: [String], isAnswered: @escaping @Sendable () -> Void) {
        self.isAnswered = isAnswered
        let known = fixed.map { entry in
            let parts = entry.split(separator: ":", maxSplits: 2)
            let texts = parts.last?.split(separator: ",").map { $0.filter { $0 != "[" && $0 != "]" } } ?? []
            return (parts.first?.lowercased() ?? "", Answer.known(texts.compactMap { IPAddress(numeric: $0) }))
        }
        answers.withLock { $0 = Dictionary(known) { first, _ in first } }
    }

    /// None for a name that is unknown; nil while it is being looked up.
    func addresses(of host: String) -> [IPAddress]? {
        let answer = answers.withLock { answers in
            defer { if answers[host] == nil { answers[host] = .awaited } }
            return answers[host]
        }
        switch answer {
        case .known(let addresses): return addresses
        case .awaited: return nil
        case nil:
            queue.async { [self] in
                let addresses = Self.resolve(host)
                answers.withLock { $0[host] = .known(addresses) }
                isAnswered()
            }
            return nil
        }
    }

    private static func resolve(_ host: String) -> [IPAddress] {
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard unsafe getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { unsafe freeaddrinfo(list) }
        var addresses: [IPAddress] = []
        var next = unsafe list
        while let entry = unsafe next?.pointee {
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let code = unsafe getnameinfo(
                entry.ai_addr, entry.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
            let digits = text.prefix { $0 != 0 && $0 != CChar(UInt8(ascii: "%")) }.map(UInt8.init(bitPattern:))
            if code == 0, let address = IPAddress(numeric: String(decoding: digits, as: UTF8.self)) {
                addresses.append(address)
            }
            unsafe next = entry.ai_next
        }
        return addresses
    }
}
