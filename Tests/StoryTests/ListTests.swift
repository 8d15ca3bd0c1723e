import Synchronization
import Testing

/// The lists of the pilot, for people and for programs.
@Suite struct ListTests {
    /// The commands, and the names of their golden files.
    static let lists = [
        ("enrolment list --cohort pilote-2021", "enrolments"),
        ("enrolment list --cohort pilote-2021 --status waitlisted", "waiting"),
        ("participant list", "participants"), ("participant list --query EBAUCHE", "participants-named"),
        ("session list --cohort pilote-2021", "sessions"),
        ("attendance list --cohort pilote-2021", "attendance"),
        ("attendance list --cohort pilote-2021 --session s07", "attendance-s07"),
        ("attendance missing --cohort pilote-2021", "attendance-missing"),
        ("attendance outlook --cohort pilote-2021 --as-of 2021-11-20", "outlook"), ("session hours", "hours"),
        ("reminder list --cohort pilote-2021", "reminders"),
        ("score list --cohort pilote-2021", "scores"),
        ("score list --cohort pilote-2021 --wave after", "scores-after"),
        ("assessment missing --cohort pilote-2021", "assessments-missing"),
        ("provider list", "providers"), ("commune list", "communes"), ("commune list --office albi", "communes-albi"),
        ("office list", "offices"), ("cohort list", "cohorts"), ("programme list", "programmes"),
        ("instrument list", "instruments"), ("instrument show competences-numeriques", "items"),
        ("framework list", "frameworks"), ("framework ceilings", "ceilings"),
        ("network figures --cohort pilote-2021", "network"), ("network list --wave before", "namings"),
        ("support list --cohort pilote-2021", "support"), ("support gaps --as-of 2022-05-31", "gaps"),
        ("support overdue --as-of 2022-05-31", "overdue"), ("support load --as-of 2022-05-31", "load"),
        ("assessment windows", "windows"), ("assessment list --wave after", "dated"),
    ]
    /// What prints one object rather than a list.
    static let objects = [
        ("cohort show pilote-2021", "cohort"), ("participant show emilie.modele@example.org", "participant"),
    ]

    let stage: Stage

    init() throws { stage = try Pilot.first.get().stage }

    private static let known = Mutex<[String: Run]>([:])

    /// What a list prints; it is asked once.
    private func printed(_ command: String) throws -> Run {
        if let run = Self.known.withLock({ $0[command] }) { return run }
        let run = try stage.run(command)
        Self.known.withLock { $0[command] = run }
        return run
    }

    @Test(arguments: lists) func listsKeepTheirCells(_ command: String, _ name: String) throws {
        let run = try printed(command + " --format csv")
        #expect(run.code == 0 && run.said == "", "\(run.said)")
        Golden.expect(name + ".csv", Array(Golden.masked(run.text).utf8))
    }

    @Test(arguments: objects) func objectsKeepTheirMembers(_ command: String, _ name: String) throws {
        let run = try printed(command + " --format json")
        #expect(run.code == 0 && run.said == "", "\(run.said)")
        guard case .object = try JSON(run.bytes) else { throw Server.Failed(sentence: "\(command): no object") }
        Golden.expect(name + ".json", Array(Golden.masked(run.text).utf8))
    }

    @Test(arguments: lists) func csvAndJSONSayTheSame(_ command: String, _ name: String) throws {
        let rows = CSV.rows(try printed(command + " --format csv").bytes)
        let objects = try #require(JSON(printed(command + " --format json").bytes).list)
        let names = try #require(rows.first)
        #expect(rows.allSatisfy { $0.count == names.count })
        let cells = objects.map { object in names.map { object[$0]?.cell ?? "(not there)" } }
        #expect(cells.count == rows.count - 1)
        for (fromJSON, fromCSV) in zip(cells, rows.dropFirst()) { #expect(fromJSON == fromCSV) }
    }

    @Test(arguments: lists) func tablesHaveALineForEveryRow(_ command: String, _ name: String) throws {
        let rows = CSV.rows(try printed(command + " --format csv").bytes)
        let table = try printed(command)
        #expect(table.code == 0 && table.said == "", "\(table.said)")
        #expect(table.lines.count == max(rows.count, 2) + 1)
        #expect(table.lines.dropFirst().first?.allSatisfy { $0 == "─" || $0 == " " } == true)
    }

    @Test func tablesSpeakTheLanguageAskedForAndDataDoNot() throws {
        let list = "enrolment list --cohort pilote-2021"
        #expect(try printed(list).text.contains("abandon"))
        #expect(try printed(list + " --lang en").text.contains("dropped out"))
        let data = try printed(list + " --format csv")
        expectSame(try printed(list + " --format csv --lang en").bytes, data.bytes)
        #expect(data.text.contains(",dropped_out,"))
    }

    @Test func everyStepOfAnEnrolmentIsKept() throws {
        let run = try stage.run("enrolment show pilote-2021 emilie.modele@example.org --format json")
        let steps = try #require(JSON(run.bytes).list)
        let statuses = ["applied", "waitlisted", "offered", "enrolled", "active", "completed"]
        #expect(steps.map { $0["status"]?.cell } == statuses)
    }
}

/// CSV as the product writes it, read by the grammar of RFC 4180 alone.
enum CSV {
    static func rows(_ bytes: [UInt8], separator: Character = ",") -> [[String]] {
        let separator = separator.asciiValue
        var (rows, row, cell) = ([[String]](), [String](), [UInt8]())
        var (isQuoted, wasQuote) = (false, false)
        for byte in bytes {
            switch byte {
            case 0x22:
                if wasQuote { cell.append(byte) }
                wasQuote = !wasQuote && isQuoted
                isQuoted.toggle()
                continue
            case separator where !isQuoted, 0x0A where !isQuoted:
                row.append(String(decoding: cell, as: UTF8.self))
                cell = []
                if byte == 0x0A { (rows, row) = (rows + [row], []) }
            case 0x0D where !isQuoted: break
            default: cell.append(byte)
            }
            wasQuote = false
        }
        return rows
    }
}
