import FoundationEssentials
import Postgres

@testable import Training

/// Two programmes with the same story told in each: the one that asks, and the one it must not see.
struct TwoProgrammes: Sendable {
    let mine: Programme.ID
    let theirs: Programme.ID
    private let offices: [String: Office.Key]

    func key(of office: String) throws -> Office.Key {
        guard let key = offices[office] else { throw Refusal.unknown("L’office", "office", office, "") }
        return key
    }

    /// Lends a transaction of the superuser in which both stories were told, and rolls it back.
    static func told(
        _ body: @escaping @Sendable (borrowing Transaction, TwoProgrammes) throws -> Void
    ) async throws {
        try await TestDatabase.undone { tx in
            try tx.become(.admin)
            let programmes = try (0..<2).map { _ in
                let programme = try tx.makeProgramme()
                try tx.tellStory(in: programme)
                try tx.tellOfHelp(in: programme)
                try tx.tellOfPapers(in: programme)
                let made = try tx.evaluate("pilote", of: programme, isFinal: true, on: nil, program: "essai")
                _ = try tx.publish(made, to: .shared, minimumGroup: 5)
                try tx.keepWritten([made])
                for office in Example.offices {
                    _ = try tx.publish(made, to: .relay(.init(rawValue: office)), minimumGroup: 5)
                }
                try tx.tellOfTheTerritory(in: programme)
                try tx.tellOfDoubles(in: programme)
                try tx.tellOfTheDoor(in: programme)
                return programme
            }
            try tx.setScope(programme: programmes[0])
            let offices = try Example.offices.map { code in
                (
                    code,
                    Office.Key(
                        programme: programmes[0], office: try tx.office(code, of: programmes[0]).officeID)
                )
            }
            try tx.become(nil)
            try body(
                tx,
                TwoProgrammes(
                    mine: programmes[0], theirs: programmes[1],
                    offices: Dictionary(uniqueKeysWithValues: offices)))
        }
    }
}

extension Transaction {
    /// One sheet without a name, two versions that answer each other, of which one was answered, and a window that somebody chose.
    fileprivate func tellOfPapers(in programme: Programme.ID) throws {
        let items = VersionTests.items(["q1": "1.1"])
        let hot = Instrument.Nature(kind: .satisfactionHot, isAnonymous: true)
        _ = try publish("chaud", title: nil, framework: Example.framework, items, as: hot, to: programme)
        let sheet = Assessment.Request(participant: "1", takenOn: "2022-01-20", answers: ["q1": .number(3)])
        _ = try assessAnonymously(
            Lines([sheet]), columns: [], in: "pilote", of: programme, with: "chaud", at: .after, on: "2022-01-31")
        for item in ["q1", "q2"] {
            let items = VersionTests.items([item: "1.1"])
            _ = try publish("double", title: nil, framework: Example.framework, items, to: programme)
        }
        _ = try map("double", from: 1, to: 2, Lines([.init(from: "q1", to: "q2")]), of: programme)
        let answered = Example.offices.map {
            Assessment.Request(
                participant: "\($0)1@example.org", takenOn: "2022-01-20", answers: ["q2": .number(3)])
        }
        _ = try assess(
            Lines(answered), columns: [], in: "pilote", of: programme, with: "double", at: .after, on: "2022-01-31")
        try open(.followUp, of: "pilote", in: programme, from: "2022-07-01", to: "2022-07-31")
    }

    /// Some name the next and one is taken back; each office helps its own, and each act is corrected.
    fileprivate func tellOfHelp(in programme: Programme.ID) throws {
        let names = Example.offices.map { "\($0)1" }
        try name(zip(names, names.dropFirst()).map { ($0, $1) }, .before, in: programme)
        _ = try retractNaming(
            "\(names[0])@example.org", "\(names[1])@example.org", .knows, at: .before, in: "pilote", of: programme,
            because: "Homonyme")
        for office in Example.offices { for number in 1...2 { _ = try help("\(office)\(number)", in: programme) } }
        for line in try supports(of: programme) {
            _ = try correctSupport(line.supportID, of: programme, because: "Oubli", today: "2022-06-30") {
                $0.minutes = 45
            }
        }
    }

    /// In a second cohort: a person with two records that are merged, and one who changes office.
    fileprivate func tellOfDoubles(in programme: Programme.ID) throws {
        try openCohort("suite", places: 1, in: programme)
        let people = ["double1", "double2", "mute"].map { Example.person($0) }
        _ = try enrol(Lines(people), in: "suite", of: programme, on: "2021-06-30")
        let withdrawal = Enrolment.Move(to: .withdrawn, on: "2021-07-01", reason: .other)
        _ = try move("double2@example.org", in: "suite", of: programme, by: withdrawal)
        _ = try merge("double2@example.org", into: "double1@example.org", of: programme, reason: "Deux adresses")
        let trainer = Session.Change(trainer: "Une autre formatrice", reason: "Remplacement")
        _ = try change("s1", in: "pilote", of: programme, by: trainer)
        _ = try transfer("mute@example.org", to: "centre-tarn", of: programme, reason: "Déménagement")
    }
}

extension Transaction {
    /// Each office has a pass, asks once for somebody of the next office, and repeats the request; somebody's record was read.
    fileprivate func tellOfTheDoor(in programme: Programme.ID) throws {
        let shared = Example.offices.dropFirst() + Example.offices.prefix(1)
        for (code, other) in zip(Example.offices, shared) {
            let (line, token) = try issuePass(for: code, label: "Accueil", until: nil, of: programme)
            let office = Office.Key(programme: programme, office: try self.office(code, of: programme).officeID)
            let person = try self.participant("\(other)1@example.org", of: programme).0.participantID
            try become(.relay)
            try setScope(programme: programme, office: office.office)
            _ = try once("a", asking: "b", with: token.pass, of: office) { tx in
                let grant = try tx.grantAccess(
                    to: .person(person), office, with: line.passID, reason: "Un essai de plus")
                return (201, grant.accessID.rawValue.uuidString)
            }
            try become(.admin)
            try setScope(programme: programme)
        }
        try become(.door)
        try append(readings: "{}", to: programme)
        try become(.admin)
    }
}

/// A table or view of the schema, and which of the two keys of isolation it has.
struct Relation: Sendable {
    let name: String
    let isView: Bool
    let isOfProgrammes: Bool
    let hasOffice: Bool
    let firstColumn: String

    /// Whether its rows are of one office's people.
    var isOfOffices: Bool { hasOffice && !PolicyTests.sharedWithOffices.contains(name) }

    /// Every way to write there.
    var writes: [String] {
        [
            "insert into \(name) default values", "update \(name) set \(firstColumn) = \(firstColumn)",
            "delete from \(name)",
            "truncate \(name) cascade", "copy \(name) from stdin",
            "insert into \(name) (\(firstColumn)) select \(firstColumn) from \(name)",
            "select * from \(name) for update",
        ]
    }
}

extension Transaction {
    /// Every table and view of the schema, as the catalogue has them.
    func relations() throws -> [Relation] {
        let text = """
            select c.relname::text, c.relkind = 'v', bool_or(a.attname = 'programme_id'), bool_or(a.attname = 'office_id'),
                (array_agg(a.attname::text order by a.attnum))[1]
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
            group by c.oid order by 1
            """
        return try all(Query(name: "relations", text: text, arguments: [], as: Relation.init))
    }

    /// How many rows each relation has of this office (of its programme where it knows no office, all where it knows neither).
    func counts(of key: Office.Key) throws -> [(Relation, (own: Int, all: Int))] {
        try relations().map { relation in
            let own = try value(
                "select count(*) from \(relation.name) where \(relation.own)", key.programme, key.office,
                of: Int.self)
            return (relation, (own, try value("select count(*) from \(relation.name)", of: Int.self)))
        }
    }

    /// How many rows whoever asks sees, and how many of them are not this office's; nil when the relation is closed.
    func visible(_ relation: Relation, to key: Office.Key) throws -> (all: Int, foreign: Int)? {
        try readable { tx in
            let foreign =
                "select count(*) from \(relation.name) where not coalesce(\(relation.own), false)"
            return (
                try tx.value("select count(*) from \(relation.name)", of: Int.self),
                try tx.value(foreign, key.programme, key.office, of: Int.self)
            )
        }
    }

    /// What `body` reads, or nil when that is denied.
    func readable<Value>(_ body: (borrowing Transaction) throws -> Value) throws -> Value? {
        do { return try attempt(body) } catch let error as PostgresError where error.sqlState == "42501" { return nil }
    }

    /// Whether a write is denied as such, whatever it holds; a view or a table in another way cannot be written at all.
    func isDenied(_ write: String, _ relation: Relation) throws -> Bool {
        let error = try failure { tx in
            if write.hasPrefix("copy") {
                _ = try tx.copyIn(Command(name: "write", text: write), of: Int.self) { _ in }
            } else {
                try tx.script("write", write)
            }
        }
        return error?.sqlState == "42501"
            || (relation.isView && ["55000", "42809", "0A000"].contains(error?.sqlState))
    }
}

extension Relation {
    /// Which rows are the office's own, `$1` being the programme and `$2` the office.
    fileprivate var own: String {
        if name == "temporary_access" { return "(programme_id = $1 and $2 in (office_id, owner_office_id))" }
        if name == "publication" {
            return "(programme_id = $1 and reader = (select 'relay=' || o.code from office o where o.office_id = $2))"
        }
        if isOfOffices { return "(programme_id = $1 and office_id = $2)" }
        if isOfProgrammes { return "(programme_id = $1 and $2::uuid is not null)" }
        return name == "programme"
            ? "(id = $1 and $2::uuid is not null)" : "($1::uuid is not null and $2::uuid is not null)"
    }
}
