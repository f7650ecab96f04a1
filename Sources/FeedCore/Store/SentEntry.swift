/// An entry as its feed sent it, encoded to tell it from what the feed sent before.
struct SentEntry {
    /// Nil for one with texts: those are stored as they are made harmless.
    let json: [UInt8]?
    let digest: Digest

    /// Texts are most of what a feed sends, and hashed as they are.
    init(_ entry: Entry) throws(StoreError) {
        let texts = [entry.summary].compactMap(\.self) + entry.content
        guard !texts.isEmpty else {
            let json = try JSONRecord.encode(entry)
            self.json = json
            digest = Digest(ofSent: json)
            return
        }
        var rest = entry
        rest.summary?.value = ""
        for index in rest.content.indices { rest.content[index].value = "" }
        let bytes = texts.reduce(into: try JSONRecord.encode(rest)) { bytes, text in
            bytes += Digest(ofSent: Array(text.value.utf8)).bytes
        }
        json = nil
        digest = Digest(ofSent: bytes)
    }
}
