/// Whether sums, added and subtracted in any way, single out fewer than k people.
///
/// A combination of the sums is a functional on the people's vectors; it tells of nobody but those whose vectors it does
/// not send to zero. So fewer than k people are singled out when the vectors of all others span less than the whole
/// space. People with the same span are told of together, which leaves few cases to try.
struct Isolation {
    private let width: Int
    /// Groups of people with one span, the largest first.
    private let classes: [(span: Span, size: Int)]
    /// Tries beyond which the answer is the safe one.
    private static let limit = 200_000

    /// - Parameters:
    ///   - rows: independent sums over columns.
    ///   - columnsByPerson: which columns are whose.
    init(rows: [[Residue]], columnsByPerson: [[Int]]) {
        width = rows.count
        var places: [Span: Int] = [:]
        var classes: [(span: Span, size: Int)] = []
        for columns in columnsByPerson {
            var span = Span(width: rows.count)
            for vector in Set(columns.map({ column in rows.map { $0[column] } })) where !span.isWhole {
                span.add(vector)
            }
            guard span.dimension > 0 else { continue }
            let place = places[span] ?? classes.count
            if place == classes.count { classes.append((span, 0)) }
            places[span] = place
            classes[place].size += 1
        }
        self.classes = classes.enumerated().sorted { ($1.element.size, $0.offset) < ($0.element.size, $1.offset) }
            .map(\.element)
    }

    func singlesOut(fewerThan k: Int) -> Bool {
        guard width > 0 else { return false }
        var tries = 0
        return search(0, budget: k - 1, left: Span(width: width), &tries)
    }

    /// Whether some combination spares everybody in `left` and touches at most `budget` more people.
    private func search(_ index: Int, budget: Int, left: Span, _ tries: inout Int) -> Bool {
        tries += 1
        if left.isWhole { return false }
        if index == classes.count || tries > Self.limit { return true }
        var spared = left
        spared.add(classes[index].span)
        if search(index + 1, budget: budget, left: spared, &tries) { return true }
        guard spared.dimension > left.dimension, classes[index].size <= budget else { return false }
        return search(index + 1, budget: budget - classes[index].size, left: left, &tries)
    }
}
