/// The rank test: what may be told of a cohort beside everything that was ever told, so that nobody who reads it all
/// (an outsider, or an office that knows its own people's values) solves a value of fewer than k others.
struct Disclosure {
    /// k.
    let minimum: Int
    /// Everything told: what was published before, then what is admitted now.
    private(set) var told: [ToldSum]
    private let columns: [Column: Int]
    private var readers: [Reader]

    private struct Column: Hashable {
        let person: String
        let quantity: String
    }

    /// Somebody who reads, what they know by themselves, and what they can compute.
    private struct Reader {
        let known: Set<String>
        /// The columns of each person they do not know.
        let others: [[Int]]
        var span: Span
        /// What must not be computed, whatever its size.
        var forbidden: [[Residue]] = []
    }

    /// - Parameter candidates: every sum that will be asked about.
    init(minimum: Int, ledger: ToldLedger, candidates: [ToldSum]) {
        self.minimum = minimum
        told = ledger.sums
        var columns: [Column: Int] = [:]
        var byPerson: [String: [Int]] = [:]
        for term in (ledger.sums + candidates).flatMap(\.terms) {
            let column = Column(person: term.person, quantity: term.quantity)
            guard columns[column] == nil else { continue }
            columns[column] = columns.count
            byPerson[term.person, default: []].append(columns.count - 1)
        }
        self.columns = columns
        readers = ([[]] + ledger.knownTo.keys.sorted().map { ledger.knownTo[$0] ?? [] }).map { known in
            Reader(
                known: known, others: byPerson.keys.sorted().filter { !known.contains($0) }.map { byPerson[$0] ?? [] },
                span: Span(width: columns.count))
        }
        for index in readers.indices {
            for sum in ledger.sums { readers[index].span.add(vector(sum, unknownTo: readers[index].known)) }
        }
    }

    /// People whose values no reader has: for each reader, those of `people` it does not know.
    func unknown(of people: some Sequence<String>) -> [[String]] {
        let people = Array(people)
        return readers.map { reader in people.filter { !reader.known.contains($0) } }
    }

    /// From now on nothing may be told by which this sum could be computed.
    mutating func forbid(_ sum: ToldSum) {
        for index in readers.indices {
            let vector = vector(sum, unknownTo: readers[index].known)
            if !readers[index].span.contains(vector) { readers[index].forbidden.append(vector) }
        }
    }

    /// Whether these sums may be told together; if so, they count as told.
    mutating func admits(_ sums: [ToldSum]) -> Bool {
        var readers = readers
        for index in readers.indices where !admits(sums, &readers[index]) { return false }
        self.readers = readers
        told += sums
        return true
    }

    private func admits(_ sums: [ToldSum], _ reader: inout Reader) -> Bool {
        var learns = false
        for sum in sums {
            let strangers = sum.people.subtracting(reader.known).count
            guard strangers == 0 || strangers >= minimum else { return false }
            if reader.span.add(vector(sum, unknownTo: reader.known)) { learns = true }
        }
        guard learns else { return true }
        return !reader.forbidden.contains(where: reader.span.contains)
            && !Isolation(rows: reader.span.basis, columnsByPerson: reader.others).singlesOut(fewerThan: minimum)
    }

    private func vector(_ sum: ToldSum, unknownTo known: Set<String>) -> [Residue] {
        var vector = [Residue](repeating: .zero, count: columns.count)
        for term in sum.terms where !known.contains(term.person) {
            if let column = columns[Column(person: term.person, quantity: term.quantity)] {
                vector[column] = Residue(term.numerator, over: term.denominator)
            }
        }
        return vector
    }
}
