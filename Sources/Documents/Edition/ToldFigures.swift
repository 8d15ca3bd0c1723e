import Statistics
import Training

/// The figures of one scope as an edition tells them, by their contract's names.
struct ToldFigures: Sendable {
    /// A figure with its name.
    struct Row: Sendable {
        let name: String
        let value: Told<Entry.Value>
    }

    /// In the order of the contract.
    let rows: [Row]
    private let silence: Silence?

    init(_ figures: PairedFigures) {
        self.init(rows: figures.entries.map { Row(name: $0.name, value: .value($0.value)) })
    }

    init(rows: [Row]) { (self.rows, silence) = (rows, nil) }

    /// A scope of which nothing is told.
    init(withheld silence: Silence) { (rows, self.silence) = ([], silence) }

    /// Whether nothing of the scope is told.
    var isWithheld: Bool { silence != nil }

    var n: Told<Int> { integer("n") }
    var improved: Told<Int> { integer("improved") }
    var unchanged: Told<Int> { integer("unchanged") }
    var declined: Told<Int> { integer("declined") }
    var meanBefore: Told<Double> { number("mean_before") }
    var meanAfter: Told<Double> { number("mean_after") }
    var meanChange: Told<Double> { number("mean_change") }
    var t: Told<Double> { number("t") }
    var wilcoxonP: Told<Double> { number("wilcoxon_p") }
    var classGain: Told<Double> { number("class_gain") }
    var meanIndividualGain: Told<Double> { number("mean_individual_gain") }
    var ci95: Told<Interval> { figure("ci95") { if case .interval(let interval) = $0 { interval } else { nil } } }

    /// The figure of this name as it stands; nil when the scope has none.
    func figure(_ name: String) -> Told<Entry.Value>? { rows.first { $0.name == name }?.value }

    func integer(_ name: String) -> Told<Int> {
        figure(name) { if case .integer(let number) = $0 { number } else { nil } }
    }

    func number(_ name: String) -> Told<Double> {
        figure(name) { if case .number(let number) = $0 { number } else { nil } }
    }

    private func figure<Value>(_ name: String, _ read: (Entry.Value) -> Value?) -> Told<Value> {
        switch figure(name) {
        case .value(.unavailable(let reason)), .unavailable(let reason): .unavailable(reason)
        case .value(let value): Told(read(value), else: .coordinatorOnly)
        case .withheld(let silence): .withheld(silence)
        case nil: .withheld(silence ?? .coordinatorOnly)
        }
    }
}
