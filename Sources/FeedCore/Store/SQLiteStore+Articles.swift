import Synchronization

extension SQLiteStore {
    func knownArticles() throws(StoreError) -> [KnownArticle] {
        try reader.withLock { connection throws(StoreError) in
            var articles: [KnownArticle] = []
            try connection.query(
                """
                SELECT id, path, digest, sketch, first_seen, published_at, updated_at, is_present
                FROM article ORDER BY path, id
                """
            ) { row in
                articles.append(
                    KnownArticle(
                        id: row.text(0) ?? "", path: row.text(1) ?? "", digest: Digest(stored: row.bytes(2)),
                        sketch: TextSketch(stored: row.bytes(3)), firstSeen: Timestamp(milliseconds: row.integer(4)),
                        publishedAt: row.timestamp(5), updatedAt: row.timestamp(6), isPresent: row.integer(7) != 0))
                return true
            }
            return articles
        }
    }

    func remember(_ articles: [KnownArticle]) throws(StoreError) {
        guard !articles.isEmpty else { return }
        try writer.withLock { connection throws(StoreError) in
            try connection.transaction { () throws(StoreError) in
                for article in articles {
                    try connection.run(
                        "INSERT OR REPLACE INTO article VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                        .text(article.id), .text(article.path), .blob(article.digest.bytes),
                        .blob(article.sketch.stored), .time(article.firstSeen), .optional(article.publishedAt),
                        .optional(article.updatedAt), .integer(article.isPresent ? 1 : 0))
                }
            }
        }
    }
}

extension TextSketch {
    /// 8 bytes a hash, the highest byte first.
    fileprivate var stored: [UInt8] {
        hashes.flatMap { hash in stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: hash >> $0) } }
    }

    fileprivate init(stored bytes: [UInt8]) {
        self.init(
            hashes: stride(from: 0, to: bytes.count - bytes.count % 8, by: 8).map { start in
                bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
            })
    }
}
