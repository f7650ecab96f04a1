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
    public var headers: [HeaderField]
    /// `NAME:PASSWORD`, percent-encoded, where it does not stand in the address; `headers` go first.
    public var userInfo: String?
    /// For the address's own origin only.
    public var trust = TLSTrust()
    /// A form to post (`application/x-www-form-urlencoded`), as its text; nil for a plain GET.
    var form: String?

    public init(
        id: Int, url: String, validators: Validators = Validators(), allowPrivate: Bool = false,
        headers: [HeaderField] = []
    ) {
        self.id = id
        self.url = url
        self.validators = validators
        self.allowPrivate = allowPrivate
        self.headers = headers
    }
}
