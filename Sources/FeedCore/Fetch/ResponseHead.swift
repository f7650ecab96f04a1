/// What a response's header lines say, gathered line by line within a limit.
struct ResponseHead {
    private(set) var status = 0
    private(set) var location: String?
    private(set) var contentType: String?
    private(set) var contentLocation: String?
    private(set) var contentLanguage: String?
    private(set) var link: String?
    private(set) var validators = Validators()
    private(set) var cacheControl: String?
    private(set) var expires: String?
    private(set) var date: String?
    private(set) var retryAfter: String?
    private(set) var contentLength: Int?
    private(set) var coding: ContentCoding?
    /// The blank line of the final (not an interim) response has come: what follows are trailers, which say nothing here.
    private(set) var isComplete = false
    private var bytes = 0

    /// Why a response is given up while its headers come.
    enum Problem: Error, Equatable {
        case tooLarge
        case coding(String)
        case contradictory(String)
    }

    /// Reads one line as libcurl hands it over, with its line break.
    mutating func read(_ line: UnsafeBufferPointer<UInt8>) throws(Problem) {
        bytes += line.count
        guard bytes <= FetchPolicy.maxHeaderBytes else { throw .tooLarge }
        guard !isComplete else { return }
        if unsafe line.starts(with: "HTTP/".utf8) {
            // An interim response's headers are not the final one's.
            self = ResponseHead(bytes: bytes)
            status = unsafe Self.status(line)
        } else if unsafe line.allSatisfy(\.isASCIISpace) {
            isComplete = status >= 200
        } else if let colon = unsafe line.firstIndex(of: UInt8(ascii: ":")) {
            guard let field = unsafe Field(Self.trimmed(line[..<colon])) else { return }
            try unsafe set(field, Self.trimmed(line[(colon + 1)...]))
        }
    }

    init() {}

    private init(bytes: Int) { self.bytes = bytes }

    private mutating func set(_ field: Field, _ value: Slice<UnsafeBufferPointer<UInt8>>) throws(Problem) {
        switch field {
        case .location: location = unsafe Self.text(value)
        case .contentType: contentType = unsafe Self.text(value)
        case .contentLocation: contentLocation = unsafe Self.text(value)
        case .contentLanguage: contentLanguage = unsafe Self.text(value)
        case .link: link = unsafe [link, Self.text(value)].compactMap(\.self).joined(separator: ", ")
        case .cacheControl:
            cacheControl = unsafe [cacheControl, Self.text(value)].compactMap(\.self).joined(separator: ", ")
        case .expires: expires = unsafe Self.text(value)
        case .date: date = unsafe Self.text(value)
        case .retryAfter: retryAfter = unsafe Self.text(value)
        case .etag: validators.etag = unsafe Self.validator(value)
        case .lastModified: validators.lastModified = unsafe Self.validator(value)
        case .contentLength: try setLength(unsafe Self.text(value))
        case .contentEncoding: try setCoding(unsafe Self.text(value))
        case .transferEncoding:
            // libcurl would decode gzip here, too, with no limit but its own.
            let text = unsafe Self.text(value)
            guard Self.codings(text).allSatisfy({ $0 == "chunked" || $0 == "identity" }) else { throw .coding(text) }
        }
    }

    private mutating func setLength(_ text: String) throws(Problem) {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw .contradictory("its Content-Length is no number")
        }
        let length = Int(text) ?? .max
        guard contentLength == nil || contentLength == length else {
            throw .contradictory("it states two different lengths")
        }
        contentLength = length
    }

    /// One coding at most: two are a bomb's way, and no honest server's.
    private mutating func setCoding(_ text: String) throws(Problem) {
        for name in Self.codings(text) where name != "identity" {
            guard coding == nil, let known = ContentCoding(name: name) else { throw .coding(text) }
            coding = known
        }
    }
}

extension ResponseHead {
    /// The header fields that are looked at.
    private enum Field: String, CaseIterable {
        case location, etag, date, expires, link
        case contentType = "content-type"
        case contentLocation = "content-location"
        case contentLanguage = "content-language"
        case contentLength = "content-length"
        case contentEncoding = "content-encoding"
        case transferEncoding = "transfer-encoding"
        case lastModified = "last-modified"
        case cacheControl = "cache-control"
        case retryAfter = "retry-after"

        init?(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
            for field in Self.allCases {
                let own = field.rawValue.utf8
                if unsafe own.count == name.count && zip(own, name).allSatisfy({ $0 == $1 | 0x20 }) {
                    self = field
                    return
                }
            }
            return nil
        }
    }

    /// A field longer than this is nobody's validator.
    private static let maxValidatorBytes = 4096

    private static func codings(_ text: String) -> [String] {
        text.lowercased().split { $0 == "," || $0 == " " || $0 == "\t" }.map(String.init)
    }

    /// `HTTP/1.1 200 OK`.
    private static func status(_ line: UnsafeBufferPointer<UInt8>) -> Int {
        let digits = unsafe line.drop { $0 != 0x20 }.dropFirst().prefix { (0x30...0x39).contains($0) }.prefix(4)
        return unsafe digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// UTF-8 where it is that, else ISO 8859-1.
    private static func text(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        unsafe String(validating: value, as: UTF8.self) ?? latin1(value)
    }

    /// Byte for byte; nil for what could not be sent back in a header.
    private static func validator(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        guard unsafe !value.isEmpty, unsafe value.count <= maxValidatorBytes,
            unsafe value.allSatisfy({ $0 >= 0x20 && $0 != 0x7f })
        else { return nil }
        return unsafe latin1(value)
    }

    private static func latin1(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        var scalars = String.UnicodeScalarView()
        unsafe value.forEach { scalars.append(Unicode.Scalar($0)) }
        return String(scalars)
    }

    private static func trimmed(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
        var rest = unsafe value.drop(while: \.isASCIISpace)
        while unsafe rest.last?.isASCIISpace == true { unsafe rest.removeLast() }
        return unsafe rest
    }

}
