import Testing

/// The same facts give the same bytes, whenever and wherever they were typed in.
@Suite struct SameBytesTests {
    let pilot: Pilot

    init() throws { pilot = try Pilot.first.get() }

    @Test func anotherDatabaseGivesTheSameFiles() throws {
        try expectTheSame(Pilot())
    }

    @Test(arguments: [
        ["TZ": "Pacific/Auckland", "LANG": "C", "LC_ALL": "C"], ["TZ": nil, "LANG": nil],
        ["TZ": "", "LANG": "fr_FR.UTF-8"],
        ["PGTZ": "America/Adak", "PGDATESTYLE": "SQL, DMY", "TZ": "Asia/Kathmandu"],
    ])
    func theMachineIsNotSeen(_ environment: [String: String?]) throws {
        try expectTheSame(Pilot(with: environment))
    }

    @Test func theServerIsNotSeen() throws {
        let stage = try Stage()
        let settings = [
            "timezone = 'Pacific/Kiritimati'", "datestyle = 'German'", "intervalstyle = 'sql_standard'",
            "extra_float_digits = 0", "lc_numeric = 'C'", "bytea_output = 'escape'",
            "default_transaction_isolation = 'serializable'",
        ]
        for setting in settings { try Server.sql("alter database \(stage.database) set \(setting)", in: "postgres") }
        #expect(try stage.run("db migrate").code == 0)
        let run = try stage.run("demo --out bilans")
        #expect(run.code == 0, "\(run.said)")
        for (name, bytes) in pilot.files { expectSame(stage.folder.bytes("\(Pilot.folder)/\(name)"), bytes, name) }
        try expectTheSameLists(stage)
    }

    private func expectTheSame(_ other: Pilot) throws {
        #expect(other.demonstration.code == 0, "\(other.demonstration.said)")
        #expect(other.files.map(\.name) == pilot.files.map(\.name))
        for (name, bytes) in pilot.files { expectSame(other.file(name), bytes, name) }
        try expectTheSameLists(other.stage)
    }

    /// The lists in which dates and times are read back.
    private func expectTheSameLists(_ other: Stage) throws {
        for list in ["session list", "enrolment list", "attendance list", "attendance missing"] {
            let command = list + " --cohort pilote-2021 --format csv"
            expectSame(try masked(command, other), try masked(command, pilot.stage), list)
        }
    }

    private func masked(_ command: String, _ stage: Stage) throws -> [UInt8] {
        Array(Golden.masked(try stage.run(command).text).utf8)
    }
}
