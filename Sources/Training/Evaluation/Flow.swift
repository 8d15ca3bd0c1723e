import Statistics

extension Evaluation.Flow {
    /// R3: how many were left at each step, and why the others were not.
    init(_ facts: Evaluation.Facts, _ people: [Assessed]) {
        let entered = people.filter { $0.row.enteredOn != nil }
        applied = people.count { $0.row.appliedOn <= facts.asOf }
        enrolled = people.count { $0.row.enrolledOn != nil }
        self.entered = entered.count
        completed = entered.count { $0.row.status == .completed }
        assessedBefore = entered.count { $0.before != nil }
        assessedAfter = entered.count { $0.after != nil }
        pairs = entered.count { $0.overallPair != nil }
        waitlisted = people.count { $0.row.status == .waitlisted }
        losses = Evaluation.Loss.all(people)
    }
}

extension Evaluation.Loss {
    static func all(_ people: [Assessed]) -> [Evaluation.Loss] {
        let entered = people.filter { $0.row.enteredOn != nil }
        return count(.beforeEnrolling, people.filter { $0.row.enrolledOn == nil }) { $0.row.leaving }
            + count(.beforeEntering, people.filter { $0.row.enrolledOn != nil && $0.row.enteredOn == nil }) {
                $0.row.leaving
            }
            + count(.beforeCompleting, entered.filter { $0.row.status != .completed }) { $0.row.leaving }
            + count(.beforeAssessment, entered.filter { $0.before == nil }) { $0.row.missing($0.row.beforeMissing) }
            + count(.afterAssessment, entered.filter { $0.after == nil }) { $0.row.missing($0.row.afterMissing) }
            + count(.pairing, entered.filter { $0.before != nil && $0.after != nil && $0.overallPair == nil }) { _ in
                ("too_few_answers", Sentence("trop peu de réponses communes", "too few answers in common"))
            }
    }

    private static func count(
        _ step: Step, _ people: [Assessed], _ why: (Assessed) -> (code: String, sentence: Sentence)
    ) -> [Evaluation.Loss] {
        let reasons = people.map(why)
        return Set(reasons.map(\.code)).sorted().compactMap { code in
            reasons.first { $0.code == code }.map { reason in
                Evaluation.Loss(
                    step: step, reason: code, count: reasons.count { $0.code == code }, sentence: reason.sentence)
            }
        }
    }
}

extension Evaluation.EnrolmentRow {
    /// Why somebody went no further: the reason given, else where they stand.
    var leaving: (code: String, sentence: Sentence) {
        guard let reason, leftOn != nil else { return (status.rawValue, status.label) }
        let (status, why) = (status.label, reason.label)
        return (
            "\(self.status.rawValue):\(reason.rawValue)",
            Sentence("\(status.french), \(why.french)", "\(status.english), \(why.english)")
        )
    }

    /// Why an assessment is missing: leaving explains by itself, else what was explained, else nothing was.
    func missing(_ explained: Assessment.MissingReason?) -> (code: String, sentence: Sentence) {
        if let reason = explained ?? (leftOn == nil ? nil : .left) { return (reason.rawValue, reason.label) }
        return ("unexplained", Sentence("pas encore expliqué", "not explained yet"))
    }
}

extension Evaluation.Missing {
    /// R9: unmarked half-days, assessments nobody explained, and a cohort that is still open.
    static func all(_ facts: Evaluation.Facts, held: [Evaluation.SessionRow], _ people: [Assessed]) -> [Evaluation
        .Missing]
    {
        unmarked(held, people) + unexplained(people) + belowTheMinimum(facts, people) + tooEarly(facts, people)
            + stillOpen(facts)
    }

    private static func unmarked(_ held: [Evaluation.SessionRow], _ people: [Assessed]) -> [Evaluation.Missing] {
        held.enumerated().compactMap { index, session in
            let who = people.filter { $0.marks[index]?.status == .unmarked }.map(\.pseudonym)
            guard !who.isEmpty else { return nil }
            let list = who.joined(separator: ", ")
            let mark = who.count > 1 ? "émargements non renseignés" : "émargement non renseigné"
            return .init(
                code: "attendance_unmarked", person: who.count == 1 ? who[0] : nil, detail: session.code,
                sentence: Sentence(
                    "Séance \(session.code) du \(session.date.words.french) : \(who.count) \(mark) (\(list)).",
                    "Session \(session.code) on \(session.date.words.english): \(who.count) unmarked (\(list))."),
                actor: "coordinator")
        }
    }

    private static func unexplained(_ people: [Assessed]) -> [Evaluation.Missing] {
        let waves: [(Assessment.Wave, any KeyPath<Assessed, [Answer]?> & Sendable)] = [
            (.before, \.before), (.after, \.after),
        ]
        return waves.flatMap { wave, answers in
            people.filter { person in
                let explained = wave == .before ? person.row.beforeMissing : person.row.afterMissing
                return person.row.enteredOn != nil && person[keyPath: answers] == nil && explained == nil
                    && person.row.leftOn == nil
            }.map { person in
                .init(
                    code: "assessment_missing", person: person.pseudonym, detail: wave.rawValue,
                    sentence: Sentence(
                        "\(person.pseudonym) : positionnement « \(wave.label.french) » absent et inexpliqué.",
                        "\(person.pseudonym): assessment \"\(wave.label.english)\" missing and not explained."),
                    actor: person.row.office)
            }
        }
    }

    /// Who was completed and whose marks, corrected since, no longer reach the minimum: no certificate, so no final evaluation.
    private static func belowTheMinimum(_ facts: Evaluation.Facts, _ people: [Assessed]) -> [Evaluation.Missing] {
        let minimum = Int(facts.cohort.minimumAssiduity)
        return people.compactMap { person in
            let minutes = AttendanceFigures(person.attendance)
            let (attended, planned) = (minutes.attendedMinutes, minutes.plannedMinutes)
            guard person.row.status == .completed, attended * 100 < minimum * planned else { return nil }
            return .init(
                code: "completed_below_minimum", person: person.pseudonym, detail: nil,
                sentence: Sentence(
                    "\(person.pseudonym) : terminé avec \(attended) min suivies sur \(planned), moins que les \(minimum) % demandés.",
                    "\(person.pseudonym): completed with \(attended) min attended of \(planned), less than the \(minimum)% required."
                ),
                actor: "coordinator")
        }
    }

    /// A final evaluation is of the whole cohort, and of somebody.
    private static func tooEarly(_ facts: Evaluation.Facts, _ people: [Assessed]) -> [Evaluation.Missing] {
        var missing: [Evaluation.Missing] = []
        if facts.asOf < facts.cohort.endsOn {
            missing.append(
                .init(
                    code: "cohort_not_over", person: nil, detail: facts.asOf.description,
                    sentence: Sentence(
                        "Le bilan s’arrête au \(facts.asOf.words.french), avant la fin de la cohorte (\(facts.cohort.endsOn.words.french)).",
                        "The evaluation stops on \(facts.asOf.words.english), before the cohort's end (\(facts.cohort.endsOn.words.english))."
                    ),
                    actor: "coordinator"))
        }
        if !people.contains(where: { $0.row.enteredOn != nil }) {
            missing.append(
                .init(
                    code: "nobody_entered", person: nil, detail: nil,
                    sentence: Sentence("Personne n’est entré en formation.", "Nobody has entered."),
                    actor: "coordinator"))
        }
        return missing
    }

    private static func stillOpen(_ facts: Evaluation.Facts) -> [Evaluation.Missing] {
        guard facts.cohort.status == .open || facts.cohort.status == .running else { return [] }
        return [
            .init(
                code: "cohort_open", person: nil, detail: nil,
                sentence: Sentence("La cohorte n’est pas close.", "The cohort is not closed."), actor: "coordinator")
        ]
    }
}
