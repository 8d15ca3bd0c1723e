public import Postgres
import TrainingSQL

extension Transaction {
    /// Logs one act of support; the same act twice is unchanged. An office logs for the people it follows itself.
    ///
    /// - Parameter today: nothing of later is logged.
    public func logSupport(
        _ request: Support.Request, in code: Cohort.Code, of programme: Programme.ID, today: Day
    ) throws -> Made {
        let cohort = try cohort(code, of: programme)
        let found = try enrolment(of: request.participant, in: cohort)
        let last = max(request.day, request.content.doneOn ?? request.day)
        guard last <= today else {
            throw Refusal(
                rule: "support_was_given", "Un accompagnement du \(last.french) n’a pas encore eu lieu.",
                "Support on \(last) has not been given yet.")
        }
        guard request.day >= cohort.startsOn else { throw Refusal.supportBeforeCohort(cohort) }
        guard ![.applied, .waitlisted, .offered, .rejected].contains(found.status) else {
            throw Refusal(
                rule: "support_is_for_who_had_a_place",
                "\(found.participant) n’a jamais eu de place (\(found.status.label.french)).",
                "\(found.participant) never held a place (\(found.status.label.english)).")
        }
        let framework = try frameworkOfSupport(in: cohort)
        try refuseUnknown(request.content.competence, of: framework)
        let theme = try supportTheme(request.theme)
        let office = try request.office.map { try self.office($0, of: programme).officeID } ?? found.officeID
        if try change(.log(request, about: theme, for: found.enrolmentID, by: office, on: framework, in: cohort)) > 0 {
            return .added
        }
        let known = try supports(of: programme, in: cohort, participant: found.participant).first {
            $0.date == request.day && $0.mode == request.mode && !$0.isCancelled
                && $0.theme.lowercased() == theme.labelFr.lowercased()
        }
        guard let known, known.content == request.content else {
            let id = known?.supportID.name ?? "ID"
            throw Refusal(
                rule: "support_is_logged_once",
                "\(found.participant) : un accompagnement de ce jour, de ce thème et de ce mode est déjà noté autrement ; « cohorte support correct \(id) » le corrige.",
                "\(found.participant): support of that day, theme and mode is logged otherwise already; \"cohorte support correct \(id)\" corrects it."
            )
        }
        return .unchanged
    }

    /// Adds the acts of a file, or refuses it whole; gives how many are new and how many were there.
    public func importSupport(
        _ lines: Lines<Support.Request>, in code: Cohort.Code, of programme: Programme.ID, today: Day
    ) throws -> (added: Int, unchanged: Int) {
        let cohort = try lockedCohort(code, of: programme)
        let framework = try frameworkOfSupport(in: cohort)
        return try staged(
            Support.staging, lines,
            { copy, lines in
                for (line, request) in lines {
                    let content = request.content
                    try copy.row(
                        Int32(clamping: line), request.participant, request.day, Int32(clamping: content.minutes),
                        request.mode, request.theme, content.competence, content.autonomy, content.outcome,
                        content.nextAction, content.dueOn, content.doneOn, request.office, Support.ID.new())
                }
            }
        ) { tx, staged in
            try tx.change(.resolveSupports(in: cohort, on: framework))
            try tx.refuse(staged, .faults(SQL.`queries/support/faults`, programme, cohort.cohortID, today))
            let added = try tx.change(.addStagedSupports(to: cohort))
            return (added, staged.count - added)
        }
    }

    /// The acts of a programme, by day; of one cohort, person or office that helped when named. Acts after the cohort's
    /// end are among them.
    public func supports(
        of programme: Programme.ID, in cohort: Cohort? = nil, participant: String? = nil, office: Office.Code? = nil
    ) throws -> [Support.Line] {
        try ask(
            .supports(
                of: programme, cohort: cohort?.cohortID, participant: participant, office: office, overdueOn: nil))
    }

    /// The acts whose next action was due before a day and is not done, the longest overdue first.
    public func overdueSupports(
        of programme: Programme.ID, in cohort: Cohort? = nil, office: Office.Code? = nil, on day: Day
    ) throws -> [Support.Line] {
        try ask(
            .supports(of: programme, cohort: cohort?.cohortID, participant: nil, office: office, overdueOn: day))
    }

    /// What each office did up to a day.
    public func supportLoad(of programme: Programme.ID, in cohort: Cohort? = nil, on day: Day) throws
        -> [Support.Load]
    {
        try ask(.supportLoad(of: programme, cohort: cohort?.cohortID, on: day))
    }

    /// Corrects an act, or settles its next action; what it was is kept with the reason.
    ///
    /// - Parameter change: what becomes of it; nil leaves its content and takes the act as logged by mistake.
    public func correctSupport(
        _ id: Support.ID, of programme: Programme.ID, because reason: String, today: Day,
        _ change: ((inout Support.Content) -> Void)?
    ) throws -> Made {
        guard let known = try askOne(.support(id, of: programme)) else {
            throw Refusal.unknown(
                "L’accompagnement", "support", id.name, "cohorte support list")
        }
        var content = known.content
        change?(&content)
        guard content != known.content || change == nil && !known.isCancelled else { return .unchanged }
        guard content.doneOn ?? today <= today else {
            throw Refusal(
                rule: "support_was_given", "Le \(content.doneOn?.french ?? "") n’est pas encore arrivé.",
                "\(content.doneOn?.description ?? "") has not come yet.")
        }
        let framework = known.framework ?? .digcomp
        try refuseUnknown(content.competence, of: framework)
        try self.change(
            .change(
                id, to: content, on: framework, isCancelled: known.isCancelled || change == nil, of: programme,
                because: reason))
        return .added
    }

    /// The framework that a cohort's competences are of: the one of its questionnaire, else the one that comes with the
    /// product.
    private func frameworkOfSupport(in cohort: Cohort) throws -> Framework.Code {
        try askOne(.instrument(answeredBy: cohort, code: nil))?.framework ?? .digcomp
    }

    /// The theme that a name stands for, its code or a label, or a `Refusal`.
    private func supportTheme(_ name: String) throws -> Theme {
        if let theme = try askOne(.theme(named: name)) { return theme }
        let known = try themes().filter(\.isSkill)
        throw Refusal(
            rule: "theme_is_known",
            "Le thème « \(name) » n’existe pas ; thèmes : \(known.map(\.labelFr).joined(separator: ", ")).",
            "There is no theme \"\(name)\"; themes: \(known.map(\.labelEn).joined(separator: ", ")).")
    }

    private func refuseUnknown(_ competence: String?, of framework: Framework.Code) throws {
        guard let competence else { return }
        let known = try ask(.competences(of: framework)).map(\.competence)
        if !known.contains(competence) {
            throw Refusal(
                rule: "support_is_on_a_known_competence",
                "« \(competence) » n’est pas une compétence de \(framework.rawValue) : \(known.joined(separator: ", ")).",
                "\"\(competence)\" is no competence of \(framework.rawValue): \(known.joined(separator: ", ")).")
        }
    }
}

extension Support.Line {
    fileprivate var content: Support.Content {
        Support.Content(
            minutes: Int(minutes), competence: competence, autonomy: autonomy, outcome: outcome,
            nextAction: nextAction, dueOn: dueOn, doneOn: doneOn)
    }
}

extension Refusal {
    fileprivate static func supportBeforeCohort(_ cohort: Cohort) -> Refusal {
        Refusal(
            rule: "support_is_not_before_the_cohort",
            "Un accompagnement d’avant la cohorte (\(cohort.startsOn.french)) ne lui appartient pas.",
            "Support before the cohort (\(cohort.startsOn)) is none of it.")
    }
}
