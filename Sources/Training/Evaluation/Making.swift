import Statistics

extension Evaluation {
    /// Judges the facts: pure, so that the same facts give the same evaluation everywhere. Without a status it is final when
    /// nothing is missing.
    init(_ facts: Facts, status: Status? = nil, versions: Versions, inputsSHA256: String) {
        let people = Assessed.all(facts)
        let held = facts.sessions.filter { $0.date <= facts.asOf }
        cohort = CohortFacts(facts)
        audience = .coordinator
        asOf = facts.asOf
        flow = Flow(facts, people)
        attendance = Attendance(facts, held: held, people)
        figures = Scores(people.filter { $0.row.enteredOn != nil }, Scoring(facts.items))
        groups = Groups(facts, people)
        sensitivity = Sensitivity.all(people.filter { $0.row.enteredOn != nil })
        secondary = Secondary(facts, people.filter { $0.row.enteredOn != nil })
        objectives = Objective.all(flow: flow, overall: figures.overall, secondary)
        missing = Missing.all(facts, held: held, people)
        self.status = status ?? (missing.isEmpty ? .final : .draft)
        self.versions = versions
        self.inputsSHA256 = inputsSHA256
        self.people = people.filter { $0.row.enteredOn != nil || !$0.expectedMarks.isEmpty }.map(\.person)
    }
}

extension Evaluation.CohortFacts {
    init(_ facts: Evaluation.Facts) {
        code = facts.cohort.code
        title = facts.cohort.title
        programme = facts.cohort.programme
        startsOn = facts.cohort.startsOn
        endsOn = facts.cohort.endsOn
        places = Int(facts.cohort.places)
        minimumAssiduity = Int(facts.cohort.minimumAssiduity)
        instrument = facts.instrument?.name
        framework = facts.instrument?.framework.rawValue
        isClosed = facts.cohort.status == .closed || facts.cohort.status == .evaluated
    }
}

/// One application with everything the judgement needs: marks, answers, scores.
struct Assessed: Sendable {
    let row: Evaluation.EnrolmentRow
    /// One per held session; nil when not expected there.
    let marks: [Evaluation.Mark?]
    let attendance: [AttendanceFigures.Mark]
    let before: [Answer]?
    let after: [Answer]?
    let retrospective: [Answer]?
    let overallBefore: Double?
    let overallAfter: Double?
    let overallPair: Pair?

    var pseudonym: String { Evaluation.pseudonym(row.arrival) }
    var expectedMarks: [Evaluation.Mark] { marks.compactMap { $0 } }

    static func all(_ facts: Evaluation.Facts) -> [Assessed] {
        let held = facts.sessions.filter { $0.date <= facts.asOf }
        let marks = Dictionary(grouping: facts.marks, by: \.arrival)
        let answers = Dictionary(grouping: facts.assessments, by: \.arrival)
        let scoring = Scoring(facts.items)
        return facts.enrolments.map { row in
            Assessed(row, held: held, marks: marks[row.arrival] ?? [], answers: answers[row.arrival] ?? [], scoring)
        }
    }

    private init(
        _ row: Evaluation.EnrolmentRow, held: [Evaluation.SessionRow], marks: [Evaluation.MarkRow],
        answers: [Evaluation.AssessmentRow], _ scoring: Scoring
    ) {
        self.row = row
        let bySession = Dictionary(uniqueKeysWithValues: marks.map { ($0.session, $0) })
        let expected = held.map { session -> (planned: Int, mark: Evaluation.Mark)? in
            guard row.isExpected(on: session.date) else { return nil }
            let mark = bySession[session.code]
            return (
                Int(session.plannedMinutes),
                Evaluation.Mark(status: mark?.status ?? .unmarked, minutes: Int(mark?.minutes ?? 0))
            )
        }
        self.marks = expected.map { $0?.mark }
        attendance = expected.compactMap { $0 }.map { planned, mark in
            AttendanceFigures.Mark(
                planned: planned, attended: mark.status == .unmarked ? nil : mark.minutes,
                isExempt: mark.status == .exempt, isPresent: mark.status.isThere)
        }
        func answered(_ wave: Assessment.Wave) -> [Answer]? {
            answers.first { $0.wave == wave }?.answers.map(Answer.init(stored:))
        }
        before = answered(.before)
        after = answered(.after)
        retrospective = answered(.retrospective)
        overallBefore = before.flatMap(scoring.overall)
        overallAfter = after.flatMap(scoring.overall)
        overallPair =
            if let before, let after { scoring.overallPair(before, after).map(Pair.init) } else { nil }
    }

    var person: Evaluation.Person {
        let minutes = AttendanceFigures(attendance)
        return Evaluation.Person(
            pseudonym: pseudonym, office: row.office, category: row.category, status: row.status,
            reason: row.reason?.rawValue, before: overallBefore, after: overallAfter, pair: overallPair, marks: marks,
            plannedMinutes: minutes.plannedMinutes, attendedMinutes: minutes.attendedMinutes)
    }
}

extension Evaluation.Attendance {
    init(_ facts: Evaluation.Facts, held: [Evaluation.SessionRow], _ people: [Assessed]) {
        figures = AttendanceFigures(people.flatMap(\.attendance))
        planned = facts.sessions.count
        sessions = held.enumerated().map { index, session in
            let marks = people.compactMap { $0.marks[index] }.filter { $0.status != .exempt }
            return Evaluation.Session(
                code: session.code, date: session.date, halfDay: session.halfDay.rawValue, theme: session.theme,
                place: session.place, plannedMinutes: Int(session.plannedMinutes), expected: marks.count,
                present: marks.count { $0.status.isThere }, attendedMinutes: marks.map(\.minutes).reduce(0, +))
        }
    }
}

extension Evaluation.Scores {
    init(_ people: [Assessed], _ scoring: Scoring) {
        var tally = ScoreTally(scoring)
        for person in people {
            if let before = person.before, let after = person.after { tally.add(before, after) }
        }
        self.init(tally)
    }
}

extension Evaluation.Groups {
    init(_ facts: Evaluation.Facts, _ people: [Assessed]) {
        let entered = people.filter { $0.row.enteredOn != nil }
        let names = Dictionary(entered.map { ($0.row.office, $0.row.officeName) }) { first, _ in first }
        offices = names.keys.sorted().map { code in
            Self.group(
                code, Sentence(names[code] ?? code, names[code] ?? code), entered.filter { $0.row.office == code })
        }
        categories = facts.categories.compactMap { category in
            let members = entered.filter { $0.row.category == category.code }
            guard !members.isEmpty else { return nil }
            return Self.group(category.code, Sentence(category.labelFr, category.labelEn), members)
        }
    }

    private static func group(_ code: String, _ name: Sentence, _ members: [Assessed]) -> Evaluation.Group {
        Evaluation.Group(
            code: code, name: name, entered: members.count,
            figures: PairedFigures(members.compactMap(\.overallPair), minimum: 0, maximum: 100),
            attendance: AttendanceFigures(members.flatMap(\.attendance)))
    }
}
