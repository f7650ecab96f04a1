extension Fetcher {
    /// Leaves all hosts alone for a moment: a new list of requests knows nothing of the one before it.
    func rest() async { try? await Task.sleep(for: .seconds(minHostGap)) }
}
