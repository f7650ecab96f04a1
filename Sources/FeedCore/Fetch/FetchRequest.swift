/// One address to fetch.
public struct FetchRequest: Sendable, Equatable {
    /// The caller's own number for it, given back with the result.
    public var id: Int
    public var url: String
    /// Of the copy the caller has; empty asks for the document whatever it is.
    public var validators: Validators
    /// Lets this request reach its own origin although it is private. Where it redirects to is judged anew.
    public var allowPrivate: Bool
    /// Sent to the address's own origin only.
    public var headers: [Header]

    /// An additional header field.
    public struct Header: Sendable, Equatable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public init(
        id: Int, url: String, validators: Validators = Validators(), allowPrivate: Bool = false, headers: [Header] = []
    ) {
        self.id = id
        self.url = url
        self.validators = validators
        self.allowPrivate = allowPrivate
        self.headers = headers
    }
}

extension FetchRequest.Header {
    /// RFC 9110, section 5: a token, and a value on one line.
    var isSendable: Bool {
        let symbols = "!#$%&'*+-.^_`|~".utf8
        return !name.isEmpty
            && name.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte & 0xdf) || symbols.contains(byte)
            } && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 }
    }
}
