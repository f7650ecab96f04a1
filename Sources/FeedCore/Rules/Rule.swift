/// What the site's owner wants done to certain entries: one element of `rules` in `site.json`.
///
/// Rules run in their order, each on what those before it left. They never touch what is stored, so a change of the
/// rules changes everything that is published from then on.
public struct Rule: Sendable, Equatable {
    /// Letters, digits, `-`, `_` and `.`; no two rules have the same.
    public var name: String
    /// Whether it applies to the subscriptions alone that name it in their `rules` attribute, and not to all.
    public var onlyWhereNamed = false
    public var condition: Condition
    public var action: Action

    public init(name: String, condition: Condition, action: Action) {
        self.name = name
        self.condition = condition
        self.action = action
    }

    /// Which entries are meant.
    public indirect enum Condition: Sendable, Equatable {
        /// None of them: every entry.
        case all([Condition])
        case any([Condition])
        case not(Condition)
        /// Whether the field has one of these.
        case field(Field, [TextPattern])
        /// Days since the entry's place in the river.
        case age(Limits)
        /// Of the text; see `ReadingTime`.
        case words(Limits)
    }

    /// The texts of an entry that a condition can look at.
    public enum Field: String, Sendable, CaseIterable {
        case title
        /// Summary and content, without markup.
        case text
        /// Of the entry's page.
        case address
        /// Name, e-mail and home page of each author.
        case author
        case category
        /// The entry's own, or else its feed's.
        case language
        /// The media type of each enclosure.
        case enclosure
        /// Title and address of the feed.
        case feed
    }

    public enum TextPattern: Sendable, Equatable {
        /// Whole words in any letter case, one after the other.
        case words(String)
        /// Perl's, as PCRE2 reads them.
        case regex(String, caseSensitive: Bool)
    }

    /// Both ends are excluded; nil for no limit.
    public struct Limits: Sendable, Equatable {
        public var over: Int?
        public var under: Int?

        public init(over: Int? = nil, under: Int? = nil) {
            self.over = over
            self.under = under
        }
    }

    public enum Action: Sendable, Equatable {
        /// Leaves out what matches.
        case drop
        /// Leaves out what does not match.
        case keep
        /// Adds categories.
        case tag([String])
        /// Has these categories in the place of the entry's own.
        case category([String])
        case retitle(Retitle)
        case strip(Strip)
        case cap(Cap)
        /// Puts the entry into the story of that name.
        case story(String)
    }

    public enum Retitle: Sendable, Equatable {
        /// With `{title}`, `{feed}` and `{author}` for what they name.
        case template(String)
        /// Replaces every match; `$1` and `${name}` stand for what the groups matched.
        case replace(TextPattern, with: String)
    }

    /// What is cut out of summary and content, with all that stands inside.
    public struct Strip: Sendable, Equatable {
        /// Names of HTML elements.
        public var elements: [String]
        /// Words of the attribute `class`; letter case counts.
        public var classes: [String]

        public init(elements: [String] = [], classes: [String] = []) {
            self.elements = elements
            self.classes = classes
        }
    }

    /// How many of the matching entries of each feed are published at most, the newest first.
    public struct Cap: Sendable, Equatable {
        public var entries: Int
        public var per: Period

        public init(entries: Int, per: Period) {
            self.entries = entries
            self.per = per
        }
    }

    public enum Period: String, Sendable, CaseIterable {
        /// Of the river, in UTC.
        case day
        /// All that is published.
        case window
    }
}
