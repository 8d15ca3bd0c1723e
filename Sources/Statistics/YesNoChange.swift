/// F11: a yes/no criterion before and after: who gained it, who lost it, and McNemar's exact p.
public struct YesNoChange: Sendable, Equatable {
    /// Yes before and after.
    public let kept: Int
    /// No before, yes after.
    public let gained: Int
    /// Yes before, no after.
    public let lost: Int
    /// No before and after.
    public let never: Int
    /// Binomial (gained, gained + lost, 1/2), two-sided (R `binom.test`); unavailable below six discordant ones.
    public let p: Figure<Double>

    /// One answer before and one after per person or place.
    public init(_ answers: [(before: Bool, after: Bool)]) {
        kept = answers.count { $0.before && $0.after }
        gained = answers.count { !$0.before && $0.after }
        lost = answers.count { $0.before && !$0.after }
        never = answers.count { !$0.before && !$0.after }
        p = answers.isEmpty ? .unavailable(.noPairs) : exactSignTest(positive: gained, negative: lost)
    }

    public var n: Int { kept + gained + lost + never }
    public var yesBefore: Int { kept + lost }
    public var yesAfter: Int { kept + gained }
    /// Wilson's 95 % interval of the share of yes.
    public var beforeCI95: Figure<Interval> { wilsonInterval(yesBefore, of: n) }
    public var afterCI95: Figure<Interval> { wilsonInterval(yesAfter, of: n) }
}

extension YesNoChange {
    /// The figures of F11 in their order.
    public var entries: [Entry] {
        [
            Entry("n", n), Entry("yes_before", yesBefore), Entry("yes_before_ci95", beforeCI95),
            Entry("yes_after", yesAfter), Entry("yes_after_ci95", afterCI95), Entry("kept", kept),
            Entry("gained", gained), Entry("lost", lost), Entry("never", never),
            Entry("mcnemar_p", p),
        ]
    }
}
