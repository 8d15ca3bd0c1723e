public import Postgres
import TrainingSQL

/// A certificate of completion (attestation de fin de formation): what it says, from the rows that the figures count.
public struct Certificate: Sendable {
    public let programme: String
    public let cohort: Cohort.Code
    public let title: String
    public let minimumAssiduity: Int
    public let person: Person
    public let attended: [Attended]

    /// Whom a certificate is about, and what keeps it back.
    public struct Person: Sendable {
        let arrival: Int32
        public let participant: String
        public let familyName: String
        public let givenName: String
        public let provider: String
        public let commune: String
        public let office: String
        public let status: Enrolment.Status
        /// Of half-days held while enrolled, exempt ones left out.
        public let plannedMinutes: Int
        public let attendedMinutes: Int
        /// The half-days not marked, by their codes; empty when there is none.
        let unmarked: String
        /// The half-days that are still to be held.
        let toCome: String

        /// `P01` for the first to arrive.
        public var pseudonym: String { Evaluation.pseudonym(arrival) }
    }

    /// A half-day that somebody attended.
    public struct Attended: Sendable {
        let arrival: Int32
        public let date: Day
        public let halfDay: Session.HalfDay
        public let theme: String
        public let minutes: Int32
        public let mode: Session.Mode
    }

    /// The certificates of a cohort that can be made, and why the others cannot.
    public struct Batch: Sendable {
        public let made: [Certificate]
        public let refused: [Refusal]
        /// How many entered and left before the end, whom no certificate awaits.
        public let left: Int
    }
}

extension Certificate.Person {
    /// Every reason why there is no certificate yet; none when there can be one.
    func missing(minimum: Int) -> [Refusal] {
        var missing: [Refusal] = []
        func refuse(_ rule: String, _ french: String, _ english: String) {
            missing.append(Refusal(rule: rule, "\(participant) : \(french).", "\(participant): \(english)."))
        }
        if status != .completed {
            refuse(
                "certificate_needs_completion", "parcours non terminé (\(status.label.french))",
                "not completed (\(status.label.english))")
        }
        if !toCome.isEmpty {
            refuse(
                "certificate_follows_the_last_half_day", "séances à venir : \(toCome)", "sessions to come: \(toCome)")
        }
        if !unmarked.isEmpty {
            refuse("certificate_needs_every_mark", "émargement non renseigné : \(unmarked)", "unmarked: \(unmarked)")
        }
        if plannedMinutes == 0 || attendedMinutes * 100 < minimum * plannedMinutes {
            refuse(
                "certificate_needs_the_minimum_assiduity",
                "\(attendedMinutes) min suivies sur \(plannedMinutes), moins que les \(minimum) % demandés",
                "\(attendedMinutes) min attended of \(plannedMinutes), less than the \(minimum)% required")
        }
        return missing
    }

    /// Whether a certificate may be expected for this enrolment.
    var isAwaited: Bool { [.enrolled, .active, .suspended, .completed].contains(status) }
    var hasLeft: Bool { [.droppedOut, .excluded].contains(status) }
}

extension Query<Certificate.Person> {
    static func certified(in cohort: Cohort, on day: Day, _ enrolment: Enrolment.ID?) -> Self {
        Query(
            SQL.`queries/enrolment/certified`, cohort.programmeID, cohort.cohortID, day, enrolment,
            as: Certificate.Person.init)
    }
}

extension Query<Certificate.Attended> {
    static func attended(in cohort: Cohort, on day: Day) -> Self {
        Query(
            SQL.`queries/attendance/attended`, cohort.programmeID, cohort.cohortID, day, as: Certificate.Attended.init)
    }
}

extension Transaction {
    /// The certificates of everybody who may have one as of `day`, or of one person. Within one snapshot.
    public func certificates(
        in code: Cohort.Code, of programme: Programme.ID, for participant: String? = nil, on day: Day
    ) throws -> Certificate.Batch {
        let cohort = try cohort(code, of: programme)
        try planForMany(of: programme, in: cohort.cohortID)
        let wanted = try participant.map { try enrolment(of: $0, in: cohort).enrolmentID }
        let people = try ask(.certified(in: cohort, on: day, wanted))
        let attended = Dictionary(grouping: try ask(.attended(in: cohort, on: day)), by: \.arrival)
        let name = try self.programme(programme).name
        let minimum = Int(cohort.minimumAssiduity)
        let awaited = people.filter { participant != nil || $0.isAwaited }
        let made = awaited.filter { $0.missing(minimum: minimum).isEmpty }.map { person in
            Certificate(
                programme: name, cohort: cohort.code, title: cohort.title, minimumAssiduity: minimum, person: person,
                attended: attended[person.arrival] ?? [])
        }
        return Certificate.Batch(
            made: made, refused: awaited.flatMap { $0.missing(minimum: minimum) },
            left: participant == nil ? people.count(where: \.hasLeft) : 0)
    }
}
