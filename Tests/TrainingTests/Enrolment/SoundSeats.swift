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
    /// Seats held are no more than the places, ranks run from 1 without gaps in the right order, and the history told again
    /// ends where everybody stands.
    func expectSoundSeats(in programme: Programme.ID) throws {
        let cohort = try cohort(in: programme)
        let enrolments = try enrolments(in: cohort)
        let held = enrolments.filter { $0.status.holdsASeat }
        #expect(held.count <= Int(cohort.places))
        let waiting = enrolments.filter { $0.status == .waitlisted }
        #expect(waiting.compactMap(\.rank).sorted() == Array(1..<waiting.count + 1))
        #expect(enrolments.allSatisfy { ($0.rank != nil) == ($0.status == .waitlisted) })

        let quotas = Dictionary(uniqueKeysWithValues: try quotas(of: cohort).map { ($0.office, Int($0.seats)) })
        func comesLater(_ line: Enrolment.Line) -> Int {
            held.count { $0.office == line.office } < quotas[line.office] ?? 0 ? 0 : 1
        }
        let first = waiting.enumerated().sorted {
            (comesLater($0.element), $0.element.appliedOn, $0.offset) < (
                comesLater($1.element), $1.element.appliedOn, $1.offset
            )
        }
        #expect(first.map(\.element.rank) == Array(1..<waiting.count + 1).map(Optional.some))

        for line in enrolments {
            let steps = try history(of: line.participant, in: cohort)
            #expect(steps.map { Int($0.step) } == Array(1...steps.count))
            #expect(steps.first?.fromStatus == nil && steps.first?.status == .applied)
            #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.status == $1.fromStatus })
            #expect(steps.last?.status == line.status && steps.last?.effectiveOn == line.effectiveOn)
            #expect(steps.last?.reason == line.reason && steps.last?.note == line.note)
        }
    }
}
