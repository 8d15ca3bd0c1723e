import Postgres

extension Cohort {
    /// The last day of a step: the cohort's own; for leaving, whose day is the first one no longer enrolled, the one after.
    func lastDay(of status: Enrolment.Status) -> Day {
        status.isLeaving || status == .rejected ? endsOn.following : endsOn
    }
}

extension Transaction {
    /// Every rule of a step that the lifecycle's own table does not hold, but those of sheets.
    func refuse(_ move: Enrolment.Move, of found: Enrolment.Found, _ past: Past, in cohort: Cohort) throws {
        if let from = move.from, !from.contains(found.status) { throw Refusal.unlawful(found, move) }
        if move.isCorrection, move.note?.contains(where: { !$0.isWhitespace }) != true { throw Refusal.mute }
        try refuseEnteringAClosed(cohort, by: move)
        if move.day > cohort.lastDay(of: move.status) { throw Refusal.afterTheEnd(of: cohort, move) }
        if let earliest = past.earliest(forCorrection: move.isCorrection), move.day < earliest {
            throw Refusal(
                rule: "step_follows_the_one_before",
                "\(found.participant) : cette étape (\(move.day.french)) précède la dernière (\(earliest.french)).",
                "\(found.participant): this step (\(move.day)) precedes the last one (\(earliest)).")
        }
        try refuseOfferingWithoutAPlace(in: cohort, by: move)
        try refuseCompleting(found, in: cohort, by: move)
        if let last = found.offeredThrough, move.status == .enrolled, move.day > last {
            throw Refusal(
                rule: "offer_is_accepted_in_time",
                "\(found.participant) : la place n’était proposée que jusqu’au \(last.french).",
                "\(found.participant): the place was offered until \(last) only.")
        }
    }

    /// Somebody who left for one reason is not said to have left for another.
    func refuseAnotherReason(_ move: Enrolment.Move, of found: Enrolment.Found) throws {
        guard let reason = move.reason, let known = found.reason, reason != known else { return }
        throw Refusal(
            rule: "leaving_has_one_reason",
            "\(found.participant) : déjà « \(found.status.label.french) » pour un autre motif (\(known.label.french)).",
            "\(found.participant): already \"\(found.status.label.english)\" for another reason (\(known.label.english))."
        )
    }

    private func refuseEnteringAClosed(_ cohort: Cohort, by move: Enrolment.Move) throws {
        guard cohort.isClosed, !move.isCorrection, [.offered, .enrolled, .active, .suspended].contains(move.status)
        else {
            return
        }
        throw Refusal(
            rule: "closed_cohort_takes_nobody_in", "La cohorte « \(cohort.code) » est close : plus personne n’y entre.",
            "The cohort \"\(cohort.code)\" is closed: nobody enters it any more.")
    }

    private func refuseOfferingWithoutAPlace(in cohort: Cohort, by move: Enrolment.Move) throws {
        guard move.status == .offered, try askOne(.next(for: .freed, in: cohort, on: move.day)) == nil else { return }
        throw Refusal(
            rule: "offer_needs_a_free_place", "Aucune place n’est libre dans « \(cohort.code) ».",
            "No place is free in \"\(cohort.code)\".")
    }

    private func refuseCompleting(_ found: Enrolment.Found, in cohort: Cohort, by move: Enrolment.Move) throws {
        guard move.status == .completed, found.status == .active else { return }
        let person = try ask(.assiduity(in: cohort, on: min(move.day, cohort.endsOn)))
            .first { $0.enrolmentID == found.enrolmentID }
        if let refusal = person?.refusal(minimum: Int(cohort.minimumAssiduity)) { throw refusal }
    }
}

extension Enrolment.Moved {
    static func unchanged(_ found: Enrolment.Found) -> Self {
        Self(participant: found.participant, status: found.status, isNew: false)
    }
}

extension Enrolment.Assiduity {
    /// Why this enrolment cannot be completed; nil when it can.
    func refusal(minimum: Int) -> Refusal? {
        if status != .active {
            return Refusal(
                rule: "enrolment_moves_along_its_lifecycle",
                "\(participant) : « \(status.label.french) » ne peut pas devenir « terminé ».",
                "\(participant): \"\(status.label.english)\" cannot become \"completed\".")
        }
        if let seenLaterOn {
            return Refusal(
                rule: "completing_follows_the_last_attendance",
                "\(participant) était encore là le \(seenLaterOn.words.french) : un parcours se termine après.",
                "\(participant) was still there on \(seenLaterOn.words.english): completing comes later.")
        }
        if let next, let nextOn { return .toCome(participant, next, nextOn, toCome) }
        if unmarked > 0 {
            return Refusal(
                rule: "completing_needs_every_mark",
                "\(participant) : émargement non renseigné pour \(unmarked) séance\(unmarked > 1 ? "s" : "").",
                "\(participant): \(unmarked) session\(unmarked > 1 ? "s" : "") unmarked.")
        }
        guard attendedMinutes * 100 < minimum * plannedMinutes || plannedMinutes == 0 else { return nil }
        return Refusal(
            rule: "completing_needs_the_minimum_assiduity",
            "\(participant) : \(attendedMinutes) min suivies sur \(plannedMinutes), moins que les \(minimum) % demandés.",
            "\(participant): \(attendedMinutes) min attended of \(plannedMinutes), less than the \(minimum)% required.")
    }
}
