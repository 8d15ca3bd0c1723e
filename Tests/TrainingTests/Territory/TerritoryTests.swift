import Postgres
import Testing

@testable import Training

/// Programmes, offices, communes and days: said twice they are unchanged, said otherwise they are refused.
struct TerritoryTests {
    @Test func whatIsSaidTwiceIsUnchangedAndOtherwiseRefused() async throws {
        try await TestDatabase.undone { (tx) throws in
            try tx.become(.admin)
            let code = Programme.Code(rawValue: Example.code("territoire"))
            #expect(try tx.addProgramme(code, name: "Territoire") == .added)
            #expect(try tx.addProgramme(code, name: "Territoire") == .unchanged)
            #expect(try tx.rule { try $0.addProgramme(code, name: "Autre") } == "programme_is_known_otherwise")
            let id: Programme.ID = try tx.value("select id from programme where code = $1", code)
            try tx.setScope(programme: id)
            #expect(try tx.addOffice("albi", name: "Office d’Albi", shortName: "Albi", to: id) == .added)
            #expect(try tx.addOffice("albi", name: "Office d’Albi", shortName: "Albi", to: id) == .unchanged)
            let other = try tx.rule { try $0.addOffice("albi", name: "Autre", shortName: "Albi", to: id) }
            #expect(other == "office_is_known_otherwise")
        }
    }

    @Test(arguments: ["Albi", "a_b", "-a", "a--b", "é", "", "a b", String(repeating: "a", count: 61)])
    func aCodeIsKebabCaseForTheDatabaseToo(code: String) async throws {
        try await TestDatabase.inProgramme { (tx, programme) throws in
            #expect(
                try tx.rule { try $0.addOffice(.init(rawValue: code), name: "N", shortName: "N", to: programme) } != nil
            )
            #expect(
                try tx.rule { try $0.openCohort(.init(rawValue: code), in: programme) } == "cohort_code_is_kebab_case")
        }
    }

    @Test(arguments: [
        "albi", "ALBI", "Office de tourisme albi", "OFFICE  DE TOURISME-ALBI", "o\u{66}fice de tourisme albi",
    ])
    func anOfficeIsFoundByCodeOrNameInAnySpelling(name: String) async throws {
        try await TestDatabase.inProgramme { tx, programme in
            let office = try tx.office(name, of: programme)
            #expect(office.code == "albi")
        }
    }

    @Test func everyBadCommuneIsListedAndNothingIsAdded() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            let before = try tx.digest(of: programme)
            let bad = try tx.refusedLines { tx in
                try tx.importCommunes(
                    Lines([
                        Commune.Request(insee: "81999", name: "Neuve", office: "albi"),
                        Commune.Request(insee: "81998", name: "Perdue", office: "paris"),
                        Commune.Request(insee: "81999", name: "Neuve", office: "albi"),
                        Commune.Request(insee: "81004", name: "Albi", office: "centre-tarn"),
                        Commune.Request(insee: "81063", name: "Castelnau", office: "albi"),
                    ]), to: programme)
            }
            #expect(bad.map(\.line) == [3, 4, 5, 6])
            #expect(bad.map(\.column) == ["office", "insee", "insee", "insee"])
            let again = try tx.importCommunes(
                Lines([.init(insee: "81004", name: "Albi", office: "ALBI")]), to: programme)
            #expect(again == (0, 1))
            #expect(try tx.digest(of: programme) == before)
        }
    }

    @Test(arguments: ["8100", "810040", "2C004", "81 04", "ABCDE"])
    func anInseeCodeHasItsForm(insee: String) async throws {
        try await TestDatabase.inProgramme { tx, programme in
            let line = Commune.Request(insee: insee, name: "N", office: "albi")
            let rule = try tx.rule { try $0.importCommunes(Lines([line]), to: programme) }
            #expect(rule == "commune_has_an_insee_code")
        }
    }

    /// Two communes of one name: the office decides, or the INSEE code.
    @Test func anAmbiguousCommuneAsksForItsInseeCode() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            let twins = [("81901", "albi"), ("81902", "albi"), ("81903", "centre-tarn")]
            let communes = twins.map { Commune.Request(insee: $0.0, name: "Saint-Jean", office: $0.1) }
            _ = try tx.importCommunes(Lines(communes), to: programme)
            try tx.openCohort(in: programme)
            let bad = try tx.refusedLines { try $0.enrol([Example.person("a", commune: "saint jean")], in: programme) }
            #expect(bad.map(\.column) == ["commune"])
            try tx.enrol([Example.person("b", commune: "81902")], in: programme)
            try tx.enrol([Example.person("c", of: "centre-tarn", commune: "Saint Jean")], in: programme)
            let places = try tx.column(
                "select insee from provider where programme_id = $1 order by insee", programme, of: String.self)
            #expect(places == ["81902", "81903"])
        }
    }

    @Test(arguments: [
        ("2021-10-31T00:30:00+02:00", "2021-10-31"), ("2021-10-30T22:30:00Z", "2021-10-31"),
        ("2021-12-31T23:30:00Z", "2022-01-01"),
        ("2021-06-30T21:59:59Z", "2021-06-30"), ("2021-06-30T22:00:00Z", "2021-07-01"),
    ])
    func anInstantIsADayInParis(instant: String, day: String) async throws {
        try await TestDatabase.undone { tx in
            for zone in ["UTC", "Pacific/Auckland", "America/Los_Angeles"] {
                try tx.script("zone", "set local timezone = '\(zone)'")
                #expect(try tx.day(.instant(Instant(rawValue: instant))) == Example.day(day))
            }
        }
    }

    @Test(arguments: ["hier", "2021-02-30T00:00:00Z", "", "2021-13-01", "'; select 1"])
    func whatIsNoInstantIsRefused(text: String) async throws {
        try await TestDatabase.undone { (tx) throws in
            #expect(try tx.rule { _ = try $0.day(.instant(Instant(rawValue: text))) } == "instant_exists")
        }
    }
}
