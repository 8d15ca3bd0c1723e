public import Postgres
import TrainingSQL

extension Session {
    /// What is to be changed of a half-day; nil stays as it is.
    public struct Change: Sendable {
        let date: Day?, halfDay: HalfDay?, starts: TimeOfDay?, ends: TimeOfDay?
        let place: String?, mode: Mode?, trainer: String?, theme: String?, reason: String?

        public init(
            date: Day? = nil, halfDay: HalfDay? = nil, starts: TimeOfDay? = nil, ends: TimeOfDay? = nil,
            place: String? = nil, mode: Mode? = nil, trainer: String? = nil, theme: String? = nil,
            reason: String? = nil
        ) {
            (self.date, self.halfDay, self.starts, self.ends) = (date, halfDay, starts, ends)
            (self.place, self.mode, self.trainer, self.theme, self.reason) = (place, mode, trainer, theme, reason)
        }

        func changed(_ line: Line) -> Request {
            Request(
                code: line.session, date: date ?? line.date, halfDay: halfDay ?? line.halfDay,
                starts: starts ?? line.starts, ends: ends ?? line.ends, place: place ?? line.place,
                mode: mode ?? line.mode, trainer: trainer ?? line.trainer, theme: theme ?? line.theme)
        }
    }

    /// What a half-day was before it was changed, by whom and why.
    public struct ChangeLine: Sendable {
        public let session: Code
        /// 1 for the first change of this half-day.
        public let change: Int32
        public let oldDate: Day
        public let oldHalfDay: HalfDay
        public let oldStarts: TimeOfDay
        public let oldEnds: TimeOfDay
        public let oldPlace: String
        public let oldMode: Mode
        public let oldTrainer: String
        public let oldTheme: String
        public let reason: String?
        public let actor: String
        /// Date and time in Paris.
        public let recordedAt: String
    }
}

extension Session.Request {
    fileprivate func holdsWhen(_ line: Session.Line) -> Bool {
        (date, halfDay, starts, ends) == (line.date, line.halfDay, line.starts, line.ends)
    }

    fileprivate func isSame(_ line: Session.Line) -> Bool {
        holdsWhen(line) && (place, mode, trainer, theme) == (line.place, line.mode, line.trainer, line.theme)
    }
}

extension Query<Session.ChangeLine> {
    static func changes(in cohort: Cohort) -> Self {
        Query(SQL.`queries/session/changes`, cohort.programmeID, cohort.cohortID, as: Session.ChangeLine.init)
    }
}

extension Command {
    static func change(_ session: Session.Request, of cohort: Cohort, because reason: String?) -> Command {
        Command(
            SQL.`queries/session/change`, cohort.programmeID, cohort.cohortID, session.code, session.date,
            session.halfDay, session.starts, session.ends, session.place, session.mode, session.trainer, session.theme,
            reason)
    }
}

extension Transaction {
    /// What the half-days of a cohort were before they were changed.
    public func sessionChanges(in cohort: Cohort) throws -> [Session.ChangeLine] { try ask(.changes(in: cohort)) }

    /// Changes a half-day that is not cancelled and keeps what it was; the same again is unchanged.
    ///
    /// Once somebody is marked, an announced absence too, its day and times stay.
    public func change(
        _ code: Session.Code, in cohortCode: Cohort.Code, of programme: Programme.ID, by change: Session.Change
    ) throws -> Made {
        let cohort = try lockedCohort(cohortCode, of: programme)
        let line = try session(code, of: cohort)
        let request = change.changed(line)
        guard !request.isSame(line) else { return .unchanged }
        guard !line.isCancelled else { throw Refusal.staysCancelled(line) }
        if !request.holdsWhen(line) {
            guard line.marked == 0 else { throw Refusal.markedThere(line) }
            guard request.date >= cohort.startsOn, request.date <= cohort.endsOn else {
                throw Refusal.outside(cohort, request.date)
            }
            for time in [request.starts, request.ends] { try refuseUnlessOnce(time, on: request.date) }
        }
        do {
            try attempt { tx in try tx.change(.change(request, of: cohort, because: change.reason)) }
        } catch let refusal as Refusal where refusal.rule == "session_does_not_overlap" {
            let others = try sessions(of: cohort).filter { $0.session != code && !$0.isCancelled && request.meets($0) }
            throw others.first.map { Refusal.overlaps(code, $0) } ?? refusal
        }
        return .added
    }

    /// Refuses a time that the clocks of Paris skip or show twice that day, in the words of a file's refusal.
    private func refuseUnlessOnce(_ time: TimeOfDay, on date: Day) throws {
        guard let local = try askOne(.local(Instant(rawValue: "\(date)T\(time)"))) else { return }
        func refusal(_ rule: String, _ fault: Fault, _ detail: String) -> Refusal {
            let sentence = fault.sentence(detail)
            return Refusal(rule: rule, "\(date.french) : \(sentence.french).", "\(date): \(sentence.english).")
        }
        if local.isSkipped {
            let clock = [time.description] + [local.earlier, local.later].map { String($0.dropFirst(11).prefix(5)) }
            throw refusal("local_time_exists", .timeDoesNotExist, clock.joined(separator: " "))
        }
        if local.isTwice { throw refusal("local_time_is_one", .timeIsAmbiguous, time.description) }
    }
}

extension Session.Request {
    /// Whether it is held at the same time as another of the cohort, on the clock.
    fileprivate func meets(_ other: Session.Line) -> Bool {
        date == other.date && starts.minutes < other.ends.minutes && other.starts.minutes < ends.minutes
    }
}

extension Refusal {
    fileprivate static func overlaps(_ code: Session.Code, _ other: Session.Line) -> Refusal {
        let times = (other.starts.description, other.ends.description)
        return Refusal(
            rule: "session_does_not_overlap",
            "La séance \(code) chevaucherait la séance \(other.session) du \(other.date.french), de \(times.0) à \(times.1).",
            "Session \(code) would overlap session \(other.session) of \(other.date), from \(times.0) to \(times.1).")
    }

    fileprivate static func staysCancelled(_ line: Session.Line) -> Refusal {
        Refusal(
            rule: "cancelled_session_stays_as_it_was",
            "La séance \(line.session) est annulée (\(line.cancelledBecause ?? "–")) : planifiez-en une autre.",
            "Session \(line.session) is cancelled (\(line.cancelledBecause ?? "–")): schedule another.")
    }

    fileprivate static func markedThere(_ line: Session.Line) -> Refusal {
        let many = line.marked > 1
        return Refusal(
            rule: "marked_session_keeps_its_time",
            "La séance \(line.session) du \(line.date.french) a déjà \(line.marked) émargement\(many ? "s" : "") : seuls le lieu, le formateur, le mode et le thème changent encore.",
            "Session \(line.session) of \(line.date) has \(line.marked) mark\(many ? "s" : "") already: only place, trainer, mode and theme still change."
        )
    }

    fileprivate static func outside(_ cohort: Cohort, _ day: Day) -> Refusal {
        Refusal(
            rule: "session_is_within_the_cohort",
            "Le \(day.french) est hors de la période de la cohorte (\(cohort.startsOn.french) – \(cohort.endsOn.french)).",
            "\(day) is outside the cohort's period (\(cohort.startsOn) – \(cohort.endsOn)).")
    }
}
