/// Holm's step-down adjustment of a family of p values (R `p.adjust(method = "holm")`), in the order given. A nil is
/// left out of the family's number m and stays nil.
public func holm(_ p: [Double?]) -> [Double?] {
    let family = p.enumerated()
        .compactMap { index, value in value.map { (index: index, value: $0) } }
        .sorted { ($0.value, $0.index) < ($1.value, $1.index) }
    var adjusted = [Double?](repeating: nil, count: p.count)
    var floor = 0.0
    for (rank, member) in family.enumerated() {
        floor = max(floor, min(1, Double(family.count - rank) * member.value))
        adjusted[member.index] = floor
    }
    return adjusted
}
