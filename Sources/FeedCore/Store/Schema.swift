/// The tables, as a list of steps that is only ever appended to: `PRAGMA user_version` counts the steps taken.
enum Schema {
    static let migrations: [String] = [
        """
        CREATE TABLE feed (
            id INTEGER PRIMARY KEY,
            address TEXT NOT NULL UNIQUE,
            position INTEGER,            -- among the subscriptions; NULL: no longer followed
            metadata BLOB,               -- the Feed as JSON
            etag TEXT,
            last_modified TEXT,
            body_digest BLOB,
            checked_at INTEGER,          -- all times: milliseconds since 1970 in UTC
            succeeded_at INTEGER,
            whole_at INTEGER,            -- when the document itself last came, and not a 304 instead
            next_check INTEGER,
            failures INTEGER NOT NULL DEFAULT 0,
            error TEXT
        );
        CREATE TABLE entry (
            id INTEGER PRIMARY KEY,
            feed INTEGER NOT NULL REFERENCES feed (id),
            key BLOB NOT NULL,
            digest BLOB NOT NULL,
            first_seen INTEGER NOT NULL,
            sort_key INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            rewrites INTEGER NOT NULL DEFAULT 0,
            withheld TEXT,               -- why it is not published
            body BLOB NOT NULL,          -- the Entry, sanitized, as JSON
            UNIQUE (feed, key)
        );
        CREATE INDEX entry_river ON entry (sort_key DESC, feed, key) WHERE withheld IS NULL;
        """,
        """
        ALTER TABLE entry ADD COLUMN gone_at INTEGER;  -- since when its feed no longer carries it
        ALTER TABLE entry ADD COLUMN archive INTEGER;  -- the archive document it stands in: 202610 is October 2026
        DROP INDEX entry_river;
        CREATE TABLE published (                       -- the files of the last publication
            path TEXT PRIMARY KEY,
            signature BLOB NOT NULL                    -- of what the file was made from
        ) WITHOUT ROWID;
        CREATE TABLE state (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
        """,
        """
        CREATE TABLE article (
            id TEXT PRIMARY KEY,
            path TEXT NOT NULL,          -- below seeds/, where its file was last seen
            digest BLOB NOT NULL,        -- of what its author wrote
            sketch BLOB NOT NULL,        -- 8 bytes a hash, the highest first
            first_seen INTEGER NOT NULL,
            published_at INTEGER,        -- when it first came out
            updated_at INTEGER,          -- when its text last changed after that
            is_present INTEGER NOT NULL
        );
        """,
        """
        ALTER TABLE feed ADD COLUMN origin TEXT;    -- where it was first followed; NULL: where it is now
        CREATE TABLE relocation (
            feed INTEGER PRIMARY KEY REFERENCES feed (id),
            redirect TEXT,
            runs INTEGER NOT NULL,
            suggestion TEXT,
            searched_at INTEGER,
            retired_at INTEGER
        );
        """,
        """
        ALTER TABLE feed ADD COLUMN newest_post INTEGER;
        ALTER TABLE feed ADD COLUMN post_gap INTEGER;  -- seconds, the median of recent ones
        """,
        """
        ALTER TABLE entry ADD COLUMN facets BLOB;      -- what tells whether it is the same as another
        """,
        """
        CREATE TABLE entry_alias (       -- keys that feeds gave to entries they had sent under another
            feed INTEGER NOT NULL REFERENCES feed (id),
            alias BLOB NOT NULL,
            key BLOB NOT NULL,
            PRIMARY KEY (feed, alias)
        ) WITHOUT ROWID;
        """,
        """
        CREATE TABLE refused_deletion (  -- what feeds say is deleted that is no entry of theirs
            key BLOB NOT NULL,
            feed INTEGER NOT NULL REFERENCES feed (id),
            PRIMARY KEY (key, feed)
        ) WITHOUT ROWID;
        """,
        """
        CREATE TABLE verdict (           -- what the rules decided
            entry INTEGER PRIMARY KEY,
            inputs INTEGER NOT NULL,     -- a hash of all that it was made from
            verdict BLOB NOT NULL
        );
        """,
        """
        -- All that selecting and taking up have to know, in the order of the river: the texts are many times as much.
        CREATE INDEX entry_river ON entry (
            feed, sort_key DESC, key, digest, first_seen, updated, rewrites, withheld, archive, gone_at, facets
        );
        """,
        """
        ALTER TABLE feed ADD COLUMN wait INTEGER;            -- seconds that it wants to be left alone
        ALTER TABLE feed ADD COLUMN skipped_hours INTEGER;   -- in GMT, a bit each
        ALTER TABLE feed ADD COLUMN skipped_days INTEGER;    -- a bit each, Sunday the lowest
        ALTER TABLE feed ADD COLUMN update_base INTEGER;     -- seconds since 1970
        ALTER TABLE feed ADD COLUMN update_step INTEGER;     -- seconds
        -- Feeds that say something of this are read anew.
        UPDATE feed SET whole_at = NULL, body_digest = NULL
        WHERE instr(metadata, CAST('"ttl"' AS BLOB)) OR instr(metadata, CAST('"skip' AS BLOB))
            OR instr(metadata, CAST('"syndication"' AS BLOB));
        """,
        """
        -- Apart from the rest, of which some changes when the text does not: SQLite writes a row as a whole.
        CREATE TABLE entry_text (
            entry INTEGER PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
            body BLOB NOT NULL                               -- the Entry, sanitized, as JSON
        );
        INSERT INTO entry_text SELECT id, body FROM entry;
        ALTER TABLE entry DROP COLUMN body;
        """,
    ]
}
