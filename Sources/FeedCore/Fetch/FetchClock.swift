/// What the turns of hosts are timed by.
struct FetchClock: Sendable {
    /// The time since some fixed moment.
    var now: @Sendable () -> Duration
    /// Told, before a wait in which no request is on its way, until when there is nothing to do.
    var willWait: @Sendable (_ until: Duration) -> Void = { _ in }

    static var continuous: FetchClock {
        let start = ContinuousClock.now
        return FetchClock { ContinuousClock.now - start }
    }
}
