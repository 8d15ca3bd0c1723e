import Postgres
import Testing

@testable import Training

/// Numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Enrolment.Status {
    /// Held by whoever has a place, and by whoever entered.
    var holdsASeat: Bool {
        [.offered, .enrolled, .active, .suspended, .completed, .droppedOut, .excluded].contains(self)
    }
}

extension Transaction {
    /// Seats held are no more than the places, ranks of the day run from 1 without gaps in the right order, and the history
    /// told again ends where everybody stands.
    func expectSoundSeats(in programme: Programme.ID, on day: Day? = nil) throws {
        let cohort = try cohort(in: programme)
        let day = try day ?? self.day(.now)
        let enrolments = try enrolments(in: cohort, on: day)
        let held = enrolments.filter { $0.status.holdsASeat }
        #expect(held.count <= Int(cohort.places))
        let waiting = enrolments.filter { $0.status == .waitlisted }
        #expect(waiting.compactMap(\.rank).sorted() == Array(1..<waiting.count + 1))
        #expect(enrolments.allSatisfy { ($0.rank != nil) == ($0.status == .waitlisted) })
        #expect(enrolments.allSatisfy { ($0.because != nil) == ($0.status == .waitlisted) })

        let kept = cohort.keepsQuotas(on: day) ? try quotas(of: cohort) : []
        let quotas = Dictionary(uniqueKeysWithValues: kept.map { ($0.office, Int($0.seats)) })
        let lapses = try lapses(in: programme)
        let places = Dictionary(uniqueKeysWithValues: waiting.enumerated().map { ($1.participant, $0) })
        /// Whether the places left of the office's quota are for colleagues who stand before.
        func comesLater(_ line: Enrolment.Line) -> Int {
            func key(_ line: Enrolment.Line) -> (Int, Day, Int) {
                (lapses[line.participant] ?? 0, line.appliedOn, places[line.participant] ?? 0)
            }
            let before = waiting.count { $0.office == line.office && key($0) < key(line) }
            return held.count { $0.office == line.office } + before < quotas[line.office] ?? 0 ? 0 : 1
        }
        let first = waiting.enumerated().sorted {
            (lapses[$0.element.participant] ?? 0, comesLater($0.element), $0.element.appliedOn, $0.offset) < (
                lapses[$1.element.participant] ?? 0, comesLater($1.element), $1.element.appliedOn, $1.offset
            )
        }
        #expect(first.map(\.element.rank) == Array(1..<waiting.count + 1).map(Optional.some))
        #expect(try column(Self.badlyTold, programme, of: String.self) == [])
    }

    /// How many offers each person of `pilote` let lapse.
    private func lapses(in programme: Programme.ID) throws -> [String: Int] {
        let text = """
            select coalesce(a.email, a.participant_id::text) from enrolment e
            join participant a using (programme_id, participant_id) join cohort c using (programme_id, cohort_id)
            join enrolment_history h using (programme_id, enrolment_id)
            where e.programme_id = $1 and c.code = 'pilote' and h.from_status = 'offered' and h.to_status = 'waitlisted'
            """
        return try column(text, programme, of: String.self).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// The enrolments whose history, replayed, does not end where they stand, or has a gap.
    private static let badlyTold = """
        with told as (
            select h.*, lag(h.to_status) over line as was, row_number() over line as number,
                lead(h.step) over line is null as is_last
            from enrolment_history h where h.programme_id = $1
            window line as (partition by h.enrolment_id order by h.step)
        )
        select e.enrolment_id || ' ' || coalesce(h.from_status, '') || ' → ' || coalesce(h.to_status, '')
        from enrolment e left join told h on h.programme_id = e.programme_id and h.enrolment_id = e.enrolment_id
        where e.programme_id = $1 and (h.step is null or h.step <> h.number or h.from_status is distinct from h.was
            or h.actor = '' or h.is_last and (e.status, e.effective_on, e.reason, e.note, e.step)
                is distinct from (h.to_status, h.effective_on, h.reason, h.note, h.step))
        """
}
