import FoundationEssentials
import Postgres
import Testing

struct Code: RawRepresentable, Hashable, PostgresValue { let rawValue: String }

enum Status: String, PostgresValue { case enrolled, waiting }

struct ValueTests {
    /// Sends the value, has PostgreSQL write it, and reads it back.
    private func roundTrip<Value: PostgresValue & Equatable>(_ all: [Value], as type: String) async throws {
        try await server.undone { transaction in
            for value in all {
                let back = try transaction.first(values("select $1::\(type)", value, of: Value.self))
                #expect(back == value)
            }
        }
    }

    @Test func scalarsComeBackAsTheyWent() async throws {
        try await roundTrip([true, false], as: "bool")
        try await roundTrip([Int16.min, -1, 0, 1, .max], as: "int2")
        try await roundTrip([Int32.min, -1, 0, 1, .max], as: "int4")
        try await roundTrip([Int.min, .min + 1, -10, 0, 9, .max], as: "int8")
        try await roundTrip([UUID(), UUID(), UUID()], as: "uuid")
        try await roundTrip([Code(rawValue: "R2"), Code(rawValue: "")], as: "text")
        try await roundTrip([Status.enrolled, .waiting], as: "text")
        try await roundTrip([Bytes([]), Bytes(Array(0...255)), Bytes([0])], as: "bytea")
        try await roundTrip([Int?.none, 3], as: "int8")
    }

    @Test func randomTextsComeBackAsTheyWent() async throws {
        var numbers = Numbers(seed: 1)
        try await roundTrip((0..<500).map { _ in numbers.text() }, as: "text")
    }

    @Test func randomArraysComeBackAsTheyWent() async throws {
        var numbers = Numbers(seed: 2)
        let arrays: [[String?]] = (0..<300).map { _ in
            (0..<Int.random(in: 0...5, using: &numbers)).map { _ in
                Int.random(in: 0..<5, using: &numbers) == 0 ? nil : numbers.text()
            }
        }
        try await roundTrip(arrays, as: "text[]")
        try await roundTrip([[], [1, 2], [.min, .max]] as [[Int]], as: "int8[]")
        try await roundTrip([[nil, 1, nil], [nil]] as [[Int32?]], as: "int4[]")
        try await roundTrip([[true, false]], as: "bool[]")
        try await roundTrip([[UUID(), UUID()]], as: "uuid[]")
        try await roundTrip([[Bytes([1, 92, 34]), Bytes([])]], as: "bytea[]")
        try await roundTrip([[Code(rawValue: "a b"), Code(rawValue: "NULL")]], as: "text[]")
        try await roundTrip([[Int]?.none, []], as: "int8[]")
    }

    @Test func everyDoubleComesBackToTheBit() async throws {
        var numbers = Numbers(seed: 3)
        var doubles: [Double] = [
            0, -0.0, 1, -1.5, 0.1, 1e15, 1e16, 1e17, 9_007_199_254_740_992, 123456.789, .pi, .leastNonzeroMagnitude,
            .leastNormalMagnitude, .greatestFiniteMagnitude, .infinity, -.infinity, .ulpOfOne,
        ]
        doubles += (0..<20_000).map { _ in Double(bitPattern: numbers.next()) }.filter { !$0.isNaN }
        doubles += (0..<5_000).map { _ in Double(Int.random(in: -999_999...999_999, using: &numbers)) / 1_000 }
        let sent = doubles
        try await server.undone { transaction in
            let back = try transaction.first(values("select $1::float8[]", sent, of: [Double].self))
            #expect(back?.map(\.bitPattern) == sent.map(\.bitPattern))
            let nan = try transaction.first(values("select $1::float8", Double.nan, of: Double.self))
            #expect(nan?.isNaN == true)
        }
    }

    @Test func decimalsReadAsSwiftReadsThem() throws {
        var numbers = Numbers(seed: 4)
        let texts = (0..<5_000).flatMap { _ in
            let whole = String(Int.random(in: 0...99_999_999, using: &numbers))
            let part = String(numbers.next() % 100_000_000)
            return ["\(whole).\(part)", "-\(whole).\(part)", whole, "0.000\(part)", "\(whole)e-\(part.count)"]
        }
        let misread = texts.filter { read(Double.self, $0)?.bitPattern != Double($0)?.bitPattern }
        #expect(misread == [])
    }

    @Test(arguments: [
        "", "-", "+1", " 1", "1 ", "1e3", "0x1", "9223372036854775808", "-9223372036854775809", "١", "1.0", "\u{ff}",
    ])
    func whatIsNoWholeNumberIsRefused(text: String) {
        #expect(read(Int.self, text) == nil)
    }

    @Test(arguments: ["", "-", ".", "--1", "1e", "0x1p3", "inf", "nan", "1e999", "1 2", "1,5", "é"])
    func whatIsNoFloatIsRefused(text: String) {
        #expect(read(Double.self, text) == nil)
    }

    @Test(arguments: [
        "", "{", "}", "{,}", "{a,}", "{,a}", "{\"a}", "{\"a\\}", "{\"a\"b}", "{{a}}", "[0:1]={a,b}", "{a\"b}",
        "{\"a\",}", "x{}",
    ])
    func whatIsNoArrayIsRefused(text: String) {
        #expect(read([String?].self, text) == nil)
    }

    @Test func nullIsNoElementUnlessItMayBe() {
        #expect(read([String].self, "{a,NULL}") == nil)
        #expect(read([String?].self, "{a,NULL,\"NULL\"}") == ["a", nil, "NULL"])
    }

    @Test func noBytesCrashAReader() {
        var numbers = Numbers(seed: 5)
        let alphabet = Array("{}\",\\NUL01-.eE+xtfaé\u{0}".utf8) + [0xff, 0xc3]
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...38, using: &numbers)
            let bytes = (0..<count).map { _ in alphabet.randomElement(using: &numbers) ?? 0 }
            bytes.withUnsafeBufferPointer { text in
                _ = (
                    Bool(postgresText: text), Int16(postgresText: text), Int(postgresText: text),
                    Double(postgresText: text)
                )
                _ = (String(postgresText: text), UUID(postgresText: text), Bytes(postgresText: text))
                _ = ([String?](postgresText: text), [[Int]](postgresText: text), Status?(postgresText: text))
            }
        }
    }

    @Test func typesAreThoseOfTheCatalogue() async throws {
        let types: [any PostgresValue.Type] = [
            Bool.self, Int16.self, Int32.self, Int.self, Double.self, String.self, UUID.self, Bytes.self, Code.self,
            Status?.self,
        ]
        let names = ["bool", "int2", "int4", "int8", "float8", "text", "uuid", "bytea", "text", "text"]
        let pairs = Array(zip(types, names))
        try await server.undone { transaction in
            for (type, name) in pairs {
                let text = "select typarray::int8 from pg_type where oid = $1 and typname = $2"
                let array = try transaction.first(values(text, Int(type.oid), name, of: Int.self))
                #expect(array == Int(type.arrayOid))
            }
        }
        #expect([Int?].oid == 1016 && Int?.isNullable && ![Int?].isNullable)
    }

    private func read<Value: PostgresValue>(_: Value.Type, _ text: String) -> Value? {
        Array(text.utf8).withUnsafeBufferPointer { Value(postgresText: $0) }
    }
}
