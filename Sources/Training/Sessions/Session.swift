public import FoundationEssentials
public import Postgres
import TrainingSQL

/// One dated meeting of a cohort: a half-day at a local time (Europe/Paris) and place.
public enum Session {
    public struct ID: Identity {
        public let rawValue: UUID
        public init(rawValue: UUID) { self.rawValue = rawValue }
    }

    public struct Code: Training.Code {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    public enum HalfDay: String, CaseIterable, PostgresValue, Labelled {
        case morning, afternoon, evening
        public var label: Sentence {
            switch self {
            case .morning: Sentence("matin", "morning")
            case .afternoon: Sentence("après-midi", "afternoon")
            case .evening: Sentence("soirée", "evening")
            }
        }
    }

    public enum Mode: String, CaseIterable, PostgresValue, Labelled {
        case onSite = "on_site"
        case remote
        public var label: Sentence {
            self == .onSite ? Sentence("sur place", "on site") : Sentence("à distance", "remote")
        }
    }

    /// One line of a session file.
    public struct Request: Sendable {
        public let code: Code
        public let halfDay: HalfDay, starts: TimeOfDay, ends: TimeOfDay
        let date: Day
        let place: String, mode: Mode, trainer: String, theme: String

        public init(
            code: Code, date: Day, halfDay: HalfDay, starts: TimeOfDay, ends: TimeOfDay, place: String, mode: Mode,
            trainer: String, theme: String
        ) {
            (self.code, self.date, self.halfDay, self.starts, self.ends) = (code, date, halfDay, starts, ends)
            (self.place, self.mode, self.trainer, self.theme) = (place, mode, trainer, theme)
        }

        /// Whether nobody would call those times so: a morning from 13:00 on, an afternoon over by noon, an evening by 16:00.
        public var isNamedAgainstItsTimes: Bool {
            switch halfDay {
            case .morning: starts.minutes >= 13 * 60
            case .afternoon: ends.minutes <= 12 * 60
            case .evening: ends.minutes <= 16 * 60
            }
        }
    }

    /// A line of the list of sessions.
    public struct Line: Sendable {
        public let session: Code
        public let date: Day
        public let halfDay: HalfDay
        public let starts: TimeOfDay
        public let ends: TimeOfDay
        public let plannedMinutes: Int32
        public let place: String
        public let mode: Mode
        public let trainer: String
        public let theme: String
        public let isCancelled: Bool
        /// Nil unless it is cancelled.
        public let cancelledBecause: String?
        public let marked: Int
        public let present: Int
    }

    static let staging = Staging(
        table: SQL.`queries/session/stage`, name: "staged_session",
        columns: ("line", Int32.self), ("session_id", ID.self), ("code", Code.self), ("date", Day.self),
        ("half_day", HalfDay.self), ("starts", TimeOfDay.self), ("ends", TimeOfDay.self), ("place", String.self),
        ("mode", Mode.self), ("trainer", String.self), ("theme", String.self))
}

extension Query<Session.Line> {
    static func sessions(of cohort: Cohort) -> Self {
        Query(SQL.`queries/session/list`, cohort.programmeID, cohort.cohortID, as: Session.Line.init)
    }
}

extension Query<Session.Code> {
    static func stagedCancelled(in cohort: Cohort) -> Self {
        Query(SQL.`queries/session/staged_cancelled`, cohort.programmeID, cohort.cohortID) { (code: Session.Code) in
            code
        }
    }
}

extension Command {
    static func addStagedSessions(to cohort: Cohort) -> Command {
        Command(SQL.`queries/session/add_staged`, cohort.programmeID, cohort.cohortID)
    }
}

extension Transaction {
    /// The half-days of a cohort, in order.
    public func sessions(of cohort: Cohort) throws -> [Session.Line] { try ask(.sessions(of: cohort)) }

    /// Schedules the half-days of a file; gives how many are new, how many were there, and which of those are cancelled. Local times that do not exist,
    /// or exist twice, are refused.
    public func schedule(_ lines: some LineSource<Session.Request>, in code: Cohort.Code, of programme: Programme.ID)
        throws
        -> (added: Int, unchanged: Int, cancelled: [Session.Code])
    {
        let cohort = try lockedCohort(code, of: programme)
        return try staged(
            Session.staging, lines,
            { copy, lines in
                for (line, request) in lines {
                    try copy.row(
                        Int32(clamping: line), Session.ID.new(), request.code, request.date, request.halfDay,
                        request.starts, request.ends, request.place, request.mode, request.trainer, request.theme)
                }
            }
        ) { tx, staged in
            try tx.refuse(staged, .faults(SQL.`queries/session/faults`, programme, cohort.cohortID))
            let added = try tx.change(.addStagedSessions(to: cohort))
            guard added == 0 || !cohort.isClosed else {
                throw Refusal(
                    rule: "closed_cohort_keeps_its_sessions",
                    "La cohorte « \(code) » est close : plus de séance à planifier.",
                    "The cohort \"\(code)\" is closed: it takes no more sessions.")
            }
            return (added, staged.count - added, try tx.ask(.stagedCancelled(in: cohort)))
        }
    }
}
