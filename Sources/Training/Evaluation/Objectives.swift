import Statistics

extension Evaluation.Objective {
    /// R10: the four objectives of the cohort, and whether another session is asked for; an answer or "non mesuré".
    static func all(flow: Evaluation.Flow, overall: PairedFigures, _ secondary: Evaluation.Secondary)
        -> [Evaluation.Objective]
    {
        [
            .init(
                code: "skills", title: Sentence("Monter en compétences numériques", "Raise digital skills"),
                answer: joined([skills(overall), index(secondary.diagnosis)]), source: skillsSource(overall, secondary)),
            .init(
                code: "destination",
                title: Sentence(
                    "Parler de sa destination à l’échelle du territoire",
                    "Talk about one’s destination at the territory’s scale"),
                answer: destination(secondary.diagnosis),
                source: Sentence(
                    "critères P22 à P24 du diagnostic territorial", "criteria P22 to P24 of the territorial diagnostic")
            ),
            .init(
                code: "network",
                title: Sentence("Créer un réseau de prestataires", "Build a network among providers"),
                answer: network(secondary.network),
                source: Sentence("questions de réseau avant et après", "network questions before and after")),
            .init(
                code: "relays",
                title: Sentence(
                    "Identifier le rôle et les compétences de chaque office relais",
                    "Identify the role and skills of each relay office"),
                answer: joined([relays(secondary.skills), support(secondary.support)]),
                source: relaysSource(hasSkills: secondary.skills != nil, hasSupport: secondary.support != nil)),
            .init(
                code: "another_session", title: Sentence("Faut-il une autre session ?", "Another session?"),
                answer: anotherSession(flow.waitlisted, secondary.support, secondary.skills),
                source: anotherSessionSource(
                    hasSupport: secondary.support != nil, hasSkills: secondary.skills != nil)),
        ]
    }

    static func skills(_ overall: PairedFigures) -> Sentence? {
        guard let before = overall.meanBefore.value, let after = overall.meanAfter.value,
            let change = overall.meanChange.value
        else { return nil }
        let interval = overall.ci95.value
        let french =
            interval.map { " (IC à 95 % : \(tenths($0.lower, ",", true)) à \(tenths($0.upper, ",", true)))" } ?? ""
        let english =
            interval.map { " (95% CI \(tenths($0.lower, ".", true)) to \(tenths($0.upper, ".", true)))" } ?? ""
        return Sentence(
            "\(tenths(before, ",")) → \(tenths(after, ",")) sur 100, soit \(tenths(change, ",", true))\(french)",
            "\(tenths(before, ".")) → \(tenths(after, ".")) out of 100, \(tenths(change, ".", true))\(english)")
    }

    /// `told`: of what everybody may read.
    static func relaysSource(hasSkills: Bool = true, hasSupport: Bool = false, told: Bool = false) -> Sentence {
        switch (hasSkills, hasSupport) {
        case (true, false) where told:
            Sentence("matrice de compétences des offices", "skill matrix of the offices")
        case (true, false):
            Sentence(
                "matrice de compétences des offices ; accompagnements non mesurés",
                "skill matrix of the offices; support acts not measured")
        case (false, true):
            Sentence(
                "accompagnements des offices ; matrice de compétences non mesurée",
                "support acts of the offices; skill matrix not measured")
        default:
            Sentence(
                "matrice de compétences des offices et accompagnements", "skill matrix of the offices and support acts")
        }
    }

    static func waiting(_ count: Int) -> Sentence {
        switch count {
        case 0: Sentence("personne ne reste en liste d’attente", "nobody is left on the waiting list")
        case 1: Sentence("1 personne reste en liste d’attente", "1 person is left on the waiting list")
        default:
            Sentence("\(count) personnes restent en liste d’attente", "\(count) people are left on the waiting list")
        }
    }

    /// One decimal, U+2212 for minus, an explicit plus for changes.
    static func tenths(_ number: Double, _ separator: String, _ isChange: Bool = false) -> String {
        let scaled = (significant(number) * 10).rounded(.toNearestOrAwayFromZero)
        let (whole, rest) = Int(scaled.magnitude).quotientAndRemainder(dividingBy: 10)
        let sign = scaled < 0 ? "\u{2212}" : isChange && scaled > 0 ? "+" : ""
        return "\(sign)\(whole)\(separator)\(rest)"
    }
}

extension Evaluation {
    /// R5: whether another treatment of the missing after-scores turns the sign of the mean change.
    public var sensitivityChangesSign: Bool { turnedSensitivity != nil }

    /// The first treatment that turns it, in the order in which they are said.
    public var turnedSensitivity: Sensitivity? { Self.turned(figures.overall.meanChange.value, sensitivity) }

    static func turned(_ change: Double?, _ treatments: [Sensitivity]) -> Sensitivity? {
        guard let change else { return nil }
        return treatments.first { ($0.meanChange ?? 0) * change < 0 }
    }
}

extension Evaluation.Sensitivity {
    /// R5: people who were assessed before and not after, treated in turn as unchanged, at 0 and at 100.
    static func all(_ people: [Assessed]) -> [Evaluation.Sensitivity] {
        let pairs = people.compactMap(\.overallPair).map { $0.after - $0.before }
        let alone = people.filter { $0.overallPair == nil }.compactMap(\.overallBefore)
        func line(_ code: String, _ french: String, _ english: String, _ missing: [Double]) -> Evaluation.Sensitivity {
            let changes = (pairs + missing).map { Pair(before: 0, after: $0) }
            let mean = PairedFigures.meanChange(of: changes).value
            return .init(code: code, title: Sentence(french, english), n: changes.count, meanChange: mean)
        }
        return [
            line("pairs_only", "paires seulement", "pairs only", []),
            line(
                "missing_unchanged", "absents à la fin comptés sans changement", "missing after counted as unchanged",
                alone.map { _ in 0 }),
            line("missing_zero", "absents à la fin comptés à 0", "missing after counted as 0", alone.map { -$0 }),
            line(
                "missing_full", "absents à la fin comptés à 100", "missing after counted as 100", alone.map { 100 - $0 }
            ),
        ]
    }
}
