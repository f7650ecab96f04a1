import CCurl

/// One request and its answer, as bytes for a file:
///
///     GET https://site.example/feed.xml
///     result: 0                         libcurl's number; 0 is success
///     detail: …                         libcurl's words for a failure
///     address: 192.0.2.1                connected to
///     refused: 10.0.0.1                 not connected to, for the rules forbid it
///     head: 210                         the number of bytes of the header lines, as they came
///
///     HTTP/1.1 200 OK …                 the header lines with their blank line, then the body, still coded
///
/// Without what is missing, and without credentials: the request's are not kept, nor the value of any cookie set.
struct Exchange {
    private var head: [UInt8] = []
    private var body: [UInt8] = []

    mutating func add(line: UnsafeBufferPointer<UInt8>) {
        // After the body come its trailers, which say nothing here.
        guard body.isEmpty else { return }
        unsafe head.append(contentsOf: Self.withoutCredentials(line))
    }

    mutating func add(chunk: UnsafeRawBufferPointer) { unsafe body.append(contentsOf: chunk) }

    /// - Parameter address: what was asked for.
    func file(_ address: String, _ report: TransferReport) -> [UInt8] {
        var lines = ["GET \(address)", "result: \(report.code.rawValue)"]
        if !report.detail.isEmpty { lines.append("detail: \(Printable.text(report.detail))") }
        if let connected = report.connectedTo { lines.append("address: \(connected)") }
        if let refused = report.refused { lines.append("refused: \(refused.address)") }
        lines.append("head: \(head.count)\n\n")
        return Array(lines.joined(separator: "\n").utf8) + head + body
    }

    /// What a file tells, as if it came from the network; nil if it is no such file.
    static func report(_ file: [UInt8], bodyLimit: Int) -> TransferReport? {
        guard let end = zip(file.indices, file.dropFirst()).first(where: { file[$0] == 0x0A && $1 == 0x0A })?.0 else {
            return nil
        }
        let lines = String(decoding: file[..<end], as: UTF8.self).split(separator: "\n")
        let fields = Dictionary(lines.dropFirst().compactMap(field)) { first, _ in first }
        let answer = file[(end + 2)...]
        guard let result = fields["result"].flatMap({ UInt32($0) }), let length = fields["head"].flatMap({ Int($0) }),
            (0...answer.count).contains(length)
        else { return nil }
        var report = TransferReport(bodyLimit: bodyLimit)
        report.code = CURLcode(rawValue: result)
        report.detail = fields["detail"] ?? ""
        report.connectedTo = fields["address"]
        report.refused = fields["refused"].flatMap(IPAddress.init(numeric:)).flatMap { address in
            AddressPolicy.refusal(of: address).map { (address, $0) }
        }
        read(Array(answer.prefix(length)), Array(answer.dropFirst(length)), into: &report)
        return report
    }

    private static func read(_ head: [UInt8], _ body: [UInt8], into report: inout TransferReport) {
        for line in head.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
            guard unsafe (line + [0x0A]).withUnsafeBufferPointer({ unsafe report.read($0) }) else { return }
        }
        guard !body.isEmpty else { return }
        _ = unsafe body.withUnsafeBytes { unsafe report.take($0) }
    }

    private static func field(_ line: Substring) -> (String, String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        return (String(line[..<colon]), String(line[colon...].dropFirst(2)))
    }

    /// A cookie's value is one, and a `Location` may have some.
    private static func withoutCredentials(_ line: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        let bytes = unsafe Array(line)
        guard let (name, value) = field(String(decoding: bytes, as: UTF8.self)[...]) else { return bytes }
        switch name.lowercased() {
        case "set-cookie": return Array("\(name): [redacted]\r\n".utf8)
        case "location" where value.contains("@"):
            var address = Address(value)
            return address.takeUserInfo() == nil ? bytes : Array("\(name): \(address.text)".utf8)
        default: return bytes
        }
    }
}
