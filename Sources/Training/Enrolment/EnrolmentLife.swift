public import Postgres
import TrainingSQL

extension Enrolment {
    /// A line of the list of enrolments, in the order of arrival.
    public struct Line: Sendable {
        public let participant: String
        public let familyName: String
        public let givenName: String
        public let office: Office.Code
        public let commune: String
        public let provider: String
        public let category: String
        public let status: Status
        /// On the waiting list; nil elsewhere.
        public let rank: Int?
        /// Why they wait at that rank.
        public let because: Precedence?
        public let appliedOn: Day
        public let effectiveOn: Day
        public let reason: LeavingReason?
        public let note: String?
    }

    /// One step of an enrolment's past.
    public struct Step: Sendable {
        public let step: Int32
        public let fromStatus: Status?
        public let status: Status
        public let effectiveOn: Day
        public let reason: LeavingReason?
        public let note: String?
        public let isCorrection: Bool
        public let actor: String
        /// Date and time in Paris.
        public let recordedAt: String
    }

    /// An enrolment as a command finds it; whoever moves it holds the cohort's lock.
    struct Found: Sendable {
        let enrolmentID: ID
        let officeID: Office.ID
        let status: Status
        let reason: LeavingReason?
        let effectiveOn: Day
        let appliedOn: Day
        /// The last day on which an offer stands.
        let offeredThrough: Day?
        let participant: String
    }

    /// What a step of the lifecycle did.
    public struct Moved: Equatable, Sendable {
        public let participant: String
        public let status: Status
        /// False when it stood there already.
        public let isNew: Bool
        /// Who was offered the place that came free.
        public let offeredTo: String?
        /// The last day on which they can accept it.
        public let offeredThrough: Day?
        /// On the waiting list; nil elsewhere.
        public let rank: Int?

        init(
            participant: String, status: Status, isNew: Bool, offered: Offered? = nil, rank: Int? = nil
        ) {
            (self.participant, self.status, self.isNew, self.rank) = (participant, status, isNew, rank)
            (offeredTo, offeredThrough) = (offered?.participant, offered?.through)
        }
    }

    /// Whom a place was offered to, and the last day on which they can accept it.
    public struct Offered: Equatable, Sendable {
        public let participant: String
        public let through: Day
    }

    /// Minutes of one enrolment over the half-days held while it was enrolled.
    public struct Assiduity: Sendable {
        public let enrolmentID: ID
        public let participant: String
        public let status: Status
        /// The day of the step where they stand.
        public let effectiveOn: Day
        public let plannedMinutes: Int
        public let attendedMinutes: Int
        public let unmarked: Int
        /// The first half-day still to come, its code, and how many come.
        public let nextOn: Day?
        public let next: String?
        public let toCome: Int
        /// The first half-day after the day asked about where the person was seen.
        public let seenLaterOn: Day?
    }
}

/// A half-day that a step would write anew.
struct Signed: Sendable {
    let code: String
    let date: Day
    /// The person's own mark there, when they have one.
    let status: Presence?
}

extension Query<Enrolment.Line> {
    /// The lines of the list of enrolments, for whoever takes them one by one.
    public static func enrolments(in cohort: Cohort, status: Enrolment.Status?, office: Office.Code?, on day: Day)
        -> Self
    {
        Query(
            SQL.`queries/enrolment/list`, cohort.programmeID, cohort.cohortID, status, office,
            cohort.keepsQuotas(on: day), as: Enrolment.Line.init)
    }
}

extension Query<Enrolment.Found> {
    static func enrolment(of participant: String, in cohort: Cohort) -> Self {
        Query(SQL.`queries/enrolment/find`, cohort.programmeID, cohort.cohortID, participant, as: Enrolment.Found.init)
    }
}

extension Query<Enrolment.Step> {
    static func history(of enrolment: Enrolment.ID, in programme: Programme.ID) -> Self {
        Query(SQL.`queries/enrolment/history`, programme, enrolment, as: Enrolment.Step.init)
    }
}

extension Query<Enrolment.Assiduity> {
    static func assiduity(in cohort: Cohort, on day: Day) -> Self {
        Query(SQL.`queries/enrolment/assiduity`, cohort.programmeID, cohort.cohortID, day, as: Enrolment.Assiduity.init)
    }
}

extension Query<Signed> {
    /// The last half-day with a mark of this enrolment although it is not enrolled that day.
    static func markedOutside(_ enrolment: Enrolment.ID, in programme: Programme.ID) -> Self {
        Query(SQL.`queries/enrolment/outside`, programme, enrolment, as: Signed.init)
    }

    /// The last half-day from a day on that was held while this enrolment was not enrolled.
    static func signed(without enrolment: Enrolment.ID, from day: Day, in programme: Programme.ID) -> Self {
        Query(SQL.`queries/enrolment/signed_without`, programme, enrolment, day, as: Signed.init)
    }
}

extension Command {
    static func move(_ enrolment: Enrolment.ID, by move: Enrolment.Move, in programme: Programme.ID) -> Command {
        Command(
            SQL.`queries/enrolment/move`, programme, enrolment, move.status, move.day, move.reason, move.note,
            move.isCorrection)
    }
}
