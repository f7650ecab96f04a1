/// Members that belong together: a union-find forest that also knows which feeds a group has.
struct Groups {
    private var parents: [Int32]
    /// By root, of groups of several members.
    private var feeds: [Int32: Set<Int32>] = [:]
    private let feedOf: [Int32]

    /// - Parameter feeds: of each member.
    init(feeds: [Int]) {
        parents = Array(0..<Int32(feeds.count))
        feedOf = feeds.map(Int32.init)
    }

    /// The one that stands for the group of `member`.
    mutating func root(of member: Int) -> Int {
        var place = Int32(member)
        while parents[Int(place)] != place {
            parents[Int(place)] = parents[Int(parents[Int(place)])]
            place = parents[Int(place)]
        }
        return Int(place)
    }

    mutating func areTogether(_ one: Int, _ other: Int) -> Bool { root(of: one) == root(of: other) }

    /// Whether no feed has members in both groups.
    mutating func areOfDifferentFeeds(_ one: Int, _ other: Int) -> Bool {
        let (one, other) = (root(of: one), root(of: other))
        return feeds(ofRoot: one).isDisjoint(with: feeds(ofRoot: other))
    }

    mutating func join(_ one: Int, _ other: Int) {
        let (one, other) = (root(of: one), root(of: other))
        guard one != other else { return }
        let these = feeds.removeValue(forKey: Int32(one)) ?? [feedOf[one]]
        let those = feeds.removeValue(forKey: Int32(other)) ?? [feedOf[other]]
        // The smaller into the larger: each feed is moved a logarithmic number of times.
        if these.count >= those.count {
            adopt(other, with: those, into: one, with: these)
        } else {
            adopt(one, with: these, into: other, with: those)
        }
    }

    /// The groups of several members.
    mutating func all() -> [[Int]] {
        var members: [Int: [Int]] = [:]
        for member in parents.indices {
            let root = root(of: member)
            if root != member || feeds[Int32(member)] != nil { members[root, default: []].append(member) }
        }
        return members.values.sorted { $0[0] < $1[0] }
    }

    private mutating func adopt(
        _ moved: Int, with few: Set<Int32>, into kept: Int, with many: consuming Set<Int32>
    ) {
        parents[moved] = Int32(kept)
        many.formUnion(few)
        feeds[Int32(kept)] = many
    }

    private func feeds(ofRoot root: Int) -> Set<Int32> { feeds[Int32(root)] ?? [feedOf[root]] }
}
