/// Where answers come from.
public enum ExchangeSource: Sendable {
    case network
    /// The network, and what it says is kept.
    case recording(ExchangeFolder)
    /// What was kept; the network is not used.
    case replay(ExchangeFolder)
}
