/// What a status that is no document means, and what to do about it.
enum StatusAdvice {
    static func sentence(_ status: Int) -> String {
        switch status {
        case 304: "answers 304 (not modified) although nothing was there to compare with; tell its operator"
        case 401, 407: "wants credentials (status \(status)); put them where the site keeps its secrets"
        case 403: "forbids this (status 403); ask its operator, or give fetch.userAgent a contact"
        case 404: "is not there (status 404); look for the feed's new address"
        case 410: "is gone for good (status 410); remove the subscription"
        case 429: "is asked too often (status 429); it will be left alone for a while"
        case 500...: "has trouble of its own (status \(status)); it will be tried again"
        default: "answers with status \(status), which is no document"
        }
    }
}
