/// One figure under its contract's name, ready to be printed as JSON, CSV or a table.
public struct Entry: Sendable, Equatable {
    /// In snake case.
    public let name: String
    /// At full precision: `significant(_:digits:)` rounds it when it is printed.
    public let value: Value

    /// What a figure can be.
    public enum Value: Sendable, Equatable {
        case integer(Int)
        case number(Double)
        case interval(Interval)
        case text(String)
        case unavailable(NotComputable)
    }
}

extension Entry {
    init(_ name: String, _ count: Int) {
        self.init(name: name, value: .integer(count))
    }

    init(_ name: String, _ figure: Figure<Int>) {
        self.init(name, figure, Value.integer)
    }

    init(_ name: String, _ figure: Figure<Double>) {
        self.init(name, figure, Value.number)
    }

    init(_ name: String, _ figure: Figure<Interval>) {
        self.init(name, figure, Value.interval)
    }

    init(_ name: String, _ figure: Figure<SignedRankMethod>) {
        self.init(name, figure) { .text($0.rawValue) }
    }

    init(_ name: String, _ figure: Figure<PermutationMethod>) {
        self.init(name, figure) { .text($0.rawValue) }
    }

    private init<Number>(_ name: String, _ figure: Figure<Number>, _ value: (Number) -> Value) {
        switch figure {
        case .value(let number): self.init(name: name, value: value(number))
        case .unavailable(let reason): self.init(name: name, value: .unavailable(reason))
        }
    }
}

extension PairedFigures {
    /// Every figure in the order of the contract; those of F8 close the list when a reliability was given.
    public var entries: [Entry] {
        meanEntries + rankEntries + (reliableChange?.entries ?? [])
    }

    private var meanEntries: [Entry] {
        [
            Entry("n", n),
            Entry("mean_before", meanBefore), Entry("mean_after", meanAfter),
            Entry("mean_change", meanChange),
            Entry("sd_change", sdChange), Entry("t", t), Entry("t_p", tP), Entry("ci95", ci95),
            Entry("d_z", dZ), Entry("d_z_ci95", dZCI95), Entry("d_av", dAv), Entry("g_z", gZ),
            Entry("g_av", gAv),
            Entry("improved", improved), Entry("unchanged", unchanged), Entry("declined", declined),
            Entry("sign_p", signP), Entry("improved_ci95", improvedCI95),
        ]
    }

    private var rankEntries: [Entry] {
        [
            Entry("wilcoxon_n", wilcoxonN), Entry(name: "wilcoxon_w_plus", value: .number(wilcoxonWPlus)),
            Entry("wilcoxon_p", wilcoxonP), Entry("wilcoxon_method", wilcoxonMethod),
            Entry("pratt_p", prattP), Entry("pratt_method", prattMethod),
            Entry("hodges_lehmann", hodgesLehmann), Entry("hodges_lehmann_ci95", hodgesLehmannCI95),
            Entry("hodges_lehmann_ci_level", hodgesLehmannCILevel), Entry("rank_biserial", rankBiserial),
            Entry("class_gain", classGain), Entry("mean_individual_gain", meanIndividualGain),
            Entry("mean_individual_gain_n", meanIndividualGainN),
        ]
    }
}

extension ReliableChange {
    /// The figures of F8 in the order of the contract.
    var entries: [Entry] {
        [
            Entry("rci_s_diff", standardErrorOfDifference), Entry("rci_threshold", threshold),
            Entry("rci_improved", improved), Entry("rci_declined", declined),
        ]
    }
}
