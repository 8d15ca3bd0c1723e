public import Postgres
import TrainingSQL

/// One enrolment at one session (émargement).
public enum Attendance {
    /// One line of an attendance file; the participant is named by e-mail or id.
    public struct Request: Sendable {
        let session: String, participant: String, status: Presence, minutes: Int?, mode: Session.Mode?, reason: String?

        public init(
            session: String, participant: String, status: Presence, minutes: Int?, mode: Session.Mode?, reason: String?
        ) {
            (self.session, self.participant, self.status) = (session, participant, status)
            (self.minutes, self.mode, self.reason) = (minutes, mode, reason)
        }
    }

    /// What became of one line.
    public enum Outcome: String, CaseIterable, PostgresValue, Labelled {
        case marked, corrected, unchanged
        /// The line says what the mark was before a correction: an old file again, which changes nothing.
        case correctedSince = "corrected_since"
        public var label: Sentence {
            switch self {
            case .marked: Sentence("marqué", "marked")
            case .corrected: Sentence("corrigé", "corrected")
            case .unchanged: Sentence("inchangé", "unchanged")
            case .correctedSince: Sentence("corrigé depuis", "corrected since")
            }
        }
    }

    public struct LineOutcome: Sendable {
        public let line: Int32
        public let outcome: Outcome
    }

    /// A line of the list of marks.
    public struct Line: Sendable {
        public let session: Session.Code
        public let date: Day
        public let participant: String
        public let familyName: String
        public let givenName: String
        public let office: Office.Code
        public let status: Presence
        public let minutes: Int32
        public let plannedMinutes: Int32
        public let mode: Session.Mode?
        public let reason: String?
        public let corrections: Int32
    }

    /// A half-day that was held, and somebody expected there who is not marked.
    public struct MissingLine: Sendable {
        public let session: Session.Code
        public let date: Day
        public let participant: String
        public let familyName: String
        public let givenName: String
        public let office: Office.Code
    }

    static let staging = Staging(
        table: SQL.`queries/attendance/stage`, name: "staged_attendance",
        columns: ("line", Int32.self), ("session", String.self), ("participant", String.self),
        ("status", Presence.self), ("minutes", Int32?.self), ("mode", Session.Mode?.self), ("reason", String?.self))

    /// Writes lines as the columns of `staging`.
    fileprivate static func write(_ lines: [(line: Int, request: Request)], to rows: inout CopyRows) throws {
        for (line, request) in lines {
            try rows.row { row in
                row.field(Int32(clamping: line))
                row.field(request.session)
                row.field(request.participant)
                row.field(request.status.rawValue)
                row.field(request.minutes.map { Int32(clamping: $0) })
                row.field(request.mode?.rawValue)
                row.field(request.reason)
            }
        }
    }
}

extension Query<Attendance.Line> {
    /// The lines of the list of marks, for whoever takes them one by one.
    public static func attendance(in cohort: Cohort, session: Session.Code?, participant: String?) -> Self {
        Query(
            SQL.`queries/attendance/list`, cohort.programmeID, cohort.cohortID, session, participant,
            as: Attendance.Line.init)
    }
}

extension Query<Attendance.MissingLine> {
    /// Who was expected at a half-day held by `day` and is not marked.
    public static func unmarked(in cohort: Cohort, on day: Day) -> Self {
        Query(
            SQL.`queries/attendance/missing`, cohort.programmeID, cohort.cohortID, day, as: Attendance.MissingLine.init)
    }
}

extension Query<Attendance.LineOutcome> {
    static func marked() -> Self {
        Query(SQL.`queries/attendance/outcome`, as: Attendance.LineOutcome.init)
    }
}

extension Command {
    static func resolveMarks(in cohort: Cohort) -> Command {
        Command(SQL.`queries/attendance/resolve`, cohort.programmeID, cohort.cohortID)
    }
    static func compareMarks(in cohort: Cohort, isFile: Bool) -> Command {
        Command(SQL.`queries/attendance/compare`, cohort.programmeID, isFile)
    }
    static func markStaged(in cohort: Cohort) -> Command {
        Command(SQL.`queries/attendance/mark_staged`, cohort.programmeID, cohort.cohortID)
    }
    static func enter(_ cohort: Cohort) -> Command {
        Command(SQL.`queries/attendance/enter`, cohort.programmeID, cohort.cohortID)
    }
    static func unenter(_ cohort: Cohort) -> Command {
        Command(SQL.`queries/attendance/unenter`, cohort.programmeID, cohort.cohortID)
    }
    static func start(_ cohort: Cohort) -> Command {
        Command(SQL.`queries/attendance/start_cohort`, cohort.programmeID, cohort.cohortID)
    }
}

extension Transaction {
    /// The marks of a cohort, by half-day and arrival.
    public func attendance(in cohort: Cohort, session: Session.Code? = nil, participant: String? = nil) throws
        -> [Attendance.Line]
    {
        try ask(.attendance(in: cohort, session: session, participant: participant))
    }

    /// Who was expected at a half-day held by `day` and is not marked.
    public func unmarked(in cohort: Cohort, on day: Day) throws -> [Attendance.MissingLine] {
        try ask(.unmarked(in: cohort, on: day))
    }

    /// Marks the lines of a file, or refuses it whole; a mark that changes is a correction and says why. Hands over what
    /// became of each line, in order.
    ///
    /// A file sent again undoes no later correction; a single mark (`isFile` false) is taken as it is said.
    /// The first attended half-day makes an enrolment active from that day, and the cohort running. `day` is today.
    public func attend(
        _ lines: some LineSource<Attendance.Request>, in code: Cohort.Code, of programme: Programme.ID, on day: Day,
        isFile: Bool = true, reaching step: (ImportStep) -> Void = { _ in },
        outcome: (Attendance.LineOutcome) throws -> Void
    ) throws {
        let cohort = try lockedCohort(code, of: programme)
        try staged(
            Attendance.staging, lines,
            { copy, lines in try Attendance.write(lines, to: &copy.rows) }
        ) { tx, staged in
            step(.checking)
            try tx.change(.resolveMarks(in: cohort))
            try tx.change(.compareMarks(in: cohort, isFile: isFile))
            try tx.refuse(staged, .faults(SQL.`queries/attendance/faults`, programme, cohort.cohortID, day))
            step(.adding)
            try tx.change(.markStaged(in: cohort))
            step(.settling)
            try tx.change(.unenter(cohort))
            try tx.change(.enter(cohort))
            try tx.change(.start(cohort))
            step(.telling)
            try tx.tellEach(.marked(), outcome)
        }
    }
}
