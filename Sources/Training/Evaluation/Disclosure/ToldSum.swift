/// A sum over people that a published figure stands on: whose quantities it adds, and with which weights.
///
/// A quantity is named by what it is and by its value's fingerprint, so that a score that was corrected between two
/// publications is another quantity, whose difference with the first would be told.
struct ToldSum: Hashable, Sendable {
    /// `scores`, `scores/office:albi`, `scores/area:2`, `minutes`, `minutes/session:s1`, …
    let name: String
    let terms: [Term]

    struct Term: Hashable, Sendable {
        /// A pseudonym.
        let person: String
        let quantity: String
        /// The weight is `numerator / denominator`, both positive.
        let numerator: Int
        let denominator: Int

        init(_ person: String, _ quantity: String, _ numerator: Int = 1, of denominator: Int = 1) {
            (self.person, self.quantity) = (person, quantity)
            (self.numerator, self.denominator) = (numerator, denominator)
        }
    }

    var people: Set<String> { Set(terms.map(\.person)) }

    /// The name of a quantity: FNV-1a over what it is and its value.
    static func quantity(_ parts: String...) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in parts.joined(separator: "\u{1F}").utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return String(hash, radix: 36)
    }
}

/// What was told of a cohort so far, and who could know whose values: the ledger's lines, as they are stored.
struct ToldLedger: Equatable, Sendable {
    var sums: [ToldSum] = []
    /// By office: the people whose values it knows, those it follows and those it sent.
    var knownTo: [String: Set<String>] = [:]

    /// One line a sum (`sum NAME PERSON QUANTITY N/D …`) and one an office (`office CODE PERSON …`).
    var text: String {
        let offices = knownTo.keys.sorted().map { code in
            (["office", code] + (knownTo[code] ?? []).sorted()).joined(separator: " ")
        }
        let lines = sums.map { sum in
            let terms = sum.terms.map { "\($0.person) \($0.quantity) \($0.numerator)/\($0.denominator)" }
            return (["sum", sum.name.replacing(" ", with: "_")] + terms).joined(separator: " ")
        }
        return (offices + lines).map { $0 + "\n" }.joined()
    }

    init() {}

    init(_ text: String) {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count >= 2 else { continue }
            let rest = Array(words.dropFirst(2))
            if words[0] == "office" {
                knownTo[words[1], default: []].formUnion(rest)
            } else {
                sums.append(ToldSum(name: words[1], terms: Self.terms(rest)))
            }
        }
    }

    private static func terms(_ words: [String]) -> [ToldSum.Term] {
        stride(from: 0, to: words.count - 2, by: 3).compactMap { start in
            let share = words[start + 2].split(separator: "/").compactMap { Int($0) }
            return share.count == 2 ? ToldSum.Term(words[start], words[start + 1], share[0], of: share[1]) : nil
        }
    }

    /// Adds what another publication told.
    mutating func add(_ other: ToldLedger) {
        let known = Set(sums)
        sums += other.sums.filter { !known.contains($0) }
        for (office, people) in other.knownTo { knownTo[office, default: []].formUnion(people) }
    }
}
