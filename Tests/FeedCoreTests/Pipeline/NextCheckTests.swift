import Foundation
import Synchronization
import Testing

@testable import FeedCore

/// The exact time of the next check, from a server's answer to the log.
@Suite(.timeLimit(.minutes(1)))
struct NextCheckTests {
    /// A Sunday.
    private static let now = Timestamp(rfc3339: "2026-11-22T12:00:00Z") ?? Timestamp(seconds: 0)

    /// What a server says, and seconds from then to the next check.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var status = 200
        var headers: [String] = []
        /// Of the channel.
        var elements = ""
        let wait: Wait

        enum Wait {
            /// Spread by the subscription's share of a tenth.
            case spread(Int)
            case exact(Int)
            /// The first moment that is not skipped, and some minutes.
            case hour(String)
        }

        init(
            _ name: String, status: Int = 200, headers: [String] = [], elements: String = "", _ wait: Wait
        ) {
            testDescription = name
            (self.status, self.headers, self.elements, self.wait) = (status, headers, elements, wait)
        }
    }

    static let cases: [Case] = [
        .init("nothing said: an hour", .spread(3_600)),
        .init("max-age", headers: ["Cache-Control: public, max-age=7200"], .spread(7_200)),
        .init("max-age below our own interval", headers: ["Cache-Control: max-age=60"], .spread(3_600)),
        .init("max-age over the maximum", headers: ["Cache-Control: max-age=31536000"], .spread(86_400)),
        .init(
            "Expires, by the server's own clock",
            headers: ["Date: Sun, 22 Nov 2026 06:00:00 GMT", "Expires: Sun, 22 Nov 2026 08:00:00 GMT"], .spread(7_200)),
        .init("Expires without a Date", headers: ["Expires: Sun, 22 Nov 2026 15:00:00 GMT"], .spread(10_800)),
        .init("Expires: 0", headers: ["Expires: 0"], .spread(3_600)),
        .init("ttl", elements: "<ttl>150</ttl>", .spread(9_000)),
        .init("ttl over the maximum", elements: "<ttl>10080</ttl>", .spread(86_400)),
        .init(
            "sy:updatePeriod over sy:updateFrequency",
            elements: "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>",
            .spread(21_600)),
        .init(
            // Updates at 20 past each hour: the first one that is not too soon.
            "sy:updateBase",
            elements: """
                <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateBase>2000-01-01T00:20:00Z</sy:updateBase>
                """, .spread(1_200)),
        .init(
            "skipHours",
            elements: "<skipHours><hour>12</hour><hour>13</hour><hour>14</hour></skipHours>",
            .hour("2026-11-22T15:00:00Z")),
        .init("skipDays", elements: "<skipDays><day>Sunday</day></skipDays>", .hour("2026-11-23T00:00:00Z")),
        .init("its own rhythm: a post in two hours", elements: posts(every: 7_200), .spread(7_200)),
        .init("its own rhythm below the minimum", elements: posts(every: 60), .spread(900)),
        .init("its own rhythm over the maximum", elements: posts(every: 200_000), .spread(86_400)),
        .init("a failure: twice the interval", status: 500, .spread(7_200)),
        .init("429 with seconds", status: 429, headers: ["Retry-After: 14400"], .exact(14_400)),
        .init("503 with seconds", status: 503, headers: ["Retry-After: 14400"], .exact(14_400)),
        .init(
            "429 with a date", status: 429, headers: ["Retry-After: Sun, 22 Nov 2026 17:00:00 GMT"], .exact(18_000)),
        .init(
            "503 with a date over the maximum", status: 503, headers: ["Retry-After: Wed, 25 Nov 2026 12:00:00 GMT"],
            .exact(3 * 86_400)),
        .init("503 with a year: a week", status: 503, headers: ["Retry-After: 31536000"], .exact(7 * 86_400)),
        .init("429 with less than we would wait", status: 429, headers: ["Retry-After: 1"], .spread(7_200)),
        .init("Retry-After on another status", status: 500, headers: ["Retry-After: 14400"], .spread(7_200)),
    ]

    /// Eleven items, the newest of them now.
    private static func posts(every gap: Int) -> String {
        (0..<11).map { number in
            "<item><guid isPermaLink='false'>\(number)</guid><dc:date>\(now.adding(-gap * number).rfc3339)</dc:date></item>"
        }.joined()
    }

    private static func feed(_ elements: String) -> String {
        """
        <rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>F</title>\(elements)</channel></rss>
        """
    }

    @Test(arguments: cases) func isWhatAllSourcesTogetherSay(_ test: Case) async throws {
        let server = try LoopbackServer { _ in .http(test.status, test.headers, text: Self.feed(test.elements)) }
        defer { server.stop() }
        let next = try await nextCheck(at: Self.now, of: ServedSite(following: ["/feed"], of: server))
        let share = Schedule.fraction(of: server.url("/feed"))
        switch test.wait {
        case .spread(let seconds): #expect(next == Self.now.adding(Self.spread(seconds, share)))
        case .exact(let seconds): #expect(next == Self.now.adding(seconds))
        case .hour(let hour):
            let past = Self.now.adding(Self.spread(3_600, share)).seconds % 600
            #expect(next == Timestamp(rfc3339: hour)?.adding(Int(past)))
        }
    }

    /// A 304 brings no document: what the feed said before still holds, the server may say something new.
    @Test func isKnownWithoutADocument() async throws {
        let server = try LoopbackServer { request in
            request.headers["if-none-match"] == nil
                ? .http(200, ["ETag: \"1\""], text: Self.feed("<ttl>150</ttl><skipDays><day>Monday</day></skipDays>"))
                : .http(304, ["Cache-Control: max-age=18000"])
        }
        defer { server.stop() }
        let site = try ServedSite(following: ["/feed"], of: server)
        let share = Schedule.fraction(of: server.url("/feed"))
        let first = try #require(try await nextCheck(at: Self.now, of: site))
        #expect(first == Self.now.adding(Self.spread(9_000, share)))
        let second = try #require(try await nextCheck(at: first, of: site))
        #expect(second == first.adding(Self.spread(18_000, share)))
        // That would be a Monday.
        let third = try #require(try await nextCheck(at: second, of: site))
        let past = second.adding(Self.spread(18_000, share)).seconds % 600
        #expect(third == Timestamp(rfc3339: "2026-11-24T00:00:00Z")?.adding(Int(past)))
    }

    @Test func failuresDoubleItUpToAWeek() async throws {
        let server = try LoopbackServer { _ in .http(404) }
        defer { server.stop() }
        let site = try ServedSite(following: ["/feed"], of: server)
        let share = Schedule.fraction(of: server.url("/feed"))
        var now = Self.now
        for hours in [2, 4, 8, 16, 32, 64, 128, 168, 168] {
            let next = try #require(try await nextCheck(at: now, of: site))
            let maximum = hours < 24 ? 86_400 : 7 * 86_400
            #expect(next == now.adding(Self.spread(hours * 3_600, share, maximum: maximum)))
            now = next
        }
    }

    /// Up to a tenth later, or earlier where that would be over the maximum.
    private static func spread(_ seconds: Int, _ share: Double, maximum: Int = 86_400) -> Int {
        let shift = Int(Double(seconds) * share / 10)
        return seconds + shift > maximum ? seconds - shift : seconds + shift
    }

    private func nextCheck(at now: Timestamp, of site: ServedSite) async throws -> Timestamp? {
        let records = Mutex<[CheckRecord]>([])
        try await site.refresh(at: now) { record in records.withLock { $0.append(record) } }
        return try #require(records.withLock { $0.first }).nextCheck
    }
}
