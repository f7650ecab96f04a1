/// Makes the markup of feeds harmless in every reader: what is not on the safelist is not written.
///
/// The output is canonical: lower case, quoted attributes, balanced, references only where XML needs them. Sanitizing it
/// again gives the same bytes, and an HTML parser builds from it the tree that its tags say.
public struct Sanitizer: Sendable {
    public struct Options: Sendable {
        /// What relative references are resolved against; `xml:base` inside the markup changes it for its subtree.
        public var base: String?
        /// Tracking parameters, redirectors, pixels, beacons and share links go.
        public var removesTrackers = true
        /// Whose players stay frames; those of other known services become links to what they play, as a frame tells
        /// its host who reads what, and many readers show none.
        public var embeddedPlayers: Set<PlayerService> = []
        /// Whether the attribute `class` stays: in what is stored, so that rules can still go by it.
        var keepsClasses = false
        /// What goes besides; by class only where classes are kept.
        var unwanted = Unwanted()

        public init(base: String? = nil, removesTrackers: Bool = true, embeddedPlayers: Set<PlayerService> = []) {
            self.base = base
            self.removesTrackers = removesTrackers
            self.embeddedPlayers = embeddedPlayers
        }
    }

    public struct Result: Sendable, Equatable {
        public var html: String
        public var removed = Removed()
    }

    public let options: Options

    public init(options: Options = Options()) { self.options = options }

    /// The markup that may be published.
    public func sanitize(_ html: String) -> Result {
        let bytes = Array(html.utf8)
        // Most titles and many summaries hold no markup at all.
        if bytes.span.end(ofRunFrom: 0, where: ASCII.endsText) == bytes.count { return Result(html: html) }
        var tokenizer = HTMLTokenizer(
            bytes, sink: MarkupBuilder(options: options, inputSize: bytes.count), readsClasses: options.keepsClasses)
        tokenizer.run()
        tokenizer.sink.finish()
        return Result(
            html: String(decoding: tokenizer.sink.output, as: UTF8.self), removed: tokenizer.sink.removed)
    }

    /// The markup of a title: emphasis, code, sub- and superscripts and the like stay, all else is unwrapped.
    public func title(_ html: String) -> Result {
        let bytes = Array(html.utf8)
        var tokenizer = HTMLTokenizer(
            bytes, sink: MarkupBuilder(options: options, inputSize: bytes.count, isTitle: true))
        tokenizer.run()
        tokenizer.sink.finish()
        let removed = tokenizer.sink.removed
        let output = tokenizer.sink.output
        guard let first = output.firstIndex(where: { !ASCII.isSpace($0) }),
            let last = output.lastIndex(where: { !ASCII.isSpace($0) })
        else { return Result(html: "", removed: removed) }
        return Result(html: String(decoding: output[first...last], as: UTF8.self), removed: removed)
    }
}
