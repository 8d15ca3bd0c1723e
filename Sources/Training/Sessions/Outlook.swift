public import Postgres
import TrainingSQL

extension Attendance {
    /// Whether somebody can still reach the assiduity that their cohort requires.
    public enum Prospect: String, CaseIterable, Labelled, Sendable {
        /// Even if absent from now on.
        case reached
        case withinReach = "within_reach"
        case outOfReach = "out_of_reach"
        /// No half-day is planned for them.
        case nothingPlanned = "nothing_planned"

        public var label: Sentence {
            switch self {
            case .reached: Sentence("acquis", "reached")
            case .withinReach: Sentence("possible", "within reach")
            case .outOfReach: Sentence("hors d’atteinte", "out of reach")
            case .nothingPlanned: Sentence("rien de prévu", "nothing planned")
            }
        }
    }

    /// Half-days and minutes of one enrolment so far, and what is still possible. Exempt half-days count nowhere.
    struct Tally: Sendable {
        let participant: String
        let familyName: String
        let givenName: String
        let office: Office.Code
        let status: Enrolment.Status
        let attended: Int
        let held: Int
        let planned: Int
        let unmarked: Int
        let attendedMinutes: Int
        let heldMinutes: Int
        let plannedMinutes: Int
        /// Of half-days to come without an announced absence, and of those held and not marked yet.
        let openMinutes: Int
    }

    /// A line of the outlook of a cohort.
    public struct Outlook: Sendable {
        public let participant: String
        public let familyName: String
        public let givenName: String
        public let office: Office.Code
        public let status: Enrolment.Status
        /// Half-days: attended, held by the day asked about, planned over the whole cohort, held and not marked.
        public let attended: Int
        public let held: Int
        public let planned: Int
        public let unmarked: Int
        public let attendedMinutes: Int
        public let heldMinutes: Int
        public let plannedMinutes: Int
        /// Attended of the minutes held so far, 0...1; nil before the first half-day.
        public let assiduity: Double?
        /// What it becomes over the whole cohort if nothing more is missed, 0...1.
        public let bestPossible: Double?
        /// In per cent of the planned minutes.
        public let minimumAssiduity: Int32
        /// How many minutes may still be missed; below 0 the minimum is out of reach.
        public let spareMinutes: Int
        public let prospect: Prospect

        init(_ tally: Tally, minimum: Int32) {
            (participant, familyName, givenName) = (tally.participant, tally.familyName, tally.givenName)
            (office, status) = (tally.office, tally.status)
            (attended, held, planned, unmarked) = (tally.attended, tally.held, tally.planned, tally.unmarked)
            (attendedMinutes, heldMinutes) = (tally.attendedMinutes, tally.heldMinutes)
            (plannedMinutes, minimumAssiduity) = (tally.plannedMinutes, minimum)
            let possible = tally.attendedMinutes + tally.openMinutes
            assiduity = share(tally.attendedMinutes, of: tally.heldMinutes)
            bestPossible = share(possible, of: tally.plannedMinutes)
            let needed = Int(minimum) * tally.plannedMinutes
            let missing = needed - possible * 100
            spareMinutes = missing > 0 ? -((missing + 99) / 100) : -missing / 100
            prospect =
                tally.plannedMinutes == 0
                ? .nothingPlanned
                : tally.attendedMinutes * 100 >= needed ? .reached : missing <= 0 ? .withinReach : .outOfReach
        }

        /// `5 sur 5 tenues, 5 sur 10 prévues`, and what is not marked.
        public var words: Sentence {
            Sentence(
                "\(attended) sur \(held) tenue\(held > 1 ? "s" : ""), \(attended) sur \(planned) prévue\(planned > 1 ? "s" : "")"
                    + (unmarked > 0 ? ", \(unmarked) non renseignée\(unmarked > 1 ? "s" : "")" : ""),
                "\(attended) of \(held) held, \(attended) of \(planned) planned"
                    + (unmarked > 0 ? ", \(unmarked) unmarked" : ""))
        }
    }
}

/// A share, 0...1; nil of nothing.
private func share(_ part: Int, of whole: Int) -> Double? { whole > 0 ? Double(part) / Double(whole) : nil }

extension Query<Attendance.Tally> {
    static func tallies(in cohort: Cohort, on day: Day, justMarked: Bool) -> Self {
        Query(
            SQL.`queries/attendance/outlook`, cohort.programmeID, cohort.cohortID, day, justMarked,
            as: Attendance.Tally.init)
    }
}

extension Transaction {
    /// What each enrolment of a cohort has attended by `day`, and whether the cohort's minimum can still be reached.
    ///
    /// Only of those marked in this transaction, when `justMarked`.
    public func outlook(in cohort: Cohort, on day: Day, justMarked: Bool = false) throws -> [Attendance.Outlook] {
        try ask(.tallies(in: cohort, on: day, justMarked: justMarked)).map {
            .init($0, minimum: cohort.minimumAssiduity)
        }
    }
}
