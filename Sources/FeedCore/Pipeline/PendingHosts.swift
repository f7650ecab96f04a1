/// Whom a refresh still waits for: what was asked for first and is not there yet is the slowest.
struct PendingHosts {
    private let addresses: [String]
    private var isDone: [Bool]
    /// Everything before it is done.
    private var first = 0

    /// - Parameter addresses: in the order in which they are asked for.
    init(_ addresses: [String]) {
        self.addresses = addresses
        isDone = Array(repeating: false, count: addresses.count)
    }

    mutating func finish(_ number: Int) {
        isDone[number] = true
        while first < isDone.count, isDone[first] { first += 1 }
    }

    /// A few of them, each once.
    var slowest: [String] {
        var hosts: [String] = []
        for number in (first..<addresses.count).prefix(Self.reach) where !isDone[number] {
            guard let authority = Address(addresses[number]).authority, !hosts.contains(String(authority)) else {
                continue
            }
            hosts.append(String(authority))
            if hosts.count == Self.shown { break }
        }
        return hosts
    }

    private static let shown = 3
    /// How far to look: this is asked many times among thousands of feeds.
    private static let reach = 256
}
