import Statistics
import Testing

/// Every figure of more than fifty sets of pairs, against R, SciPy and exact arithmetic.
@Suite struct ReferenceTests {
    /// In the unit of the scores: nothing is asked of them below a billionth of a thousandth of the largest score.
    private static let inUnits: Set = [
        "mean_before", "mean_after", "mean_change", "sd_change", "ci95", "hodges_lehmann", "hodges_lehmann_ci95",
        "rci_s_diff", "rci_threshold",
    ]
    /// What the references say beside: figures that are not ours, checked elsewhere.
    private static let beside: Set = [
        "wilcox_test_p", "wilcoxon_exact_p", "wilcoxon_auto_p", "effectsize_d_z_ci95", "bootstrap_ci95",
    ]

    /// Ours alone: said in words by no reference, or counted on the way.
    private static let ours: Set = ["wilcoxon_method", "pratt_method", "mean_individual_gain_n"]

    private func disagreements(_ name: String, with reference: Reference) throws -> [String] {
        let set = try #require(try Reference.sets.get().pairs[name])
        let entries = Dictionary(uniqueKeysWithValues: set.figures.entries.map { ($0.name, $0) })
        let found = try #require(reference.pairs[name])
        return found.compactMap { figure, value in
            guard !Self.beside.contains(figure), let entry = entries[figure], entry.reason == nil else { return nil }
            let floor = Self.inUnits.contains(figure) ? 1e-3 * set.size : 1e-6
            let numbers = zip(entry.numbers, value.numbers)
            let agrees =
                entry.numbers.count == value.numbers.count
                && numbers.allSatisfy { ours, theirs in
                    theirs.map { (ours - $0).magnitude <= 1e-9 * max(ours.magnitude, $0.magnitude, floor) } ?? false
                }
            return agrees ? nil : "\(figure): \(entry.numbers) is not \(value.numbers)"
        }
    }

    @Test(arguments: Reference.names(\.pairs)) func everyFigureIsTheExactOne(name: String) throws {
        #expect(try disagreements(name, with: try Reference.exact.get()) == [])
    }

    @Test(arguments: Reference.names(\.pairs)) func whatCannotBeComputedIsUnavailableAndNothingElse(name: String) throws
    {
        let set = try #require(try Reference.sets.get().pairs[name])
        let exact = try #require(try Reference.exact.get().pairs[name])
        let given = set.figures.entries.filter { $0.reason == nil && !Self.ours.contains($0.name) }.map(\.name)
        let counts = given.filter {
            ["n", "improved", "unchanged", "declined", "wilcoxon_n", "wilcoxon_w_plus"].contains($0)
        }
        #expect(Set(given).symmetricDifference(exact.keys).subtracting(counts) == [])
    }

    /// Their squares are beyond a double: R and SciPy lose them, exact arithmetic and we do not.
    private static let beyondSquares: Set = ["huge-1e300", "tiny-1e-300"]

    @Test(arguments: Reference.names(\.pairs)) func rAgreesUnlessSquaresOverflow(name: String) throws {
        #expect(try disagreements(name, with: try Reference.r.get()).isEmpty != Self.beyondSquares.contains(name))
    }

    @Test(arguments: Reference.names(\.pairs)) func sciPyAgreesUnlessSquaresOverflow(name: String) throws {
        #expect(try disagreements(name, with: try Reference.scipy.get()).isEmpty != Self.beyondSquares.contains(name))
    }

    /// Each set where a reference's own number is not the one that full enumeration gives.
    private func wrong(_ figure: String, of reference: Reference, beside exactly: String) throws -> [String] {
        let exact = try Reference.exact.get()
        return reference.pairs.keys.sorted().filter { name in
            guard let theirs = reference.pairs[name]?[figure]?.numbers, let right = exact.pairs[name]?[exactly]?.numbers
            else { return false }
            return zip(theirs, right).contains { abs(($0 ?? .nan) - ($1 ?? .nan)) > 1e-9 * abs($1 ?? 0) }
        }
    }

    @Test func withTiesWilcoxTestAndSciPyAreNotExactAndAreNotFollowed() throws {
        let (r, scipy) = (try Reference.r.get(), try Reference.scipy.get())
        let tied = ["golden-g1", "levels-20", "levels-60", "swinging-18", "declining-20", "two-values-24"]
        for (figure, reference) in [("wilcox_test_p", r), ("wilcoxon_exact_p", scipy), ("wilcoxon_auto_p", scipy)] {
            #expect(
                try wrong(figure, of: reference, beside: "wilcoxon_p").filter(tied.contains).sorted() == tied.sorted(),
                "\(figure)")
        }
        #expect(try wrong("wilcox_test_p", of: r, beside: "wilcoxon_p").contains("no-ties-20") == false)
        #expect(try wrong("wilcoxon_p", of: r, beside: "wilcoxon_p") == [])
        #expect(try wrong("wilcoxon_p", of: scipy, beside: "wilcoxon_p") == [])
        let golden = try #require(r.pairs["golden-g1"]?["wilcox_test_p"]?.numbers.first)
        #expect(isClose(golden, 0.00259994553493389))
    }

    @Test func effectsizesIntervalOfDIsOnlyNear() throws {
        let wrong = try wrong("effectsize_d_z_ci95", of: try Reference.r.get(), beside: "d_z_ci95")
        #expect(wrong.count > 30)
    }

    @Test func theTablesSayWhatMadeThem() throws {
        #expect(try Reference.r.get().versions.keys.sorted() == ["R", "coin", "effectsize", "psych", "survival"])
        #expect(try Reference.scipy.get().versions["SciPy"]?.isEmpty == false)
        #expect(try Reference.sets.get().pairs.count >= 40)
    }
}
