public import Statistics

/// The bilan of one cohort, computed from a snapshot of its facts: who came, what changed, what is missing.
///
/// It holds pseudonyms only; names are joined when it is printed, so that erasing a person changes no stored byte.
public struct Evaluation: Sendable {
    public let cohort: CohortFacts
    public let audience: Audience
    /// The last day that counts.
    public let asOf: Day
    public let status: Status
    public let flow: Flow
    public let attendance: Attendance
    /// The four objectives of the cohort, each with an answer or "non mesuré", and whether another session is asked for.
    public let objectives: [Objective]
    public let figures: Scores
    public let groups: Groups
    public let sensitivity: [Sensitivity]
    /// What is said besides the primary outcome.
    public let secondary: Secondary
    /// What keeps the evaluation from being final, and who must act. Empty for a final one.
    public let missing: [Missing]
    public let versions: Versions
    /// SHA-256 of the canonical inputs, in hexadecimal.
    public let inputsSHA256: String
    /// Everybody who held a place and entered, in the order of their arrival numbers.
    public let people: [Person]

    /// Draft while something is missing; final once, until a later one supersedes it.
    public enum Status: String, Sendable { case draft, final }

    /// Who reads: the coordinator's version shows every person.
    public enum Audience: String, Sendable { case coordinator }

    public struct CohortFacts: Equatable, Sendable {
        public let code: String
        public let title: String
        public let programme: String
        public let startsOn: Day
        public let endsOn: Day
        public let places: Int
        /// The least assiduity that completes, in per cent.
        public let minimumAssiduity: Int
        /// The instrument the scores come from, as `code@version`; nil when nobody was assessed.
        public let instrument: String?
        public let framework: String?
        public let isClosed: Bool
    }

    /// R3: how many were left at each step, and why the others were not.
    public struct Flow: Equatable, Sendable {
        public let applied: Int
        /// Held a place at some time (offered ones not yet accepted are not counted).
        public let enrolled: Int
        public let entered: Int
        public let completed: Int
        public let assessedBefore: Int
        public let assessedAfter: Int
        public let pairs: Int
        /// Still on the waiting list on `asOf`.
        public let waitlisted: Int
        public let losses: [Loss]
    }

    /// People lost between two steps of the flow, by reason.
    public struct Loss: Equatable, Sendable {
        public enum Step: String, Sendable {
            case beforeEnrolling = "before_enrolling"
            case beforeEntering = "before_entering"
            case beforeCompleting = "before_completing"
            case beforeAssessment = "before_assessment"
            case afterAssessment = "after_assessment"
            case pairing
        }
        public let step: Step
        /// A coded reason (`workload`, `waitlisted`, ...); see `reasonSentence`.
        public let reason: String
        public let count: Int
        public let sentence: Sentence
    }

    /// F16.
    public struct Attendance: Equatable, Sendable {
        public let figures: AttendanceFigures
        /// Held and not cancelled, in the order of their dates.
        public let sessions: [Session]
        /// Scheduled and not cancelled, held or not.
        public let planned: Int
    }

    /// One held half-day.
    public struct Session: Equatable, Sendable {
        public let code: String
        public let date: Day
        public let halfDay: String
        public let theme: String
        public let place: String
        public let plannedMinutes: Int
        /// How many were expected (enrolled that day, not exempt), and how many came.
        public let expected: Int
        public let present: Int
        public let attendedMinutes: Int
    }

    /// R10.
    public struct Objective: Equatable, Sendable {
        /// `skills`, `destination`, `network`, `relays`, `another_session`.
        public let code: String
        public let title: Sentence
        /// Nil is "non mesuré".
        public let answer: Sentence?
        public let source: Sentence
    }

    /// The paired figures: overall (the primary outcome), then areas and competences (secondary).
    public struct Scores: Sendable {
        public let overall: PairedFigures
        public let areas: [Part]
        public let competences: [Part]

        /// m: over how many competences Holm's p is adjusted.
        public var holmM: Int { competences.count { $0.holmP != nil } }
    }

    /// The figures of one area or competence.
    public struct Part: Sendable {
        public let code: String
        public let title: Sentence
        public let figures: PairedFigures
        /// Holm over the family of competences; nil for areas and where the Wilcoxon p is null.
        public let holmP: Double?
    }

    /// The same overall figure by office and by category: they describe, they compare nothing.
    public struct Groups: Sendable {
        public let offices: [Group]
        public let categories: [Group]
    }

    public struct Group: Sendable {
        public let code: String
        public let name: Sentence
        public let entered: Int
        public let figures: PairedFigures
        public let attendance: AttendanceFigures
    }

    /// R5: the mean change under another treatment of the missing after-scores.
    public struct Sensitivity: Equatable, Sendable {
        /// `pairs_only`, `missing_unchanged`, `missing_zero`, `missing_full`.
        public let code: String
        public let title: Sentence
        public let n: Int
        public let meanChange: Double?
    }

    /// R9: one thing that is missing and who must act.
    public struct Missing: Equatable, Sendable {
        /// `attendance_unmarked`, `assessment_missing`, `cohort_not_over`, `nobody_entered`, `cohort_open`.
        public let code: String
        /// The pseudonym concerned, when it is about a person.
        public let person: String?
        /// The session or wave concerned.
        public let detail: String?
        public let sentence: Sentence
        /// The office's code, or `coordinator`.
        public let actor: String
    }

    public struct Versions: Equatable, Sendable {
        public let program: String
        public let schema: Int
    }

    /// One person as the coordinator's version shows them, under a pseudonym (`P01` by arrival number).
    public struct Person: Equatable, Sendable {
        public let pseudonym: String
        public let office: String
        public let category: String
        public let status: Enrolment.Status
        /// Coded reason of leaving.
        public let reason: String?
        /// Overall scores, 0...100, each wave alone.
        public let before: Double?
        public let after: Double?
        /// On the items answered in both waves; nil unless paired.
        public let pair: Pair?
        /// One per held session, in their order; nil when not expected there.
        public let marks: [Mark?]
        public let plannedMinutes: Int
        public let attendedMinutes: Int
    }

    /// A person's mark at one held session.
    public struct Mark: Equatable, Sendable {
        public let status: Presence
        public let minutes: Int
    }
}
