/// How long a request may go without an answer before it no longer keeps others from starting.
///
/// A server that accepts and never answers costs a connection, but no memory worth counting. If such requests held
/// their place until the time-out, a few dozen of them would stop everything else.
struct Patience {
    /// The typical time to a first byte, as a moving average.
    private var typical: Duration = .milliseconds(50)

    mutating func note(answerAfter time: Duration) { typical = (typical * 7 + time) / 8 }

    /// From what is usual now, on this network.
    var limit: Duration { min(max(typical * 2, .milliseconds(10)), .seconds(1)) }
}
