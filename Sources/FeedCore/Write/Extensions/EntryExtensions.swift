/// Everything in an entry that neither Atom nor RSS has a word for, and the namespaces it needs.
struct EntryExtensions: Sendable {
    private let foreign: ForeignElements
    private let own: Set<String>
    /// The namespaces that were written so far.
    private var used: Set<String> = []

    /// - Parameter reserved: the namespaces that the format itself uses, with their prefixes.
    init(of entries: [RiverEntry], reserved: [(prefix: String, namespace: String)]) {
        own = Set(reserved.map(\.namespace))
        foreign = ForeignElements(in: entries, reserved: reserved + ExtensionGroup.all.flatMap(\.namespaces))
    }

    mutating func write(_ entry: Entry, to xml: inout XMLSink) {
        for group in ExtensionGroup.all {
            let before = xml.bytes.count
            group.write(entry, &xml)
            if xml.bytes.count != before { used.formUnion(group.namespaces.map(\.namespace)) }
        }
        foreign.write(entry.extensions, used: &used, to: &xml)
    }

    /// Those that the format uses, and of the others those that were met.
    var declarations: [(prefix: String, namespace: String)] {
        foreign.namespaces.declarations.filter { own.contains($0.namespace) || used.contains($0.namespace) }
    }
}
