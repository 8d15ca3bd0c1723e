/// The space that some vectors span, by its reduced basis: two spans are equal when their spaces are.
struct Span: Hashable, Sendable {
    /// How many coordinates a vector has.
    let width: Int
    /// Reduced row echelon form: each vector is 1 at its pivot, where all others are 0.
    private(set) var basis: [[Residue]] = []
    private var pivots: [Int] = []

    init(width: Int) { self.width = width }

    var dimension: Int { basis.count }
    var isWhole: Bool { basis.count == width }

    func contains(_ vector: [Residue]) -> Bool { reduced(vector).allSatisfy { $0 == .zero } }

    /// Adds a vector; false when it was in the space already.
    @discardableResult
    mutating func add(_ vector: [Residue]) -> Bool {
        var new = reduced(vector)
        guard let pivot = new.firstIndex(where: { $0 != .zero }) else { return false }
        let scale = new[pivot].inverse
        for index in pivot..<width where new[index] != .zero { new[index] = new[index] * scale }
        for row in basis.indices where basis[row][pivot] != .zero {
            basis[row] = Self.difference(basis[row], basis[row][pivot], new, from: pivot)
        }
        let place = pivots.firstIndex { $0 > pivot } ?? pivots.count
        pivots.insert(pivot, at: place)
        basis.insert(new, at: place)
        return true
    }

    mutating func add(_ other: Span) { for vector in other.basis { add(vector) } }

    private func reduced(_ vector: [Residue]) -> [Residue] {
        var rest = vector
        for (row, pivot) in pivots.enumerated() where rest[pivot] != .zero {
            rest = Self.difference(rest, rest[pivot], basis[row], from: pivot)
        }
        return rest
    }

    /// `left - factor × right`, whose coordinates before `start` are zero.
    private static func difference(_ left: [Residue], _ factor: Residue, _ right: [Residue], from start: Int)
        -> [Residue]
    {
        var result = left
        for index in start..<right.count where right[index] != .zero {
            result[index] = result[index] - factor * right[index]
        }
        return result
    }
}
