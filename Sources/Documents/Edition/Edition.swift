import Statistics
import Training

/// What an evaluation tells one audience: the same figures for all, of which some may be kept back.
///
/// The page is made of this and of nothing else, so that what is not in it cannot be printed.
struct Edition: Sendable {
    let reader: Reader
    let cohort: Evaluation.CohortFacts
    let asOf: Day
    let status: Evaluation.Status
    /// k: the least number of people that a figure tells of, for whoever is not the coordinator.
    let minimumGroup: Int
    let flow: Flow
    let attendance: Attendance
    let objectives: [Objective]
    let overall: ToldFigures
    let areas: [Part]
    let competences: [Part]
    let offices: [Group]
    let categories: [Group]
    let sensitivity: [Sensitivity]
    /// R5: whether a treatment of the missing after-scores turns the sign of the mean change.
    let changesSign: Told<Bool>
    /// What is said besides the primary outcome; nil is kept back.
    var secondary: Evaluation.Secondary? = nil
    /// The parts of the evaluation that are kept back whole, by their names.
    var keptBack: Set<String> = []
    /// The territorial diagnostic; nil is "non mesuré".
    var territory: Territory? = nil
    /// The mystery mails; empty is "non mesuré", or kept back.
    var mails: [Evaluation.Mails] = []
    /// The offices' skills; nil is "non mesuré".
    var skills: Skills? = nil
    /// The cohort's ties as a release tells them; the coordinator's are in `secondary`.
    var network: [Evaluation.Release.Table] = []
    let missing: [Evaluation.Missing]
    /// Whether more is missing than is told.
    var hidesMissing = false
    /// What is kept back, by its path in `evaluation.json`.
    var withheld: [Evaluation.Release.Suppression] = []
    /// Those whom the reader may see by name: all, an office's own, or nobody.
    let people: [Evaluation.Person]
    let versions: Evaluation.Versions
    let inputsSHA256: String
    /// Of the whole evaluation, where this is a part of it.
    var evaluationSHA256: String? = nil

    /// Who reads.
    enum Reader: Equatable, Sendable {
        case coordinator
        /// An office, by its name.
        case relay(String)
        case shared

        /// Whether everybody stands in the edition by name.
        var seesEverybody: Bool { self == .coordinator }
    }

    /// R3; a count that is nil is kept back.
    struct Flow: Equatable, Sendable {
        let applied: Int?
        let enrolled: Int?
        let entered: Int?
        let completed: Int?
        let assessedBefore: Int?
        let assessedAfter: Int?
        let pairs: Int?
        let waitlisted: Int?
        /// Nil is kept back.
        let losses: [Evaluation.Loss]?
    }

    /// F16.
    struct Attendance: Sendable {
        let sessions: [Session]
        /// Scheduled and not cancelled, held or not.
        let planned: Int
        let plannedMinutes: Int
        /// Nil is kept back.
        let attendedMinutes: Int?
        let unmarked: Int

        /// Between 0 and 1; nil when it is kept back or nothing was planned.
        var assiduity: Double? {
            attendedMinutes.flatMap { plannedMinutes > 0 ? Double($0) / Double(plannedMinutes) : nil }
        }
    }

    /// One held half-day; how many came may be kept back.
    struct Session: Sendable {
        let session: Evaluation.Session
        let isWithheld: Bool

        /// How many came, and how many were expected.
        var presence: (present: Int, expected: Int)? { isWithheld ? nil : (session.present, session.expected) }
    }

    /// R10.
    struct Objective: Sendable {
        let title: Sentence
        /// Nil is "non mesuré", or kept back.
        let answer: Sentence?
        /// Nil is kept back with its answer: it may count people.
        let source: Sentence?
        let isWithheld: Bool
    }

    struct Part: Sendable {
        let code: String
        let title: Sentence
        let figures: ToldFigures
        /// Nil where there is none, or where it is kept back.
        let holmP: Double?
        /// Whether there may be one that is kept back.
        var hidesP = false
    }

    struct Group: Sendable {
        let code: String
        let name: Sentence
        let entered: Told<Int>
        let assiduity: Told<Double>
        let figures: ToldFigures
    }

    /// R5: the first treatment of the missing after-scores that turns the sign of the mean change, of those told.
    var turnedSensitivity: Sensitivity? {
        guard let change = overall.meanChange.value else { return nil }
        return sensitivity.first { ($0.meanChange ?? 0) * change < 0 }
    }

    /// R5.
    struct Sensitivity: Sendable {
        let title: Sentence
        let n: Int
        let meanChange: Double?
        let isWithheld: Bool
    }
}
