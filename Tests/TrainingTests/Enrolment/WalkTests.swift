import Postgres
import Testing

@testable import Training

/// Any sequence of commands, sensible or not, by whoever may give them.
struct WalkTests {
    @Test(arguments: 0..<16)
    func noSequenceOfCommandsOversellsLosesARankOrItsHistory(seed: UInt64) async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            var walk = Walk(seed, programme)
            let quotas = seed.isMultiple(of: 3) ? [] : [(office: "albi", seats: 2), (office: "centre-tarn", seats: 1)]
            try tx.openCohort(
                places: 5, quotas: quotas, quotaUntil: seed.isMultiple(of: 2) ? "2021-09-25" : nil, minimum: 0,
                in: programme)
            _ = try tx.schedule(Lines(Transaction.sessions), in: "pilote", of: programme)
            for step in 0..<60 {
                let said = try walk.step(tx)
                let held = try tx.statuses(in: programme).count { $0.holdsASeat }
                #expect(held <= 5, "step \(step): \(said)")
                if step % 5 == 4 { try tx.expectSoundSeats(in: programme, on: walk.day) }
            }
            #expect(walk.done > 15, "most of the walk was refused")
        }
    }
}

/// Somebody who types commands at random while the days go by.
private struct Walk {
    private var random: SeededGenerator
    private let programme: Programme.ID
    private var people = 0
    private(set) var day: Day = "2021-09-01"
    private(set) var done = 0

    init(_ seed: UInt64, _ programme: Programme.ID) {
        (random, self.programme) = (SeededGenerator(seed + 77), programme)
    }

    private enum Verb: CaseIterable {
        case apply, applyAgain, offer, accept, decline, withdraw, reject, dropOut, exclude, suspend, resume, complete
        case completeAll, reopen, expire, attend, correct, merge, unmerge, transfer, close
    }

    /// Takes one step, which may be refused, and says which.
    mutating func step(_ tx: borrowing Transaction) throws -> String {
        day = try tx.value("select $1::date + \(Int.random(in: 0...3, using: &random))", day)
        let isBeginning = people < 6 || day < "2021-09-06"
        let drawn = Verb.allCases.randomElement(using: &random) ?? .apply
        let verb = isBeginning || (drawn == .close && day < "2021-11-15") ? .apply : drawn
        let (one, other) = (name(), name())
        do {
            try tx.attempt { tx in try self.carryOut(verb, one, other, tx) }
            done += 1
        } catch let refusal as Refusal {
            return "\(verb) \(one) on \(day): \(refusal.rule)"
        } catch is LinesRefused {
            return "\(verb) \(one) on \(day): lines refused"
        }
        if verb == .apply { people += 2 }
        return "\(verb) \(one) on \(day)"
    }

    private mutating func name() -> String { "p\(Int.random(in: 0...max(people - 1, 0), using: &random))" }

    private func carryOut(_ verb: Verb, _ one: String, _ other: String, _ tx: borrowing Transaction) throws {
        switch verb {
        case .apply:
            try enrol(Example.people(people..<people + 1), tx)
            try enrol(Example.people(people + 1..<people + 2, of: "centre-tarn"), tx)
        case .applyAgain: try enrol([Example.person(one)], tx)
        case .offer: _ = try tx.offerNext(in: tx.lockedCohort("pilote", of: programme), on: day)
        case .accept: try move(one, to: .enrolled, from: [.offered], tx)
        case .decline: try move(one, to: .withdrawn, from: [.offered], tx)
        case .withdraw: try move(one, to: .withdrawn, tx)
        case .reject: try move(one, to: .rejected, tx)
        case .dropOut: try move(one, to: .droppedOut, tx)
        case .exclude: try move(one, to: .excluded, tx)
        case .suspend: try move(one, to: .suspended, tx)
        case .resume: try move(one, to: .active, from: [.suspended], tx)
        case .complete: _ = try tx.complete("\(one)@example.org", in: "pilote", of: programme, on: day)
        case .completeAll: _ = try tx.complete(nil, in: "pilote", of: programme, on: day)
        case .reopen:
            _ = try tx.reopen("\(one)@example.org", in: "pilote", of: programme, on: day, note: "Erreur de saisie")
        case .expire: try tx.expire(on: day, in: programme)
        case .attend:
            try tx.attend([.mark("s1", one, .present), .mark("s1", other, .late, 20)], in: programme, on: day)
        case .correct: try tx.attend([.mark("s1", one, .absent, reason: "Relu")], in: programme, on: day)
        case .merge:
            _ = try tx.merge(one + "@example.org", into: other + "@example.org", of: programme, reason: "Essai")
        case .unmerge: _ = try tx.unmerge("\(one)@example.org", of: programme, reason: "Essai")
        case .transfer: _ = try tx.transfer("\(one)@example.org", to: "pays-cordais", of: programme, reason: "Essai")
        case .close: _ = try tx.close("pilote", of: programme)
        }
    }

    private func enrol(_ people: [Enrolment.Request], _ tx: borrowing Transaction) throws {
        let on = people.map {
            Enrolment.Request(
                office: $0.office, commune: $0.commune, provider: $0.provider, category: $0.category,
                familyName: $0.familyName, givenName: $0.givenName, email: $0.email, phone: nil, appliedOn: day)
        }
        _ = try tx.enrol(Lines(on), in: "pilote", of: programme, on: day)
    }

    private func move(
        _ name: String, to status: Enrolment.Status, from: Set<Enrolment.Status>? = nil, _ tx: borrowing Transaction
    ) throws {
        let move = Enrolment.Move(to: status, from: from, on: day, reason: .other, note: "Essai")
        _ = try tx.move("\(name)@example.org", in: "pilote", of: programme, by: move)
    }
}
