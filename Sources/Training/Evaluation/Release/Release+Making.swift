import Statistics

extension Evaluation.Release {
    /// Makes the release of an evaluation, and the ledger's lines of what it tells that was not told before.
    ///
    /// - Parameters:
    ///   - own: the pseudonyms of the people that the reading office follows; none for everybody.
    ///   - ledger: what was published before, and which office knows whom.
    static func make(
        of evaluation: Evaluation, _ facts: Evaluation.Facts, sha256: String, for audience: Reader,
        own: Set<String>, minimum: Int, after ledger: ToldLedger
    ) -> (release: Evaluation.Release, told: ToldLedger) {
        var making = Releasing(evaluation, facts, minimum: minimum, after: ledger)
        let overall = making.table(
            "figures.overall", "scores", nil, code: "overall", title: Sentence("Score global", "Overall score"),
            evaluation.figures.overall)
        let areas = evaluation.figures.areas.map { making.partTable("area", $0) }
        let competences = making.competences()
        let attendance = making.attendance()
        let (territory, skills) = (making.territory(own), making.skills(audience))
        let offices = evaluation.groups.offices.map { making.group("office", $0, own: own) }
        let categories = evaluation.groups.categories.map { making.group("category", $0, own: []) }
        let (sensitivity, changesSign) = (making.sensitivity(overall), making.sensitivityChangesSign(overall))
        let network = making.networkTables(facts.relay.namings)
        let blanks = making.blanks(besides: network.isEmpty ? [] : ["network"])
        let release = Evaluation.Release(
            cohort: evaluation.cohort, audience: audience, asOf: evaluation.asOf, status: evaluation.status,
            minimumGroup: minimum, flow: making.flow(), attendance: attendance,
            objectives: making.objectives(overall, territory, network), overall: overall, areas: areas,
            competences: competences,
            holmM: making.holmM(competences), offices: offices, categories: categories, sensitivity: sensitivity,
            sensitivityChangesSign: changesSign, blanks: blanks, missing: making.missing(own),
            people: evaluation.people.filter { own.contains($0.pseudonym) }, territory: territory, skills: skills,
            network: network,
            suppressed: making.suppressed, versions: evaluation.versions, inputsSHA256: evaluation.inputsSHA256,
            evaluationSHA256: sha256)
        var told = ToldLedger()
        told.knownTo = ledger.knownTo
        let known = Set(ledger.sums)
        told.sums = (making.scores.told + making.minutes.told + making.territory.told + making.network.told).filter {
            !known.contains($0)
        }
        return (release, told)
    }
}

extension Releasing {
    /// The counts of the flow. That somebody came to an end or answered is no score; but a few people's are theirs.
    mutating func flow() -> [Evaluation.Release.Count] {
        let flow = evaluation.flow
        let isLarge = scores.unknown(of: sums.entered.map(\.pseudonym)).allSatisfy {
            $0.isEmpty || $0.count >= minimum
        }
        if !isLarge { suppress("flow", .protected) }
        if !flow.losses.isEmpty { suppress("flow.losses", .coordinatorOnly) }
        let counts: [(name: String, count: Int, isOpen: Bool)] = [
            ("applied", flow.applied, true), ("enrolled", flow.enrolled, true), ("entered", flow.entered, true),
            ("completed", flow.completed, isLarge), ("assessed_before", flow.assessedBefore, isLarge),
            ("assessed_after", flow.assessedAfter, isLarge), ("pairs", flow.pairs, isLarge),
            ("waitlisted", flow.waitlisted, true),
        ]
        return counts.map { .init(name: $0.name, value: $0.isOpen ? $0.count : nil) }
    }

    mutating func attendance() -> Evaluation.Release.Attendance {
        let whole = evaluation.attendance
        let isTold = admits(minutes: sums.minutes("minutes", of: sums.people), at: nil)
        if !isTold { suppress("attendance.attended_minutes", .protected) }
        let sessions = whole.sessions.enumerated().map { index, session in
            let sum = sums.minutes(sessionName(index), of: sums.people, at: index)
            let isTold = admits(minutes: sum, at: index)
            if !isTold { suppress("attendance.by_session.\(session.code)", .protected) }
            return Evaluation.Release.Session(session: session, isSuppressed: !isTold)
        }
        return .init(
            sessions: whole.sessions.count, planned: whole.planned, plannedMinutes: whole.figures.plannedMinutes,
            attendedMinutes: isTold ? whole.figures.attendedMinutes : nil, unmarked: whole.figures.unmarked,
            bySession: sessions)
    }

    /// What was not measured may be said; of what was, only what stands on figures told here.
    mutating func objectives(
        _ overall: Evaluation.Release.Table, _ territory: Evaluation.Release.Territory?,
        _ network: [Evaluation.Release.Table]
    ) -> [Evaluation.Release.Objective] {
        let ties = network.first?.rows.flatMap { rows in
            Evaluation.Objective.network(
                evaluation.secondary.network, isWhole: false,
                tellsAcross: rows.allSatisfy { !$0.name.hasPrefix("ties_across") || $0.value != nil })
        }
        let isTold = overall.rows?.contains { $0.name == "ci95" && $0.value != nil } == true
        let isDestinationTold = territory?.tells(["P22", "P23", "P24"]) == true
        return evaluation.objectives.map { objective in
            let isOpen =
                objective.answer == nil || objective.code == "skills" && isTold
                || objective.code == "destination" && isDestinationTold
                || objective.code == "network" && ties != nil
                || objective.code == "relays" && evaluation.secondary.skills != nil
                || objective.code == "another_session"
            if !isOpen { suppress("objectives.\(objective.code)", .coordinatorOnly) }
            let (answer, source) = told(objective, territory, ties)
            return .init(
                code: objective.code, title: objective.title, answer: isOpen ? answer : nil, source: source,
                isSuppressed: !isOpen)
        }
    }

    /// An objective's answer and source with what is told only.
    private func told(
        _ objective: Evaluation.Objective, _ territory: Evaluation.Release.Territory?, _ ties: Sentence?
    ) -> (answer: Sentence?, source: Sentence) {
        switch objective.code {
        case "network": return (ties, objective.source)
        case "relays":
            // What offices did for people is the coordinator's.
            return (
                Evaluation.Objective.relays(evaluation.secondary.skills), Evaluation.Objective.relaysSource(told: true)
            )
        case "skills" where territory?.isIndexTold != true:
            let overall = evaluation.figures.overall
            return (Evaluation.Objective.skills(overall), Evaluation.Objective.skillsSource(overall, nil))
        case "another_session":
            let skills = evaluation.secondary.skills
            return (
                Evaluation.Objective.anotherSession(
                    evaluation.flow.waitlisted, nil, skills, byOffice: false),
                Evaluation.Objective.anotherSessionSource(told: skills != nil)
            )
        default: return (objective.answer, objective.source)
        }
    }

    /// The bounds add the scores before of those who were not assessed again: they are told only where there is nobody.
    mutating func sensitivity(_ overall: Evaluation.Release.Table) -> [Evaluation.Release.Sensitivity] {
        guard overall.rows != nil else {
            suppress("sensitivity", .protected)
            return []
        }
        return evaluation.sensitivity.map { line in
            let isOpen =
                ["pairs_only", "missing_unchanged"].contains(line.code)
                || ["missing_zero", "missing_full"].contains(line.code) && line.n == evaluation.figures.overall.n
            if !isOpen { suppress("sensitivity.\(line.code)", .protected) }
            return .init(
                code: line.code, title: line.title, n: line.n, meanChange: isOpen ? line.meanChange : nil,
                isSuppressed: !isOpen)
        }
    }

    /// R5: that the sign turns says on which side of the others' sum of changes the missing scores lie. It is told where that
    /// leaves everybody whom a reader does not know at least half of the scale.
    mutating func sensitivityChangesSign(_ overall: Evaluation.Release.Table) -> Bool? {
        let alone = sums.entered.filter { $0.overallPair == nil && $0.overallBefore != nil }
        let scores = Dictionary(alone.map { ($0.pseudonym, $0.overallBefore ?? 0) }) { first, _ in first }
        let change = sums.entered.compactMap(\.overallPair).reduce(0) { $0 + $1.after - $1.before }
        let turns = evaluation.sensitivityChangesSign
        let readers = self.scores.unknown(of: alone.map(\.pseudonym).sorted())
        let isOpen = readers.allSatisfy { unknown in
            // Seen from the end of the scale that would turn the sign.
            let known = scores.filter { !unknown.contains($0.key) }.values
            let rest = known.reduce(change.magnitude) { $0 - (change > 0 ? $1 : 100 - $1) }
            let left = turns ? 100 - max(0, rest - 100 * Double(unknown.count - 1)) : min(100, rest)
            return unknown.isEmpty || left >= 50
        }
        guard overall.rows != nil, isOpen else {
            suppress("sensitivity_changes_sign", .protected)
            return nil
        }
        return turns
    }

    /// What stands on few people's answers is for the coordinator; that something was not measured may be said.
    mutating func blanks(besides told: Set<String>) -> [Evaluation.Release.Blank] {
        let unmeasured = Set(evaluation.secondary.unmeasured.map(\.code))
        let absent = ["diagnostic", "skills"].filter(unmeasured.contains)
        let blanks = (Self.unreleased.filter { !told.contains($0) } + absent).map { name in
            Evaluation.Release.Blank(name: name, isSuppressed: !unmeasured.contains(name))
        }
        for blank in blanks where blank.isSuppressed { suppress(blank.name, .coordinatorOnly) }
        return blanks
    }

    /// The parts of an evaluation of which no release tells anything, in their order.
    private static let unreleased = [
        "attrition", "dose", "reliability", "bootstrap", "out_of_window", "response_shift", "satisfaction",
        "mystery_mail", "network", "support",
    ]

    /// What is missing of the cohort, and of a reader's own people; of others only that something is.
    mutating func missing(_ own: Set<String>) -> [Evaluation.Missing] {
        let cohort: Set = ["cohort_not_over", "nobody_entered", "cohort_open"]
        let shown = evaluation.missing.filter { line in
            line.person.map(own.contains) ?? cohort.contains(line.code)
        }
        if shown.count < evaluation.missing.count { suppress("missing", .coordinatorOnly) }
        return shown
    }
}
