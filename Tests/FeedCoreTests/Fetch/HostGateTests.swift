import Testing

@testable import FeedCore

struct HostGateTests {
    @Test func startsDifferentHostsInOrder() {
        var gate = HostGate(limit: 1, gap: .seconds(1))
        for (index, host) in ["a", "b", "c"].enumerated() { gate.add(index, host: host, now: .zero) }
        #expect(starts(&gate, at: .zero) == [0, 1, 2])
        #expect(gate.waiting == 0)
    }

    @Test func keepsTheGapAfterTheEndOfARequest() {
        var gate = HostGate(limit: 1, gap: .seconds(1))
        for index in 0..<3 { gate.add(index, host: "a", now: .zero) }
        #expect(starts(&gate, at: .zero) == [0])
        #expect(starts(&gate, at: .seconds(5)) == [])
        gate.finish(host: 0, now: .seconds(5))
        #expect(starts(&gate, at: .milliseconds(5_999)) == [])
        #expect(gate.nextStart == .seconds(6))
        #expect(starts(&gate, at: .seconds(6)) == [1])
    }

    @Test func holdsTheLimitPerHost() {
        var gate = HostGate(limit: 2, gap: .zero)
        for index in 0..<5 { gate.add(index, host: "a", now: .zero) }
        #expect(starts(&gate, at: .zero) == [0, 1])
        gate.finish(host: 0, now: .zero)
        #expect(starts(&gate, at: .zero) == [2])
    }

    @Test func letsARedirectWaitForTheOtherHost() {
        var gate = HostGate(limit: 1, gap: .seconds(1))
        gate.add(0, host: "a", now: .zero)
        gate.add(1, host: "b", now: .zero)
        #expect(starts(&gate, at: .zero) == [0, 1])
        gate.finish(host: 0, now: .milliseconds(100))
        gate.add(0, host: "b", now: .milliseconds(100))
        #expect(starts(&gate, at: .seconds(9)) == [])
        gate.finish(host: 1, now: .seconds(9))
        #expect(starts(&gate, at: .seconds(10)) == [0])
    }

    /// What was put at the end stays there, whosever turn it is.
    @Test func startsTheLowestNumberThatMay() {
        var gate = HostGate(limit: 1, gap: .zero)
        for (index, host) in ["a", "a", "b", "a", "c"].enumerated() { gate.add(index, host: host, now: .zero) }
        #expect(gate.next(now: .zero)?.request == 0)
        gate.finish(host: 0, now: .zero)
        #expect(starts(&gate, at: .zero) == [1, 2, 4])
        gate.finish(host: 0, now: .zero)
        #expect(starts(&gate, at: .zero) == [3])
    }

    @Test func takesTurnsAmongHosts() {
        var gate = HostGate(limit: 1, gap: .seconds(1))
        for index in 0..<300 { gate.add(index, host: "host \(index % 3)", now: .zero) }
        var order: [Int] = []
        for second in 0..<100 {
            let started = starts(&gate, at: .seconds(second))
            for host in 0..<started.count { gate.finish(host: host, now: .seconds(second)) }
            order += started
        }
        #expect(order == Array(0..<300))
    }

    private func starts(_ gate: inout HostGate, at now: Duration) -> [Int] {
        var result: [Int] = []
        while let (request, _) = gate.next(now: now) { result.append(request) }
        return result
    }
}
