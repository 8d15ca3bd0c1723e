import Postgres
import Testing

@testable import Training

/// Who may be known twice, and who is not made twice in the first place.
struct DuplicateTests {
    @Test func pairsLookAlikeWhateverTheAccentsAndCase() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(in: programme)
            try tx.enrol(
                [
                    Example.person(
                        "Éxemple-un", provider: "Gîte de l’Étang", email: "zoe@example.org", givenName: "Zoé"),
                    Example.person("EXEMPLE UN", provider: "GITE DE L'ETANG", email: "z@example.org", givenName: "zoe"),
                    Example.person("autre", email: "zoé@example.org"),
                    Example.person("seule"), Example.person("seule", provider: "Gîte voisin", email: "s@example.org"),
                ], in: programme)
            let pairs = try tx.duplicates(in: programme)
            #expect(
                Set(pairs.map { Set([$0.participant, $0.other]) }) == [
                    ["zoe@example.org", "z@example.org"], ["zoe@example.org", "zoé@example.org"],
                ])
            #expect(
                pairs.first { [$0.participant, $0.other].contains("z@example.org") }?.because == .sameNameAndProvider)
            #expect(pairs.first { [$0.participant, $0.other].contains("zoé@example.org") }?.because == .sameEmail)
        }
    }

    @Test func whoWasMergedIsNoDuplicateAnyMore() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(in: programme)
            try tx.openCohort("suite", in: programme)
            let (one, two) = (
                Example.person("un", provider: "Gîte fictif"),
                Example.person(
                    "un", provider: "Gîte fictif", email: "autre@example.org")
            )
            try tx.enrol([one], in: programme)
            _ = try tx.enrol(Lines([two]), in: "suite", of: programme, on: "2021-06-30")
            #expect(try tx.duplicates(in: programme).count == 1)
            _ = try tx.merge("autre@example.org", into: "un@example.org", of: programme, reason: "Doublon")
            #expect(try tx.duplicates(in: programme).isEmpty)
        }
    }

    /// A provider and a name are who somebody without an address is; the address, once there is one, is theirs.
    @Test func whoWasKnownByTelephoneKeepsOneRecordWhenAnAddressComes() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(in: programme)
            try tx.openCohort("suite", in: programme)
            let phone = Example.person("un", email: .some(nil), phone: "06 39 98 01 11")
            try tx.enrol([phone], in: programme)
            let outcome = try tx.enrol(Lines([Example.person("UN")]), in: "suite", of: programme, on: "2021-06-30")
            #expect(outcome.map(\.participant) == ["un@example.org"])
            #expect(try tx.participants(of: programme).map(\.participant) == ["un@example.org", "un@example.org"])
            let before = try tx.digest(of: programme)
            for line in [phone, Example.person("un")] {
                #expect(try tx.enrol([line], in: programme).map(\.isUnchanged) == [true])
            }
            #expect(try tx.digest(of: programme) == before)
        }
    }

    @Test func twoAddressesOfOneFileAreNotBothThoseOfWhoHasNone() async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            try tx.openCohort(in: programme)
            try tx.enrol([Example.person("un", email: .some(nil), phone: "06 39 98 01 11")], in: programme)
            let before = try tx.digest(of: programme)
            let two = [Example.person("un", email: "a@example.org"), Example.person("un", email: "b@example.org")]
            let refused = try tx.refusedLines { try $0.enrol(two, in: programme) }
            #expect(refused.map(\.line) == [3] && refused.map(\.column) == ["email"])
            #expect(try tx.digest(of: programme) == before)
        }
    }
}
