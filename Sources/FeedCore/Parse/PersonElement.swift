/// Person constructs: with children as in Atom (RFC 4287, section 3.2), or all in one text as in RSS.
enum PersonElement {
    static func read(_ element: Element) -> Person {
        guard !element.children.isEmpty else { return PersonText.parse(element.string) }
        var person = Person()
        for child in element.children {
            switch child.local {
            case "name": person.name = child.value ?? person.name
            case "email": person.email = child.value ?? person.email
            case "uri", "url", "homepage": person.uri = child.address ?? person.uri
            default: break
            }
        }
        return person.isEmpty ? PersonText.parse(element.string) : person
    }
}
