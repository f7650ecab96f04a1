extension Sanitizer {
    /// How much went, for reports.
    public struct Removed: Sendable, Equatable, Encodable {
        /// Addresses that lost tracking parameters.
        public var trackers = 0
        /// Addresses of redirectors that gave way to where they lead.
        public var redirectors = 0
        /// Images of one pixel or none, and images of hosts that only count readers.
        public var pixels = 0
        public var shareLinks = 0
        /// Scripts, styles, frames, drawings, and the like.
        public var elements = 0
        /// Addresses whose scheme is not allowed.
        public var addresses = 0

        public init() {}

        mutating func count(_ address: Trackers.Cleaned) {
            if address.isUnwrapped { redirectors += 1 }
            if address.lostParameters { trackers += 1 }
        }

        public static func += (sum: inout Self, more: Self) {
            sum.trackers += more.trackers
            sum.redirectors += more.redirectors
            sum.pixels += more.pixels
            sum.shareLinks += more.shareLinks
            sum.elements += more.elements
            sum.addresses += more.addresses
        }
    }
}
