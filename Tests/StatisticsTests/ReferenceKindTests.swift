import Statistics
import Testing

/// The figures that are not of pairs alone, against R, SciPy and exact arithmetic.
@Suite struct ReferenceKindTests {
    private func agree(_ ours: Double?, _ theirs: Double?, floor: Double = 1e-6) -> Bool {
        guard let ours, let theirs else { return false }
        return (ours - theirs).magnitude <= 1e-9 * max(ours.magnitude, theirs.magnitude, floor)
    }

    /// Each figure that the reference gives, and nothing in its place where it gives none.
    private func check(_ entries: [Entry], _ found: [String: Reference.Value]?, but beside: Set<String> = []) {
        for (figure, value) in found ?? [:] where !beside.contains(figure) {
            guard let entry = entries.first(where: { $0.name == figure }) else {
                Issue.record("\(figure) is not ours")
                continue
            }
            if case .text(let text) = value {
                #expect(entry.value == .text(text), "\(figure)")
                continue
            }
            let numbers = zip(entry.numbers, value.numbers)
            #expect(
                entry.numbers.count == value.numbers.count && numbers.allSatisfy { agree($0, $1) },
                "\(figure): \(entry.value) is not \(value)")
        }
    }

    private func alpha(_ name: String) throws -> (figures: Reliability, rows: [[Double]]) {
        let rows = try #require(try Reference.sets.get().items[name])
        return (Reliability(rows, items: rows[0].count), rows)
    }

    /// Without items of no variance, which psych drops before it starts.
    @Test(arguments: Reference.names(\.items)) func alphaIsThatOfPsych(name: String) throws {
        let (figures, rows) = try alpha(name)
        guard name != "one-item-constant-10" else { return }
        let found = try Reference.r.get().items?[name]
        check(figures.entries, found, but: ["alpha_without"])
        #expect(figures.isIndicative == (rows.count < 30))
        guard let without = found?["alpha_without"] else { return }
        #expect(zip(figures.alphaWithout, without.numbers).allSatisfy { agree($0.value, $1) })
    }

    @Test(arguments: Reference.names(\.items)) func alphaIsTheExactOne(name: String) throws {
        let (figures, _) = try alpha(name)
        let exact = try #require(try Reference.exact.get().items?[name])
        let without = exact["alpha_without"]?.numbers ?? []
        #expect(without.count == figures.items)
        for (ours, theirs) in zip([figures.alpha] + figures.alphaWithout, (exact["alpha"]?.numbers ?? [nil]) + without)
        {
            #expect(ours.value == nil && theirs == nil || agree(ours.value, theirs))
        }
    }

    @Test func anItemWithoutVarianceCountsAsAnItemWherePsychDropsIt() throws {
        let (figures, rows) = try alpha("one-item-constant-10")
        let fewer = Reliability(rows.map { Array($0.dropLast()) }, items: 3)
        let psych = try #require(try Reference.r.get().items?["one-item-constant-10"]?["alpha"]?.numbers.first)
        #expect(agree(fewer.alpha.value, psych))
        #expect(agree(figures.alpha.value, fewer.alpha.value.map { $0 * (4.0 / 3) / (3.0 / 2) }))
    }

    @Test(arguments: Reference.names(\.doses)) func spearmansRhoAndItsPermutationsAgree(name: String) throws {
        let set = try #require(try Reference.sets.get().doses[name])
        let figures = Association(minutes: set.minutes, pairs: .changing(by: set.changes))
        check(figures.entries, try Reference.exact.get().doses[name])
        check(figures.entries, try Reference.r.get().doses[name])
        check(figures.entries, try Reference.scipy.get().doses[name])
        #expect((figures.rho.value == nil) == (name == "too-few-9" || name == "no-spread-10"))
    }

    @Test(arguments: Reference.names(\.attrition)) func theComparisonOfThoseWhoLeftAgrees(name: String) throws {
        let set = try #require(try Reference.sets.get().attrition[name])
        let figures = Attrition(assessedAgain: set.stayed, notAssessedAgain: set.left)
        check(figures.entries, try Reference.exact.get().attrition[name])
        guard name != "all-equal-5-3" else {
            #expect(figures.p.reason == .noSpread && figures.g.reason == .noSpread)
            return
        }
        check(figures.entries, try Reference.scipy.get().attrition[name])
        let found = try Reference.r.get().attrition[name]
        check(figures.entries, found, but: ["effectsize_g"])
        if let theirs = found?["effectsize_g"]?.numbers.first { #expect(agree(figures.g.value, theirs)) }
    }

    @Test(arguments: Reference.names(\.mails)) func theWaitForAReplyIsThatOfSurvfit(name: String) throws {
        let set = try #require(try Reference.sets.get().mails[name])
        let mails = zip(set.hours, set.replied).map { hours, replied in
            replied == 1 ? MysteryMail.Mail.replied(hours: hours) : .silent(hours: hours)
        }
        let figures = MysteryMail(mails)
        let found = try Reference.r.get().mails?[name]
        check(figures.entries, found)
        check(figures.entries, try Reference.scipy.get().mails?[name])
        #expect((figures.median.value == nil) == (found?["median_hours"] == nil))
    }

    @Test(arguments: Reference.names(\.ratings)) func kappaIsThatOfPsych(name: String) throws {
        let set = try #require(try Reference.sets.get().ratings[name])
        let figures = Agreement(zip(set[0], set[1]).map { (first: $0, second: $1) })
        check(figures.entries, try Reference.r.get().ratings?[name])
    }

    @Test(arguments: Reference.names(\.families)) func theFamilyIsAdjustedAsByR(name: String) throws {
        let p = try #require(try Reference.sets.get().families[name])
        let found = try #require(try Reference.r.get().families?[name]?["holm"])
        #expect(zip(holm(p), found.numbers).allSatisfy { agree($0, $1) })
    }

    @Test(arguments: Reference.names(\.discordant)) func mcNemarIsTheBinomialTest(name: String) throws {
        let counts = try #require(try Reference.sets.get().discordant[name])
        let gained = [(before: Bool, after: Bool)](repeating: (false, true), count: counts[0])
        let figures = YesNoChange(gained + [(before: Bool, after: Bool)](repeating: (true, false), count: counts[1]))
        guard counts[0] + counts[1] >= 6 else {
            #expect(figures.p.reason == (counts[0] + counts[1] == 0 ? .noPairs : .belowSix))
            return
        }
        check(figures.entries, try Reference.r.get().discordant?[name])
        check(figures.entries, try Reference.scipy.get().discordant?[name])
    }

    @Test(arguments: Reference.names(\.pairs)) func theBootstrapIsThatOfSciPyOnTheSameSamples(name: String) throws {
        let set = try #require(try Reference.sets.get().pairs[name])
        let figures = Bootstrap(set.pairs)
        let found = try Reference.scipy.get().pairs[name]?["bootstrap_ci95"]
        #expect((figures.interval.value == nil) == (found == nil))
        let ends = figures.interval.value.map { [$0.lower, $0.upper] } ?? []
        #expect(
            zip(ends, found?.numbers ?? []).allSatisfy { agree($0, $1, floor: 1e-3 * set.size) },
            "\(ends) \(found as Any)")
    }
}
