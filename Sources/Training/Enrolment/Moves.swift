public import Postgres

extension Enrolment {
    /// One step of the lifecycle, as a command asks for it.
    public struct Move: Sendable {
        public let status: Status
        /// The day from which it holds; after leaving, the first day no longer enrolled.
        public let day: Day
        public let reason: LeavingReason?
        public let note: String?
        public let isCorrection: Bool

        public init(
            to status: Status, on day: Day, reason: LeavingReason? = nil, note: String? = nil,
            isCorrection: Bool = false
        ) {
            (self.status, self.day, self.reason) = (status, day, reason)
            (self.note, self.isCorrection) = (note, isCorrection)
        }
    }
}

extension Transaction {
    /// The enrolments of a cohort in the order of arrival.
    public func enrolments(in cohort: Cohort, status: Enrolment.Status? = nil, office: Office.Code? = nil) throws
        -> [Enrolment.Line]
    {
        if let office { _ = try self.office(office.rawValue, of: cohort.programmeID) }
        return try ask(.enrolments(in: cohort, status: status, office: office))
    }

    /// Every step of one enrolment.
    public func history(of participant: String, in cohort: Cohort) throws -> [Enrolment.Step] {
        let found = try enrolment(of: participant, in: cohort)
        return try ask(.history(of: found.enrolmentID, in: cohort.programmeID))
    }

    /// Moves one enrolment along its lifecycle; standing there already is unchanged.
    ///
    /// A withdrawal of somebody who held a place offers it to the next in the same transaction; a drop-out frees nothing.
    public func move(_ participant: String, in code: Cohort.Code, of programme: Programme.ID, by move: Enrolment.Move)
        throws
        -> Enrolment.Moved
    {
        let cohort = try lockedCohort(code, of: programme)
        let found = try enrolment(of: participant, in: cohort)
        if try found.status == move.status || isDone(move, of: found, in: programme) {
            return Enrolment.Moved(participant: found.participant, status: found.status, isNew: false, offeredTo: nil)
        }
        try refuseLeavingBeforeAttending(found, in: cohort, by: move)
        if let ended = found.offerEndsOn, move.status == .enrolled, move.day >= ended {
            throw Refusal(
                rule: "offer_is_accepted_in_time",
                "\(found.participant) : la place n’était proposée que jusqu’au \(ended).",
                "\(found.participant): the place was offered until \(ended) only.")
        }
        do {
            try change(.move(found.enrolmentID, by: move, in: programme))
        } catch let refusal as Refusal where refusal.rule == "enrolment_moves_along_its_lifecycle" {
            throw Refusal(
                rule: refusal.rule,
                "\(found.participant) : « \(found.status.label.french) » ne peut pas devenir « \(move.status.label.french) ».",
                "\(found.participant): \"\(found.status.label.english)\" cannot become \"\(move.status.label.english)\"."
            )
        }
        if move.status == .applied { try change(.seatApplications(of: cohort, on: move.day)) }
        let freesAPlace = move.status == .withdrawn && (found.status == .enrolled || found.status == .offered)
        let offered = freesAPlace ? try offerNext(in: cohort, on: move.day) : nil
        return Enrolment.Moved(participant: found.participant, status: move.status, isNew: true, offeredTo: offered)
    }

    /// Offers a free place to the first of the waiting list; nil when no place is free or nobody waits.
    public func offerNext(in cohort: Cohort, on day: Day) throws -> String? {
        guard let next = try askOne(.next(in: cohort)) else { return nil }
        try change(.move(next.enrolmentID, by: .init(to: .offered, on: day), in: cohort.programmeID))
        return next.participant
    }

    /// Completes one enrolment, or every active one (`participant` nil): done, and refused with the reason.
    ///
    /// Completing needs the cohort's minimum assiduity and no unmarked half-day by `day`, its last day at the latest.
    public func complete(_ participant: String?, in code: Cohort.Code, of programme: Programme.ID, on day: Day) throws
        -> (done: [Enrolment.Moved], refused: [Refusal])
    {
        let cohort = try lockedCohort(code, of: programme)
        let last = min(day, cohort.endsOn)
        let wanted = try participant.map { try enrolment(of: $0, in: cohort).enrolmentID }
        var done: [Enrolment.Moved] = []
        var refused: [Refusal] = []
        for person in try ask(.assiduity(in: cohort, on: last))
        where wanted.map({ $0 == person.enrolmentID }) ?? (person.status == .active) {
            if person.status == .completed {
                done.append(.init(participant: person.participant, status: .completed, isNew: false, offeredTo: nil))
            } else if let refusal = person.refusal(minimum: Int(cohort.minimumAssiduity)) {
                refused.append(refusal)
            } else {
                try change(.move(person.enrolmentID, by: .init(to: .completed, on: last), in: programme))
                done.append(.init(participant: person.participant, status: .completed, isNew: true, offeredTo: nil))
            }
        }
        return (done, refused)
    }

    /// Reopens an ended enrolment, as a correction with its note: who never entered applies again, who did is active again.
    public func reopen(
        _ participant: String, in code: Cohort.Code, of programme: Programme.ID, on day: Day, note: String
    ) throws
        -> Enrolment.Moved
    {
        let found = try enrolment(of: participant, in: cohort(code, of: programme))
        let hasEntered = [.droppedOut, .excluded, .completed].contains(found.status)
        let move = Enrolment.Move(to: hasEntered ? .active : .applied, on: day, note: note, isCorrection: true)
        return try self.move(participant, in: code, of: programme, by: move)
    }

    func enrolment(of participant: String, in cohort: Cohort) throws -> Enrolment.Found {
        guard let found = try askOne(.enrolment(of: participant, in: cohort)) else {
            throw Refusal(
                rule: "participant_has_a_place",
                "« \(participant) » n’a pas d’inscription dans « \(cohort.code) » ; voir « cohorte enrolment list --cohort \(cohort.code) ».",
                "\"\(participant)\" has no enrolment in \"\(cohort.code)\"; see \"cohorte enrolment list --cohort \(cohort.code)\"."
            )
        }
        return found
    }

    /// Whether the very same step was taken before: said again it changes nothing, wherever the enrolment went since.
    private func isDone(_ move: Enrolment.Move, of found: Enrolment.Found, in programme: Programme.ID) throws -> Bool {
        try ask(.history(of: found.enrolmentID, in: programme)).contains { step in
            step.status == move.status && step.effectiveOn == move.day && step.reason == move.reason
                && step.isCorrection == move.isCorrection && step.step > 1
        }
    }

    private func refuseLeavingBeforeAttending(_ found: Enrolment.Found, in cohort: Cohort, by move: Enrolment.Move)
        throws
    {
        guard move.status == .droppedOut || move.status == .excluded,
            let seen = try askOne(.attended(by: found.enrolmentID, from: move.day, in: cohort.programmeID))
        else { return }
        throw Refusal(
            rule: "leaving_follows_the_last_attendance",
            "\(found.participant) était à la séance \(seen.code) du \(seen.date) : le départ (premier jour sans inscription) est après.",
            "\(found.participant) was at session \(seen.code) on \(seen.date): leaving (the first day no longer enrolled) is later."
        )
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
                "\(participant) était encore là le \(seenLaterOn) : un parcours se termine après.",
                "\(participant) was still there on \(seenLaterOn): completing comes later.")
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
