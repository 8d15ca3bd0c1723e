import Postgres
import Testing
import TrainingSQL

@testable import Training

/// PostgreSQL checks the SQL: what each file takes and gives is what the Swift side says.
struct StatementTests {
    static let stagings = [
        StagedTable(Assessment.staging), StagedTable(Attendance.staging), StagedTable(Commune.staging),
        StagedTable(Enrolment.staging), StagedTable(Session.staging), StagedTable(Observation.staging),
        StagedTable(Skill.staging),
        StagedTable(Network.staging),
        StagedTable(Support.staging), StagedTable(Assessment.anonymousStaging),
    ]
    static let files = SQL.all.filter { $0.name.hasPrefix("queries/") }

    @Test(arguments: files.map(\.name))
    func everyFileTakesAndGivesWhatSwiftSays(name: String) async throws {
        let file = try #require(Self.files.first { $0.name == name })
        let statements = Statement.all.filter { $0.name == name }
        #expect(!statements.isEmpty, "no check for \(name)")
        try await TestDatabase.undone { tx in
            for staging in Self.stagings where staging.table.name != name {
                try tx.script("stage", staging.table.text)
            }
            let described = try tx.describe(file.text)
            for statement in statements {
                #expect(statement.text == file.text)
                #expect(statement.parameters == described.parameters)
                #expect(statement.columns == described.columns.map(\.oid))
                if !statement.columnNames.isEmpty {
                    #expect(statement.columnNames == described.columns.map(\.name))
                }
            }
        }
    }

    @Test func everyCheckIsOfAFile() {
        let files = Set(Self.files.map(\.name))
        #expect(Statement.all.allSatisfy { files.contains($0.name) })
    }

    @Test(arguments: files.map(\.name))
    func aRowOfSeveralColumnsNamesThem(name: String) {
        for statement in Statement.all where statement.name == name && statement.columns.count > 1 {
            #expect(statement.columnNames.count == statement.columns.count)
        }
    }

    @Test(arguments: files.map(\.name))
    func everyFileSaysFirstWhyItExists(name: String) throws {
        let text = try #require(Self.files.first { $0.name == name }).text
        #expect(text.hasPrefix("-- "))
        #expect(text.prefix { $0 != "\n" }.hasSuffix("."))
        #expect(!text.dropLast(2).contains(";\n"))
    }

    @Test(arguments: stagings.map(\.name))
    func aStagingTableHasTheColumnsThatTheLinesFillAndTheirTypes(name: String) async throws {
        let staging = try #require(Self.stagings.first { $0.name == name })
        try await TestDatabase.undone { tx in
            try tx.script("stage", staging.table.text)
            let names = staging.columns.map(\.name).joined(separator: ", ")
            let columns = try tx.describe("select \(names) from pg_temp.\(name)").columns
            #expect(columns.map { $0.oid } == staging.columns.map { $0.type.oid })
            let required = try tx.column(
                "select attname::text from pg_attribute where attrelid = $1::text::regclass and attnotnull and attnum > 0",
                "pg_temp.\(name)", of: String.self)
            #expect(required == staging.columns.filter { !$0.type.isNullable }.map(\.name))
        }
    }
}

/// A staging table of any columns.
struct StagedTable {
    let table: SQL
    let name: String
    let columns: [(name: String, type: any PostgresValue.Type)]

    init<each Cell: PostgresValue>(_ staging: Staging<repeat each Cell>) {
        (table, name, columns) = (staging.table, staging.name, staging.columns)
    }
}

/// What the Swift side says of one statement.
struct Statement {
    let name: String
    let text: String
    let parameters: [UInt32]
    let columns: [UInt32]
    let columnNames: [String]

    init<Row>(_ query: Query<Row>) {
        (name, text) = (query.name, query.text)
        parameters = query.arguments.map { type(of: $0).oid }
        columns = query.columns
        columnNames = query.columnNames
    }

    init(_ command: Command) {
        (name, text) = (command.name, command.text)
        parameters = command.arguments.map { type(of: $0).oid }
        (columns, columnNames) = ([], [])
    }
}
