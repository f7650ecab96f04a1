/// What becomes of tracking parameters, redirectors, counting pixels and share links.
public enum TrackerPolicy: String, Sendable, CaseIterable { case strip, keep }
