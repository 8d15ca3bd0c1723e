import Glibc
import Postgres
import Testing
import TrainingSQL

@testable import Training

/// The rules of the schema: each has its sentence, and the schema keeps to what it promises.
struct RuleTests {
    private static let named = """
        select k.conname::text from pg_constraint k
        where k.connamespace = 'public'::regnamespace
            and (k.contype in ('c', 'f', 'u', 'x') or (k.contype = 'p' and k.conname not like '%\\_pkey'))
        union
        select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
        where c.relnamespace = 'public'::regnamespace and i.indisunique and not i.indisprimary
            and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
        union
        select t.tgname::text from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where c.relnamespace = 'public'::regnamespace and t.tgname like '%\\_by\\_steps'
        """

    @Test func everyNamedRuleHasItsSentenceAndNoSentenceIsWithoutRule() async throws {
        try await TestDatabase.undone { (tx) throws in
            let rules = Set(try tx.column(Self.named, of: String.self))
            #expect(rules.subtracting(Refusal.sentences.keys).sorted() == [])
            #expect(Set(Refusal.sentences.keys).subtracting(rules).sorted() == [])
        }
    }

    @Test(arguments: Refusal.sentences.keys.sorted())
    func aRuleIsNamedByAShortSentence(rule: String) throws {
        #expect(rule.utf8.count < 55)
        #expect(rule.split(separator: "_").count >= 3)
        #expect(rule.utf8.allSatisfy { (97...122).contains($0) || $0 == 95 })
        let sentence = try #require(Refusal.sentences[rule])
        for text in [sentence.french, sentence.english] {
            #expect(text.hasSuffix("."))
            #expect(text.first?.isUppercase == true)
        }
        #expect(sentence.french != sentence.english)
        #expect(!sentence.french.contains("'"))
    }

    @Test func theNumberOfAShardIsNoPartOfARule() {
        let error = PostgresError(
            sqlState: "23505", message: "", constraint: "enrolment_is_once_per_cohort_102044",
            statement: "")
        #expect(Refusal(error)?.rule == "enrolment_is_once_per_cohort")
        #expect(
            Refusal(
                PostgresError(sqlState: "23514", message: "", constraint: "somebody_elses", statement: ""))
                == nil)
    }

    @Test(arguments: Fault.allCases)
    func everyFaultIsSaidInBothLanguages(fault: Fault) {
        let sentence = fault.sentence("DÉTAIL")
        for text in [sentence.french, sentence.english] {
            #expect(text.count > 10)
            #expect(text.last != ".")
        }
        #expect(sentence.french != sentence.english)
    }

    @Test func everyFaultOfTheStatementsIsKnownAndNoOther() {
        let texts = SQL.all.filter { $0.name.hasSuffix("/faults") }.map(\.text).joined()
        for fault in Fault.allCases {
            #expect(texts.contains("'\(fault.rawValue)'"), "\(fault.rawValue)")
        }
        let words = texts.matches(of: /, '([a-z]+(?:_[a-z]+)+)'/).map { String($0.1) }.filter {
            $0.contains("_")
        }
        let others = [
            "family_name", "applied_on", "left_early", "sent_at", "replied_at", "valid_until", "follow_up",
        ]
        #expect(Set(words).subtracting(others).subtracting(Fault.allCases.map(\.rawValue)) == [])
    }

    @Test func theSchemaRunsUnchangedOnADistributedServer() async throws {
        let text = try Self.read(Self.folder + "portability.sql")
        try await TestDatabase.undone { (tx) throws in
            #expect(try tx.column(text, of: String.self) == [])
        }
    }

    /// In a database of its own, for these take locks that others wait for.
    @Test func everyBreachOfIsolationIsNoticed() async throws {
        let text = try Self.read(Self.folder + "portability.sql")
        try await TestDatabase.elsewhere { name in
            let server = Postgres.Database(Login(conninfo: "dbname=\(name)", role: nil), connections: 1)
            try await server.transaction { (tx) throws in
                for breach in Self.breaches {
                    try tx.script("before", "savepoint unbroken")
                    try tx.script("breach", breach)
                    #expect(try !tx.column(text, of: String.self).isEmpty, "\(breach)")
                    try tx.script("after", "rollback to unbroken")
                }
            }
            await server.close()
        }
    }

    private static let breaches = [
        "create table leak (id uuid primary key, programme_id uuid)",
        "alter table enrolment no force row level security",
        "alter table enrolment disable row level security",
        "create view leak as select * from participant",
        "create materialized view leak as select * from participant",
        "create unique index leak on participant (phone)",
        "create policy leak on office as restrictive for select to cohorte_relay using (true)",
        "create policy leak on participant for select to cohorte_relay using (true)",
        "alter table cohort owner to cohorte_relay",
        "create function leak() returns void language sql security definer as ''",
        "alter table category add programme_id uuid",
    ]

    static let folder = String(#filePath.dropLast("RuleTests.swift".count))
    static let schema = folder + "../../sql/schema.sql"

    /// The text of a file.
    static func read(_ path: String) throws -> String {
        let file = try #require(fopen(path, "r"), "\(path)")
        defer { fclose(file) }
        return text(of: file)
    }

    /// What a command writes, in the environment of the tests.
    static func output(of command: String) throws -> String {
        let pipe = try #require(popen(command, "r"))
        let text = text(of: pipe)
        #expect(pclose(pipe) == 0, "\(command)")
        return text
    }

    private static func text(of file: UnsafeMutablePointer<FILE>) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
