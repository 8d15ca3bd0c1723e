import Postgres
import Testing

@testable import Training

/// PostgreSQL decides who sees what: each office in turn, on every table and view there is.
struct PolicyTests {
    /// What every office of a programme may see of the others: places and who serves them, no people.
    static let sharedWithOffices: Set = ["office", "commune", "skill", "skill_said"]
    /// Reference data, which belong to no programme.
    static let reference: Set = [
        "category", "competence", "criterion", "enrolment_transition", "framework", "framework_ceiling", "migration",
        "theme",
    ]

    @Test(arguments: Example.offices)
    func anOfficeSeesItsOwnPeopleAndNobodyElse(office: String) async throws {
        try await TwoProgrammes.told { tx, both in
            let key = try both.key(of: office)
            let all = try tx.counts(of: key)
            try tx.become(.relay)
            try tx.setScope(programme: key.programme, office: key.office)
            var seen: Set<String> = []
            for (relation, count) in all {
                let visible = try tx.visible(relation, to: key)
                guard let visible else { continue }
                seen.insert(relation.name)
                #expect(visible.foreign == 0, "\(relation.name)")
                #expect(visible.all == count.own, "\(relation.name)")
                if relation.isOfOffices || relation.name == "publication" { #expect(count.own > 0, "\(relation.name)") }
            }
            #expect(
                seen.isSuperset(of: [
                    "participant", "enrolment", "attendance", "assessment", "answer", "provider", "observation",
                    "observation_correction", "skill", "temporary_access", "request_key", "publication",
                ]))
            #expect(seen.isDisjoint(with: ["evaluation", "waiting_list", "pass", "read_batch"]))
        }
    }

    /// But acts of support for its own people, which `SupportTests` try and which it may hold to correct them, and what the
    /// door's tests do.
    @Test(arguments: Example.offices)
    func anOfficeWritesNothing(office: String) async throws {
        try await TwoProgrammes.told { tx, both in
            let key = try both.key(of: office)
            let relations = try tx.relations()
            try tx.become(.relay)
            try tx.setScope(programme: key.programme, office: key.office)
            for relation in relations {
                for write in relation.writes where write != "select * from support for update" {
                    #expect(try tx.isDenied(write, relation), "\(write)")
                }
            }
        }
    }

    /// PostgreSQL holds for a change, and changes, only what was done for those whom the office follows, whoever did it, and only
    /// what may be corrected; the trail says which office did.
    @Test(arguments: Example.offices)
    func anOfficeCorrectsActsForItsOwnPeopleAndNoOther(office: String) async throws {
        try await TwoProgrammes.told { tx, both in
            let key = try both.key(of: office)
            let own = "(programme_id = $1 and office_id = $2)"
            try tx.script(
                "others",
                "update support set by_office_id = (select o.office_id from office o where o.programme_id = support.programme_id and o.office_id <> support.office_id order by o.code limit 1) where minutes = 45 and support_id in (select distinct on (office_id) support_id from support order by office_id, support_id)"
            )
            let foreign = "select count(*) from support where not \(own)"
            #expect(try tx.value(foreign, key.programme, key.office, of: Int.self) > 0)
            let expected = try tx.value(
                "select count(*) from support where \(own)", key.programme, key.office, of: Int.self)
            #expect(expected > 0)
            try tx.become(.relay)
            try tx.setScope(programme: key.programme, office: key.office)
            let held = "select count(*) from (select support_id from support for update) x"
            #expect(try tx.value(held, of: Int.self) == expected)
            #expect(
                try tx.run(Command(name: "correct", text: "update support set minutes = 1, reason = 'Essai'"))
                    == expected)
            let trail = "select count(*) from support_correction where reason = 'Essai' and by_office_id = $1"
            #expect(try tx.value(trail, key.office, of: Int.self) == expected)
            for column in ["office_id", "by_office_id", "enrolment_id", "supported_on", "theme", "step", "logged_by"] {
                let error = try tx.failure { try $0.script("change", "update support set \(column) = \(column)") }
                #expect(error?.sqlState == "42501", "\(column)")
            }
        }
    }

    @Test(arguments: Example.offices)
    func joinsSortingAndErrorsTellAnOfficeNothingOfTheOthers(office: String) async throws {
        try await TwoProgrammes.told { tx, both in
            let key = try both.key(of: office)
            let victim = Example.offices.first { $0 != office } ?? ""
            try tx.script("statistics", "analyze participant; analyze enrolment")
            try tx.become(.relay)
            try tx.setScope(programme: key.programme, office: key.office)
            let id = key.office
            for probe in Self.probes {
                #expect(try tx.value(probe, "\(victim)1@example.org", id, of: Int.self) == 0, "\(probe)")
            }
            #expect(
                try tx.value(
                    "select count(*) from pg_stats where tablename in ('participant', 'enrolment')",
                    of: Int.self) == 0)
        }
    }

    /// Each counts what an office would learn of the person `$1`, who is not of its own office `$2`.
    private static let probes = [
        "select count(*) from participant where email = $1 and office_id <> coalesce($2, office_id)",
        "select count(*) from participant a where 1 / (case when a.email = $1 and $2::uuid is not null then 0 else 1 end) = 0",
        """
        select count(*) from enrolment e join participant a using (programme_id, participant_id)
        where a.email = $1 or e.office_id <> $2 or a.office_id <> $2
        """,
        """
        select count(*) from office o join lateral (
            select from participant a where a.office_id = o.office_id and (a.email = $1 or o.office_id <> $2)) x on true
        """,
        "select count(*) from (select * from participant order by office_id <> $2 desc, email = $1 desc limit 3) x where x.office_id <> $2",
        "select (exists (select from participant where email = $1 or office_id <> $2))::int::bigint",
        "select count(*) from enrolment e, enrolment_history h where e.enrolment_id = h.enrolment_id and h.office_id <> $2 and $1 <> ''",
        "select count(*) from answer a where a.office_id <> $2 and $1 <> ''",
        "select count(*) from provider p where p.name = 'Gîte de ' || split_part($1, '@', 1) or p.office_id <> $2",
    ]

    @Test(arguments: [Training.Database.Role.admin, .relay], [false, true])
    func withoutScopeNobodySeesARow(role: Training.Database.Role, isEmptied: Bool) async throws {
        try await TwoProgrammes.told { tx, both in
            let relations = try tx.relations().filter { $0.isOfProgrammes }
            try tx.become(role)
            let empty = "set local cohorte.programme = ''; set local cohorte.office = ''"
            try tx.script("scope", isEmptied ? empty : "reset cohorte.programme; reset cohorte.office")
            for relation in relations {
                let count = try tx.readable {
                    try $0.value("select count(*) from \(relation.name)", of: Int.self)
                }
                #expect(count ?? 0 == 0, "\(relation.name)")
            }
            if role == .relay {
                #expect(try tx.value("select count(*) from programme", of: Int.self) == 0)
            }
            try tx.setScope(programme: both.mine)
            try tx.script("scope", isEmptied ? "set local cohorte.office = ''" : "reset cohorte.office")
            guard role == .relay else { return }
            for relation in relations where relation.isOfOffices {
                let count = try tx.readable {
                    try $0.value("select count(*) from \(relation.name)", of: Int.self)
                }
                #expect(count ?? 0 == 0, "\(relation.name)")
            }
        }
    }

    @Test(arguments: [
        "not-a-uuid", "' or true --", "%", "00000000-0000-0000-0000-00000000000g", "\\", "{}",
    ])
    func aHostileScopeIsAnErrorAndNoRow(text: String) async throws {
        try await TwoProgrammes.told { tx, both in
            let key = try both.key(of: "albi")
            let relations = try tx.relations().filter(\.isOfOffices)
            try tx.become(.relay)
            try tx.setScope(programme: key.programme)
            _ = try tx.value("select set_config('cohorte.office', $1, true)", text, of: String.self)
            for relation in relations {
                let error = try tx.failure {
                    _ = try $0.value("select count(*) from \(relation.name)", of: Int.self)
                }
                #expect(["22P02", "42501"].contains(error?.sqlState), "\(relation.name)")
                #expect(error?.message.contains(text) != true || text == "%" || text == "\\")
            }
        }
    }

    @Test func theCoordinatorSeesAndChangesNothingOfAnotherProgramme() async throws {
        try await TwoProgrammes.told { tx, both in
            let relations = try tx.relations()
            try tx.become(.admin)
            try tx.setScope(programme: both.mine)
            for relation in relations where relation.isOfProgrammes {
                let foreign = "select count(*) from \(relation.name) where programme_id is distinct from $1"
                #expect(try tx.value(foreign, both.mine, of: Int.self) == 0, "\(relation.name)")
                #expect(
                    try tx.value("select count(*) from \(relation.name)", of: Int.self) > 0,
                    "\(relation.name)")
            }
            for change in Self.changes {
                #expect(try tx.run(Command(name: "change", text: change, arguments: [both.theirs])) == 0)
            }
            for insertion in Self.insertions {
                let error = try tx.failure {
                    try $0.run(Command(name: "insert", text: insertion, arguments: [both.theirs]))
                }
                #expect(error?.sqlState == "42501", "\(insertion)")
            }
        }
    }

    private static let changes = [
        "update cohort set status = 'closed' where programme_id = $1",
        "update enrolment set status = 'completed' where programme_id = $1",
        "update attendance set status = 'absent', minutes = 0, reason = '-' where programme_id = $1",
        "update session set is_cancelled = true where programme_id = $1",
        "update support set minutes = 1, reason = '-' where programme_id = $1",
    ]
    private static let insertions = [
        "insert into office values ($1, gen_random_uuid(), 'intruse', 'Intruse', 'Intruse')",
        "insert into instrument values ($1, gen_random_uuid(), 'intrus', 1, 'Intrus', 'essai-1.0')",
        "insert into cohort select $1, gen_random_uuid(), 'intruse', title, places, starts_on, ends_on, 80, null, 'overall', 'open' from cohort",
    ]

    @Test func whatIsHistoryIsNeitherChangedNorTakenAway() async throws {
        let appended = [
            "enrolment_history", "attendance_correction", "missing_assessment", "assessment",
            "evaluation", "final_evaluation", "written_evaluation", "publication", "item", "participant_merge",
            "participant_transfer", "enrolment_origin", "observation_correction", "skill",
            "network_answer", "network_naming", "network_retraction",
            "support_correction", "anonymous_answer", "item_mapping", "read_batch", "temporary_access", "request_key",
        ]
        try await TwoProgrammes.told { tx, both in
            let relations = try tx.relations()
            try tx.become(.admin)
            try tx.setScope(programme: both.mine)
            for relation in relations {
                let forbidden = relation.writes.filter { write in
                    write.hasPrefix("delete") || write.hasPrefix("truncate")
                        || (appended.contains(relation.name) && write.hasPrefix("update"))
                }
                for write in forbidden { #expect(try tx.isDenied(write, relation), "\(write)") }
            }
        }
    }
}
