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
        /// The only statuses it is a step from; nil is whatever the lifecycle permits.
        public let from: Set<Status>?
        /// False when nobody named the day: then standing there already since another is unchanged.
        public let namesItsDay: Bool

        public init(
            to status: Status, from: Set<Status>? = nil, on day: Day, reason: LeavingReason? = nil, note: String? = nil,
            isCorrection: Bool = false, namesItsDay: Bool = true
        ) {
            (self.status, self.from, self.day, self.reason) = (status, from, day, reason)
            (self.note, self.isCorrection, self.namesItsDay) = (note, isCorrection, namesItsDay)
        }
    }
}

extension Transaction {
    /// The enrolments of a cohort in the order of arrival, those who wait alone by rank; ranks are those of a day (today).
    public func enrolments(
        in cohort: Cohort, status: Enrolment.Status? = nil, office: Office.Code? = nil, on day: Day? = nil
    ) throws -> [Enrolment.Line] {
        if let office { _ = try self.office(office.rawValue, of: cohort.programmeID) }
        return try ask(.enrolments(in: cohort, status: status, office: office, on: day ?? self.day(.now)))
    }

    /// Every step of one enrolment.
    public func history(of participant: String, in cohort: Cohort) throws -> [Enrolment.Step] {
        let found = try enrolment(of: participant, in: cohort)
        return try ask(.history(of: found.enrolmentID, in: cohort.programmeID))
    }

    /// Moves one enrolment along its lifecycle; standing there already is unchanged.
    ///
    /// A withdrawal of somebody who held a place offers it to the next in the same transaction; a drop-out frees nothing.
    /// No step changes who stands on the sheet of a half-day that was marked, but a correction that undoes one.
    public func move(_ participant: String, in code: Cohort.Code, of programme: Programme.ID, by move: Enrolment.Move)
        throws
        -> Enrolment.Moved
    {
        let cohort = try lockedCohort(code, of: programme)
        let found = try enrolment(of: participant, in: cohort)
        if found.status == move.status {
            try refuseAnotherReason(move, of: found)
            try refuseAnotherDay(move, of: found, in: cohort)
            return .unchanged(found)
        }
        let past = try ask(.history(of: found.enrolmentID, in: programme))
        let signed = try askOne(.signed(without: found.enrolmentID, from: move.day, in: programme))
        do {
            try refuse(move, of: found, past, in: cohort)
            try attempt { tx in try tx.change(.move(found.enrolmentID, by: move, in: programme)) }
        } catch let refusal as Refusal {
            if past.hasTaken(move) { return .unchanged(found) }
            throw refusal.worded(for: found, past, move)
        }
        if cohort.isClosed, move.isCorrection { try change(.set(.running, of: cohort)) }
        if move.status == .applied { try change(.seatApplications(of: cohort, on: move.day)) }
        let now = try enrolment(of: participant, in: cohort)
        try refuseRewriting(now, in: cohort, without: past.isUndone(by: move) ? nil : signed)
        let freesAPlace = move.status == .withdrawn && (found.status == .enrolled || found.status == .offered)
        return Enrolment.Moved(
            participant: found.participant, status: now.status, isNew: true,
            offered: freesAPlace ? try offer(.freed, in: cohort, on: move.day) : nil,
            rank: now.status == .waitlisted ? try rank(of: now, in: cohort, on: move.day) : nil)
    }

    private func rank(of found: Enrolment.Found, in cohort: Cohort, on day: Day) throws -> Int? {
        try enrolments(in: cohort, status: .waitlisted, on: day).first { $0.participant == found.participant }?.rank
    }

    /// Completes one enrolment, or every active one (`participant` nil): done, and refused with the reason.
    ///
    /// Completing needs the cohort's minimum assiduity, no unmarked half-day by `day` (its last day at the latest) and none
    /// to come.
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
                done.append(.init(participant: person.participant, status: .completed, isNew: false))
            } else if let refusal = person.refusal(minimum: Int(cohort.minimumAssiduity)) {
                refused.append(refusal)
            } else {
                let move = Enrolment.Move(to: .completed, on: max(last, person.effectiveOn))
                try change(.move(person.enrolmentID, by: move, in: programme))
                done.append(.init(participant: person.participant, status: .completed, isNew: true))
            }
        }
        return (done, refused)
    }

    /// The day of a step: the one asked for, else today or the last day on which the cohort takes such a step.
    public func day(_ asked: AsOf, of status: Enrolment.Status, in cohort: Cohort) throws -> Day {
        let day = try day(asked)
        return asked == .now ? min(day, cohort.lastDay(of: status)) : day
    }

    /// Reopens an ended or suspended enrolment, as a correction with its note: who never entered applies again, who did is
    /// active again, from that day on.
    ///
    /// Dated back to the step that it corrects, or before, it undoes that step: who was enrolled until then still is.
    public func reopen(
        _ participant: String, in code: Cohort.Code, of programme: Programme.ID, on day: Day, note: String
    ) throws
        -> Enrolment.Moved
    {
        let found = try enrolment(of: participant, in: cohort(code, of: programme))
        guard ![.applied, .waitlisted, .offered, .enrolled, .active].contains(found.status) else {
            throw Refusal(
                rule: "enrolment_moves_along_its_lifecycle",
                "\(found.participant) : rien à rouvrir, son statut est « \(found.status.label.french) ».",
                "\(found.participant): nothing to reopen, the status is \"\(found.status.label.english)\".")
        }
        let hasEntered = [.droppedOut, .excluded, .completed, .suspended].contains(found.status)
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
}
