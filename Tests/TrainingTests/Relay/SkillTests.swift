import Postgres
import Testing

@testable import Training

/// What offices can help with: said, said anew, valid on a day, and who of them can help.
struct SkillTests {
    private static func skill(
        _ office: String, _ theme: String = "site_web", _ level: Int = 3, level named: Int? = nil, hours: Double? = nil,
        from: Day = "2021-09-01", until: Day? = nil, note: String? = nil
    ) -> Skill.Request {
        .init(
            office: office, theme: theme, level: named ?? level, hours: hours, validFrom: from, validUntil: until,
            note: note)
    }

    private static let web = Theme.Code(rawValue: "site_web")

    @Test func saidTwiceIsUnchangedAndSaidOtherwiseIsKeptBeside() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            let file = [Self.skill("albi", hours: 2.5, note: "Lou"), Self.skill("CENTRE-TARN", "Thème outils", 4)]
            #expect(try tx.setSkills(file, in: programme) == [.added, .added])
            #expect(try tx.setSkills(file, in: programme) == [.unchanged, .unchanged])
            #expect(try tx.setSkills([Self.skill("albi", level: 4)], in: programme) == [.changed])
            let lines = try tx.skills(of: programme)
            #expect(
                lines.map { "\($0.office) \($0.theme.rawValue) \($0.level)" } == [
                    "albi site_web 4", "centre-tarn outils 4",
                ])
            #expect(try tx.value("select count(*) from skill where programme_id = $1", programme, of: Int.self) == 3)
        }
    }

    @Test func theOfficeThatAsksIsFirstThenTheMostSkilledThenWhoHasMostHours() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.setSkills(
                [
                    Self.skill("albi", hours: 1), Self.skill("centre-tarn", hours: 8),
                    Self.skill("pays-cordais", level: 4),
                    Self.skill("segala-tarnais", level: 1), Self.skill("vallee-du-tarn", "outils", 4),
                ], in: programme)
            for (own, level, offices) in [
                ("segala-tarnais", 1, ["segala-tarnais", "pays-cordais", "centre-tarn", "albi"]),
                ("vallee-du-tarn", 3, ["pays-cordais", "centre-tarn", "albi"]), (nil, 4, ["pays-cordais"]),
            ] as [(Office.Code?, Int, [Office.Code])] {
                let matches = try tx.matches(Self.web, of: programme, on: "2021-12-01", atLeast: level, own: own)
                #expect(matches.map(\.office) == offices)
            }
            let rule = try tx.rule {
                let theme = Theme.Code(rawValue: "commune")
                _ = try $0.matches(theme, of: programme, on: "2021-12-01", atLeast: 1, own: nil)
            }
            #expect(rule == "theme_is_known")
        }
    }

    /// The last first day that has come counts, for as long as it holds; then the one before counts again.
    @Test func aSkillHoldsFromItsFirstDayToItsLast() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.setSkills(
                [
                    Self.skill("albi", level: 2), Self.skill("albi", level: 4, from: "2021-11-01", until: "2021-11-30"),
                    Self.skill("centre-tarn", level: 3, until: "2021-10-31"),
                ], in: programme)
            for (day, levels) in [
                ("2021-08-31", []), ("2021-10-31", ["centre-tarn 3", "albi 2"]), ("2021-11-01", ["albi 4"]),
                ("2021-11-30", ["albi 4"]), ("2021-12-01", ["albi 2"]),
            ] as [(Day, [String])] {
                let matches = try tx.matches(Self.web, of: programme, on: day, atLeast: 1, own: nil)
                #expect(matches.map { "\($0.office) \($0.level)" } == levels)
                #expect(try tx.skills(of: programme, on: day).count == levels.count)
            }
        }
    }

    @Test func whatNoOfficeCoversIsAGap() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.setSkills(
                [Self.skill("albi", level: 2), Self.skill("albi", "outils", 4, until: "2021-12-31")], in: programme)
            for (day, level, gaps) in [
                ("2021-12-31", 1, ["joignabilite 0", "destination 0"]),
                ("2022-01-01", 1, ["joignabilite 0", "destination 0", "outils 0"]),
                ("2021-12-31", 3, ["joignabilite 0", "site_web 2", "destination 0"]),
            ] as [(Day, Int, [String])] {
                let found = try tx.skillGaps(of: programme, on: day, atLeast: level)
                #expect(found.map { "\($0.theme.rawValue) \($0.bestLevel ?? 0)" } == gaps)
            }
        }
    }

    @Test func everyBadLineIsNamed() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            let refused = try tx.refusedLines {
                try $0.setSkills(
                    [
                        Self.skill("albi"), Self.skill("ailleurs"), Self.skill("albi", "cuisine"),
                        Self.skill("albi", "commune"), Self.skill("albi", "outils", until: "2021-08-31"),
                        Self.skill("ALBI"),
                    ], in: programme)
            }
            #expect(
                refused.map { "\($0.line ?? 0) \($0.column ?? "") \($0.reason.french.prefix(24))" } == [
                    "3 office office inconnu ; offices", "4 theme thème inconnu ; thèmes c",
                    "5 theme thème inconnu ; thèmes c", "6 valid_until la fin précède le début ",
                    "7 theme déjà donné à la ligne 2",
                ])
            #expect(try tx.skills(of: programme).isEmpty)
        }
    }

    /// Each office reads the skills of all five, and of no other programme.
    @Test(arguments: Example.offices) func everyOfficeFindsWhoCanHelp(office: String) async throws {
        try await TwoProgrammes.told { tx, both in
            let key = try both.key(of: office)
            try tx.become(.relay)
            try tx.setScope(programme: key.programme, office: key.office)
            let matches = try tx.matches(
                Self.web, of: key.programme, on: "2021-12-01", atLeast: 1, own: .init(rawValue: office))
            #expect(matches.count == 5 && matches.first?.office.rawValue == office && matches.first?.isOwn == true)
            let seen = try tx.observations(in: key.programme)
            #expect(Set(seen.map(\.office.rawValue)) == [office])
            #expect(try tx.observations(in: both.theirs).isEmpty && tx.skills(of: both.theirs).isEmpty)
        }
    }
}
