import Postgres

extension Transaction {
    /// Every rule of a step that the lifecycle's own table does not hold.
    func refuse(_ move: Enrolment.Move, of found: Enrolment.Found, in cohort: Cohort) throws {
        if let from = move.from, !from.contains(found.status) { throw Refusal.unlawful(found, move) }
        try refuseEnteringAClosed(cohort, by: move)
        try refuseLeavingBeforeAttending(found, in: cohort, by: move)
        if move.day < found.effectiveOn {
            throw Refusal(
                rule: "step_follows_the_one_before",
                "\(found.participant) : cette étape (\(move.day.french)) précède la dernière (\(found.effectiveOn.french)).",
                "\(found.participant): this step (\(move.day)) precedes the last one (\(found.effectiveOn)).")
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

    /// Whether the very same step was taken before: said again it changes nothing, wherever the enrolment went since.
    func isDone(_ move: Enrolment.Move, of found: Enrolment.Found, in programme: Programme.ID) throws -> Bool {
        let sinceCorrected =
            try ask(.history(of: found.enrolmentID, in: programme)).split(
                omittingEmptySubsequences: false, whereSeparator: \.isCorrection
            ).last ?? []
        return sinceCorrected.contains { step in
            step.status == move.status && step.effectiveOn == move.day && step.reason == move.reason
                && !move.isCorrection && step.step > 1
        }
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

    private func refuseLeavingBeforeAttending(_ found: Enrolment.Found, in cohort: Cohort, by move: Enrolment.Move)
        throws
    {
        guard move.status == .droppedOut || move.status == .excluded,
            let seen = try askOne(.attended(by: found.enrolmentID, from: move.day, in: cohort.programmeID))
        else { return }
        throw Refusal(
            rule: "leaving_follows_the_last_attendance",
            "\(found.participant) était à la séance \(seen.code) du \(seen.date.french) : le départ (premier jour sans inscription) est après.",
            "\(found.participant) was at session \(seen.code) on \(seen.date): leaving (the first day no longer enrolled) is later."
        )
    }
}

extension Refusal {
    /// The lifecycle's refusal with both statuses named; every other as it is.
    func worded(for found: Enrolment.Found, _ move: Enrolment.Move) -> Refusal {
        guard rule == "enrolment_moves_along_its_lifecycle" else { return self }
        return .unlawful(found, move)
    }

    static func unlawful(_ found: Enrolment.Found, _ move: Enrolment.Move) -> Refusal {
        Refusal(
            rule: "enrolment_moves_along_its_lifecycle",
            "\(found.participant) : « \(found.status.label.french) » ne peut pas devenir « \(move.status.label.french) ».",
            "\(found.participant): \"\(found.status.label.english)\" cannot become \"\(move.status.label.english)\".")
    }
}

extension Enrolment.Moved {
    static func unchanged(_ found: Enrolment.Found) -> Self {
        Self(participant: found.participant, status: found.status, isNew: false, offeredTo: nil)
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
