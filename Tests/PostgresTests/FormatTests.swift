import FoundationEssentials
import Postgres
import Testing

/// Both formats, in and out, against what PostgreSQL itself says.
struct FormatTests {
    /// Sends the values as text and by binary COPY, has PostgreSQL write both, and reads both formats back.
    private func agree<Value: PostgresValue & Hashable>(_ all: [Value], as type: String) async throws {
        // A name of its own, for a statement prepared on one table of that name could not be run on another.
        let cell = "cell_\(Value.oid)"
        try await server.undone { transaction in
            try transaction.script(
                "table", "create temporary table \(cell) (n int4, sent \(type), copied \(type)) on commit drop")
            let into = Command(name: "in", text: "copy \(cell) (n, copied) from stdin (format binary)")
            _ = try transaction.copyIn(into, of: Int32.self, Value?.self) { copy in
                for (n, value) in all.enumerated() { try copy.row(Int32(n), value) }
                try copy.row(-1, nil)
            }
            for (n, value) in all.enumerated() {
                let update = "update \(cell) set sent = $2::text::\(type) where n = $1"
                let text = value.postgresText
                try transaction.run(Command(name: "sent", text: update, arguments: [Int32(n), text]))
            }
            let differ = "select count(*) from \(cell) where sent::text is distinct from copied::text"
            #expect(try transaction.first(values(differ, of: Int.self)) == 0)
            for format in ["text", "binary"] {
                let out = Command(
                    name: "out", text: "copy (select copied from \(cell) order by n) to stdout (format \(format))")
                var (column, back) = ([Value?](), [Value?]())
                try transaction.copyOut(out, columns: 1, rows: 100) { batch in
                    try batch.read(0, into: &column)
                    back += column
                }
                let isSame = back == [nil] + all
                #expect(isSame, "\(type) in \(format)")
            }
            let isSame =
                try transaction.all(values("select copied from \(cell) order by n", of: Value?.self)) == [nil] + all
            #expect(isSame, "\(type) in rows")
        }
    }

    @Test func randomScalarsAgree() async throws {
        var numbers = Numbers(seed: 11)
        func some<Value>(_ edges: [Value], _ make: (inout Numbers) -> Value) -> [Value] {
            edges + (0..<200).map { _ in make(&numbers) }
        }
        try await agree([true, false], as: "bool")
        try await agree(some([.min, .max, 0]) { Int16(truncatingIfNeeded: $0.next()) }, as: "int2")
        try await agree(some([.min, .max, 0]) { Int32(truncatingIfNeeded: $0.next()) }, as: "int4")
        try await agree(some([.min, .max, 0]) { Int(truncatingIfNeeded: $0.next()) }, as: "int8")
        try await agree(
            some([.infinity, -.infinity, 0.1, .leastNonzeroMagnitude]) { Double(bitPattern: $0.next()) }.filter {
                !$0.isNaN
            },
            as: "float8")
        try await agree(some([""]) { $0.text() }, as: "text")
        try await agree(some([]) { _ in UUID() }, as: "uuid")
        try await agree(
            some([Bytes([])]) { random in Bytes((0..<random.next() % 40).map { _ in UInt8(random.next() >> 56) }) },
            as: "bytea")
        try await agree([Status.enrolled, .waiting], as: "text")
    }

    @Test func anIdIsReadWhenEveryPlaceHoldsWhatPostgreSQLWrites() {
        let id = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
        for (place, was) in id.utf8.enumerated() {
            for byte in UInt8.min...(.max) {
                var text = Array(id.utf8)
                text[place] = byte
                let read = text.withUnsafeBufferPointer { UUID(postgresText: $0) }
                let isDigit = Character(UnicodeScalar(byte)).isHexDigit && byte < 128
                #expect((read != nil) == (was == UInt8(ascii: "-") ? byte == was : isDigit))
                #expect(read == nil || read == UUID(uuidString: String(decoding: text, as: UTF8.self)))
            }
        }
    }

    @Test func randomArraysAgree() async throws {
        var numbers = Numbers(seed: 12)
        func some<Value>(_ make: (inout Numbers) -> Value) -> [[Value]] {
            [[]] + (0..<100).map { _ in (0..<Int.random(in: 1...6, using: &numbers)).map { _ in make(&numbers) } }
        }
        try await agree(some { $0.next() % 3 == 0 ? nil : $0.text() }, as: "text[]")
        try await agree(some { Int32(truncatingIfNeeded: $0.next()) }, as: "int4[]")
        try await agree(some { $0.next() % 3 == 0 ? nil : Double($0.next() % 1000) / 8 }, as: "float8[]")
        try await agree(some { $0.next() % 2 == 0 }, as: "bool[]")
        try await agree(some { Bytes([UInt8($0.next() >> 56)]) }, as: "bytea[]")
        try await agree(some { _ in UUID() }, as: "uuid[]")
    }

    @Test func daysTimesAndInstantsAgreeOverPostgreSQLsWholeRange() async throws {
        var numbers = Numbers(seed: 13)
        let days = (0..<500).compactMap { _ in
            PostgresDate(days: .random(in: -2_451_545...2_145_031_948, using: &numbers))
        }
        let near = (-800_000..<100_000).indices.filter { $0 % 1733 == 0 }.compactMap { PostgresDate(days: Int32($0)) }
        let ends = [-2_451_545, 2_145_031_948, -730_119, -730_120].compactMap { PostgresDate(days: $0) }
        try await agree(days + near + ends + [.infinity, .minusInfinity], as: "date")
        let times =
            [0, 1, 59_999_999, 86_399_999_999, 86_400_000_000]
            + (0..<300).map { _ in .random(in: 0...86_400_000_000, using: &numbers) }
        try await agree(times.compactMap(PostgresTime.init), as: "time")
        let instants =
            [-211_813_488_000_000_000, 9_223_371_331_199_999_999, 0, -1, 1]
            + (0..<300).map { _ in
                .random(in: -211_813_488_000_000_000..<9_223_371_331_200_000_000, using: &numbers)
            }
            + (0..<300).map { _ in .random(in: -100_000_000_000_000_000..<1_000_000_000_000_000, using: &numbers) }
        try await agree(
            instants.compactMap(PostgresTimestamp.init(microseconds:)) + [.infinity, .minusInfinity],
            as: "timestamptz")
    }

    @Test func numericsReadAsTheNearestDouble() async throws {
        var numbers = Numbers(seed: 14)
        let texts =
            (0..<400).map { _ in
                let digits = (0..<Int.random(in: 1...45, using: &numbers)).map { _ in String(numbers.next() % 10) }
                    .joined()
                let part = numbers.next() % 2 == 0 ? "" : "." + String(numbers.next())
                return (numbers.next() % 2 == 0 ? "-1" : "2") + digits + part
            } + [
                "0", "0.0000", "10000", "9999.9999", "1e300", "-1e-300", "0.1", "1e-400", "NaN", "Infinity",
                "-Infinity",
            ]
        let expected = texts.map { text -> UInt64? in Double(text == "1e-400" ? "0" : text)?.bitPattern }
        try await server.undone { transaction in
            for format in ["text", "binary"] {
                let list = texts.map { "'\($0)'" }.joined(separator: ",")
                let out = Command(
                    name: "out",
                    text: "copy (select unnest(array[\(list)]::numeric[])) to stdout (format \(format))")
                var back: [PostgresNumeric] = []
                try transaction.copyOut(out, columns: 1) { try $0.read(0, into: &back) }
                let read = back.map { ($0.value.isNaN ? Double.nan : $0.value).bitPattern as UInt64? }
                let wrong = zip(texts, zip(read, expected)).filter { $1.0 != $1.1 }.map(\.0)
                #expect(wrong == [] && read.count == texts.count, "\(format)")
                let huge = Command(name: "huge", text: "copy (select 1e400::numeric) to stdout (format \(format))")
                let error = try refused {
                    try transaction.attempt { try $0.copyOut(huge, columns: 1) { try $0.read(0, into: &back) } }
                }
                #expect(error?.sqlState.hasPrefix("22P") == true)
            }
        }
        try await agree(
            (0..<300).map { _ in PostgresNumeric(Double(bitPattern: numbers.next())) }
                .filter { $0.value.isFinite } + [
                    PostgresNumeric(0), PostgresNumeric(.infinity), PostgresNumeric(1e22),
                ],
            as: "numeric")
    }

    /// What no server sends: a value must be all of its bytes, and an array what it says.
    @Test(arguments: [
        [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 23, 0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 1],
        [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 23, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 1],
        [0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 23, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1],
        [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 1],
        [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 23, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 1],
        [0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 23, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 1],
        [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 23, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 1, 0],
        [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 23, 0, 0, 0, 1, 0, 0, 0, 1, 0xff, 0xff, 0xff, 0xfe, 0, 0, 0, 1],
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 23, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 24], [], [0],
    ])
    func whatIsNoArrayOfIntegersIsRefused(bytes: [UInt8]) {
        #expect(bytes.withUnsafeBytes { [Int32?](postgresBinary: $0) } == nil)
    }

    @Test func bytesThatAreNoTextAreNoString() {
        for bytes in [[0xff], [0xc3], [0x61, 0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80]] as [[UInt8]] {
            #expect(bytes.withUnsafeBytes { String(postgresBinary: $0) } == nil)
            #expect(bytes.withUnsafeBufferPointer { String(postgresText: $0) } == nil)
        }
    }

    @Test(arguments: [
        "", "2021-02-29", "2021-1-01", "0000-01-01", "2021-13-01", "4714-11-23 BC", "5874898-01-01", "2021-01-01 ",
        "12345678-01-01", "2021-01-01 bc", "infinity ", "Infinity",
    ])
    func whatIsNoDayIsRefused(text: String) { #expect(read(PostgresDate.self, text) == nil) }

    @Test(arguments: [
        "", "24:00:01", "25:00:00", "23:60:00", "23:59:60", "1:00", "12:00:00.", "12:00:00.1234567", "12",
    ])
    func whatIsNoTimeIsRefused(text: String) { #expect(read(PostgresTime.self, text) == nil) }

    @Test(arguments: [
        "2021-01-01", "2021-01-01 24:00:00+00", "294277-01-01 00:00:00+00", "4714-11-23 23:59:59+00 BC",
        "2021-01-01 00:00:00+16", "2021-01-01 00:00:00 +00", "2021-01-01 00:00:00+00 ", "5874897-12-31 00:00:00+00",
    ])
    func whatIsNoInstantIsRefused(text: String) { #expect(read(PostgresTimestamp.self, text) == nil) }

    @Test func anInstantIsReadWithAnyZone() {
        let texts = [
            "2021-10-31T02:30:00+02:00", "2021-10-31 00:30:00Z", "2021-10-31 00:30", "2021-10-30 20:30:00.000-04",
            "2021-10-31 00:39:21+00:09:21",
        ]
        #expect(Set(texts.map { read(PostgresTimestamp.self, $0)?.postgresText }) == ["2021-10-31 00:30:00+00"])
    }

    private func read<Value: PostgresValue>(_: Value.Type, _ text: String) -> Value? {
        Array(text.utf8).withUnsafeBufferPointer { Value(postgresText: $0) }
    }
}
