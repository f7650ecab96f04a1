/// A JSON Feed as written; what has the wrong type counts as absent.
struct JSONFeedDocument: Decodable {
    let version, title, homePageURL, feedURL, description, nextURL, icon, favicon, language: String?
    let author: Author?
    let authors: [Author]?
    let expired: Bool?
    let hubs: [Hub]?
    let items: [Item]?

    /// Some feeds leave the version out, but a list of items alone could be anything.
    var isFeed: Bool { version?.contains("jsonfeed.org/version/") == true || title != nil && feedURL != nil }

    struct Author: Decodable {
        let name, url: String?

        enum CodingKeys: CodingKey { case name, url }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            name = fields.text(.name)
            url = fields.text(.url)
        }
    }

    struct Hub: Decodable {
        let type, url: String?

        enum CodingKeys: CodingKey { case type, url }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            type = fields.text(.type)
            url = fields.text(.url)
        }
    }

    struct Attachment: Decodable {
        let url, type, title: String?
        let size: Int?

        enum CodingKeys: String, CodingKey {
            case url, title
            case type = "mime_type"
            case size = "size_in_bytes"
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            url = fields.text(.url)
            type = fields.text(.type)
            title = fields.text(.title)
            size = fields.any(.size)
        }
    }

    struct Item: Decodable {
        let id, url, externalURL, title, html, text, summary, image, banner, published, modified, language: String?
        let author: Author?
        let authors: [Author]?
        let tags: [String]?
        let attachments: [Attachment]?

        enum CodingKeys: String, CodingKey {
            case id, url, title, summary, image, language, author, authors, tags, attachments
            case externalURL = "external_url"
            case html = "content_html"
            case text = "content_text"
            case banner = "banner_image"
            case published = "date_published"
            case modified = "date_modified"
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            id = fields.text(.id)
            url = fields.text(.url)
            externalURL = fields.text(.externalURL)
            title = fields.text(.title)
            html = fields.text(.html)
            text = fields.text(.text)
            summary = fields.text(.summary)
            image = fields.text(.image)
            banner = fields.text(.banner)
            published = fields.text(.published)
            modified = fields.text(.modified)
            language = fields.text(.language)
            author = fields.any(.author)
            authors = fields.list(.authors)
            tags = fields.list(.tags)
            attachments = fields.list(.attachments)
        }
    }

    enum CodingKeys: String, CodingKey {
        case version, title, description, icon, favicon, language, author, authors, expired, hubs, items
        case homePageURL = "home_page_url"
        case feedURL = "feed_url"
        case nextURL = "next_url"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        version = fields.text(.version)
        title = fields.text(.title)
        homePageURL = fields.text(.homePageURL)
        feedURL = fields.text(.feedURL)
        description = fields.text(.description)
        nextURL = fields.text(.nextURL)
        icon = fields.text(.icon)
        favicon = fields.text(.favicon)
        language = fields.text(.language)
        author = fields.any(.author)
        authors = fields.list(.authors)
        expired = fields.any(.expired)
        hubs = fields.list(.hubs)
        items = fields.list(.items)
    }
}

extension KeyedDecodingContainer {
    /// A string, or a number written as one: version 1.1 has readers accept both for ids.
    fileprivate func text(_ key: Key) -> String? {
        if let text: String = any(key) { return text.withoutControls.nonBlank }
        if let number: Int = any(key) { return String(number) }
        let number: Double? = any(key)
        return number.map { String($0) }
    }

    fileprivate func any<Value: Decodable>(_ key: Key) -> Value? {
        contains(key) ? try? decode(Value.self, forKey: key) : nil
    }

    /// The elements of a list that have the right type.
    fileprivate func list<Value: Decodable>(_ key: Key) -> [Value]? {
        let list: [Lenient<Value>]? = any(key)
        return list?.compactMap(\.value)
    }
}

private struct Lenient<Value: Decodable>: Decodable {
    let value: Value?

    init(from decoder: any Decoder) throws { value = try? Value(from: decoder) }
}
