import Postgres

extension Transaction {
    /// Refuses a step that was taken when it takes somebody off a half-day where they are marked, or puts them on one that
    /// was marked without them (`signed`).
    func refuseRewriting(_ now: Enrolment.Found, in cohort: Cohort, without signed: Signed?) throws {
        if let marked = try askOne(.markedOutside(now.enrolmentID, in: cohort.programmeID)) {
            throw Refusal.marked(now, at: marked, in: cohort)
        }
        if let signed, now.status.isEnrolled { throw Refusal.signed(now, without: signed) }
    }

    /// Somebody who stands there since another day is not said to be unchanged: the words tell how to put the day right.
    func refuseAnotherDay(_ move: Enrolment.Move, of found: Enrolment.Found, in cohort: Cohort) throws {
        let canBeReopened = found.status.isLeaving || [.rejected, .completed, .suspended].contains(found.status)
        guard move.namesItsDay, move.day != found.effectiveOn, canBeReopened else { return }
        let command =
            "cohorte enrolment reopen \(cohort.code) \(found.participant) --on \(min(move.day, found.effectiveOn)) --note …"
        let (french, english) = (found.status.label.french, found.status.label.english)
        throw Refusal(
            rule: "step_is_dated_once",
            "\(found.participant) : déjà « \(french) » depuis le \(found.effectiveOn.french) ; pour changer la date, rouvrez d’abord (« \(command) »), puis recommencez.",
            "\(found.participant): already \"\(english)\" since \(found.effectiveOn); to change the day, reopen first (\"\(command)\"), then again."
        )
    }
}

extension Refusal {
    static func afterTheEnd(of cohort: Cohort, _ move: Enrolment.Move) -> Refusal {
        let last = cohort.lastDay(of: move.status)
        return Refusal(
            rule: "step_is_within_the_cohort",
            "Le \(move.day.french) est après la fin de la cohorte (\(cohort.endsOn.french)) : au plus tard le \(last.french) (--on \(last)).",
            "\(move.day) is after the cohort's end (\(cohort.endsOn)): \(last) at the latest (--on \(last)).")
    }

    /// A correction that does not say why.
    static var mute: Refusal {
        let rule = "enrolment_reopening_has_a_note"
        return Refusal(rule: rule, sentences[rule]?.french ?? rule, sentences[rule]?.english ?? rule)
    }

    fileprivate static func marked(_ found: Enrolment.Found, at half: Signed, in cohort: Cohort) -> Refusal {
        let status = half.status ?? .unmarked
        let command =
            "cohorte attend \(cohort.code) --session \(half.code) --participant \(found.participant) --status unmarked --reason …"
        return Refusal(
            rule: "leaving_follows_the_last_attendance",
            "\(found.participant) est noté « \(status.label.french) » à la séance \(half.code) du \(half.date.french) : au plus tôt le \(half.date.following.french), premier jour sans inscription ; sinon retirez d’abord cet émargement (« \(command) »).",
            "\(found.participant) is marked \"\(status.label.english)\" at session \(half.code) of \(half.date): \(half.date.following) at the earliest, the first day no longer enrolled; else take that mark back first (\"\(command)\")."
        )
    }

    fileprivate static func signed(_ found: Enrolment.Found, without half: Signed) -> Refusal {
        Refusal(
            rule: "sheet_keeps_who_is_on_it",
            "La séance \(half.code) du \(half.date.french) est déjà émargée sans \(found.participant) : au plus tôt le \(half.date.following.french) (--on \(half.date.following)).",
            "Session \(half.code) of \(half.date) is already marked without \(found.participant): \(half.date.following) at the earliest (--on \(half.date.following))."
        )
    }

    static func toCome(_ participant: String, _ code: String, _ day: Day, _ count: Int) -> Refusal {
        let (next, others) = ("\(code) du \(day.french)", count - 1)
        return Refusal(
            rule: "completing_follows_the_last_half_day",
            "\(participant) : séance\(count > 1 ? "s" : "") à venir, \(next)\(others > 0 ? " et \(others) autre\(others > 1 ? "s" : "")" : "") : un parcours se termine après.",
            "\(participant): session\(count > 1 ? "s" : "") to come, \(code) of \(day)\(others > 0 ? " and \(others) more" : ""): completing comes later."
        )
    }

    /// The lifecycle's refusal with both statuses named, and what to do instead; every other as it is.
    func worded(for found: Enrolment.Found, _ past: Past, _ move: Enrolment.Move) -> Refusal {
        guard rule == "enrolment_moves_along_its_lifecycle" else { return self }
        if move.status == .enrolled, let last = past.last, last.fromStatus == .offered, last.status == .waitlisted {
            return Refusal(
                rule: rule,
                "\(found.participant) : l’offre est expirée depuis le \(last.effectiveOn.french), la personne est de nouveau en liste d’attente.",
                "\(found.participant): the offer lapsed on \(last.effectiveOn), the person is on the waiting list again."
            )
        }
        return .unlawful(found, move)
    }

    static func unlawful(_ found: Enrolment.Found, _ move: Enrolment.Move) -> Refusal {
        let verb =
            switch (found.status, move.status) {
            case (.active, .withdrawn), (.suspended, .withdrawn): "drop-out"
            case (.enrolled, .withdrawn), (.waitlisted, .withdrawn), (.enrolled, .droppedOut): "withdraw"
            default: ""
            }
        return Refusal(
            rule: "enrolment_moves_along_its_lifecycle",
            "\(found.participant) : « \(found.status.label.french) » ne peut pas devenir « \(move.status.label.french) »\(verb.isEmpty ? "" : " ; voyez « cohorte enrolment \(verb) »").",
            "\(found.participant): \"\(found.status.label.english)\" cannot become \"\(move.status.label.english)\"\(verb.isEmpty ? "" : "; see \"cohorte enrolment \(verb)\"")."
        )
    }
}
