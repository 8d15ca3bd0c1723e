import FoundationEssentials
public import Postgres
import TrainingSQL

extension Enrolment {
    /// What a person must say to apply: one line of an enrolment file. Offices, communes and categories go by code or name.
    public struct Request: Sendable {
        let office: String, commune: String, provider: String, category: String
        let familyName: String, givenName: String, email: String?, phone: String?, appliedOn: Day?

        public init(
            office: String, commune: String, provider: String, category: String, familyName: String, givenName: String,
            email: String?, phone: String?, appliedOn: Day?
        ) {
            (self.office, self.commune, self.provider, self.category) = (office, commune, provider, category)
            (self.familyName, self.givenName, self.email, self.phone) = (familyName, givenName, email, phone)
            self.appliedOn = appliedOn
        }
    }

    /// What became of one line: new with its status and rank, or unchanged.
    public struct Outcome: Equatable, Sendable {
        public let line: Int32
        public let participant: String
        public let isUnchanged: Bool
        public let status: Status
        public let rank: Int?
    }

    static let staging = Staging(
        table: SQL.`queries/enrolment/stage`, name: "staged_enrolment",
        columns: ("line", Int32.self), ("office", String.self), ("commune", String.self), ("provider", String.self),
        ("category", String.self), ("family_name", String.self), ("given_name", String.self),
        ("email", String?.self), ("phone", String?.self), ("applied_on", Day.self), ("provider_id", Provider.ID.self),
        ("participant_id", Participant.ID.self), ("enrolment_id", Enrolment.ID.self))

    /// Writes lines as the columns of `staging`.
    fileprivate static func write(
        _ lines: [(line: Int, request: Request)], on day: Day, to rows: inout CopyRows
    ) throws {
        for (line, request) in lines {
            try rows.row { row in
                row.field(Int32(clamping: line))
                row.field(request.office)
                row.field(request.commune)
                row.field(request.provider)
                row.field(request.category)
                row.field(request.familyName)
                row.field(request.givenName)
                row.field(request.email)
                row.field(request.phone)
                row.field(request.appliedOn ?? day)
                row.field(UUID.v7())
                row.field(UUID.v7())
                row.field(UUID.v7())
            }
        }
    }
}

extension Query<Enrolment.Outcome> {
    static func outcome(in cohort: Cohort, on day: Day) -> Self {
        Query(
            SQL.`queries/enrolment/outcome`, cohort.programmeID, cohort.cohortID, cohort.keepsQuotas(on: day),
            as: Enrolment.Outcome.init)
    }
}

extension Command {
    static func resolvePlaces(in cohort: Cohort) -> Command {
        Command(SQL.`queries/enrolment/resolve_places`, cohort.programmeID)
    }
    static func resolvePeople(in cohort: Cohort) -> Command {
        Command(SQL.`queries/enrolment/resolve_people`, cohort.programmeID, cohort.cohortID)
    }
    static func addStagedProviders(to cohort: Cohort) -> Command {
        Command(SQL.`queries/enrolment/add_providers`, cohort.programmeID)
    }
    static func addStagedParticipants(to cohort: Cohort) -> Command {
        Command(SQL.`queries/enrolment/add_participants`, cohort.programmeID)
    }
    static func giveStagedEmails(in cohort: Cohort) -> Command {
        Command(SQL.`queries/enrolment/give_emails`, cohort.programmeID)
    }
    static func addStagedEnrolments(to cohort: Cohort) -> Command {
        Command(SQL.`queries/enrolment/add_staged`, cohort.programmeID, cohort.cohortID)
    }
    static func seatApplications(of cohort: Cohort, on day: Day) -> Command {
        Command(SQL.`queries/enrolment/seat`, cohort.programmeID, cohort.cohortID, day)
    }
}

extension Transaction {
    /// Enrols everybody of a file, or refuses it whole with every bad line; hands over what became of each line, in order,
    /// which holds once the transaction is done.
    ///
    /// A full cohort waitlists; who is there already is unchanged, whatever became of them. `day` is today.
    /// A provider and name known without an e-mail address take the one that a line brings.
    public func enrol(
        _ lines: some LineSource<Enrolment.Request>, in code: Cohort.Code, of programme: Programme.ID, on day: Day,
        reaching step: (ImportStep) -> Void = { _ in }, outcome: (Enrolment.Outcome) throws -> Void
    ) throws {
        let cohort = try lockedCohort(code, of: programme)
        try staged(
            Enrolment.staging, lines,
            { copy, lines in try Enrolment.write(lines, on: day, to: &copy.rows) }
        ) { tx, staged in
            step(.checking)
            try tx.change(.resolvePlaces(in: cohort))
            try tx.change(.resolvePeople(in: cohort))
            try tx.refuse(staged, .faults(SQL.`queries/enrolment/faults`, programme, cohort.cohortID, day))
            step(.adding)
            let applications = try tx.addStaged(to: cohort)
            step(.settling)
            if applications > 0 { try tx.change(.seatApplications(of: cohort, on: day)) }
            step(.telling)
            try tx.tellEach(.outcome(in: cohort, on: day), outcome)
        }
    }

    /// Adds who is new among the staged lines, and their applications; gives how many those are.
    private func addStaged(to cohort: Cohort) throws -> Int {
        try change(.addStagedProviders(to: cohort))
        try change(.addStagedParticipants(to: cohort))
        try change(.giveStagedEmails(in: cohort))
        let applications = try change(.addStagedEnrolments(to: cohort))
        guard applications == 0 || cohort.status == .open || cohort.status == .running else {
            throw Refusal(
                rule: "cohort_takes_applications_while_open",
                "La cohorte « \(cohort.code) » est close : on ne s’y inscrit plus.",
                "The cohort \"\(cohort.code)\" is closed: it takes no more applications.")
        }
        return applications
    }
}

extension Enrolment.Outcome: Spooled {
    public func write(to bytes: inout SpoolBytes) {
        bytes.put(line)
        bytes.put(participant)
        bytes.put(Int32(isUnchanged ? 1 : 0))
        bytes.put(status.rawValue)
        bytes.put(rank.map { Int32(clamping: $0) } ?? -1)
    }

    public init(from bytes: inout SpoolBytes) {
        line = bytes.takeInt32()
        participant = bytes.takeText() ?? ""
        isUnchanged = bytes.takeInt32() == 1
        status = bytes.takeText().flatMap(Enrolment.Status.init(rawValue:)) ?? .applied
        let rank = Int(bytes.takeInt32())
        self.rank = rank < 0 ? nil : rank
    }
}
