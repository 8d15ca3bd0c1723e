import Postgres
import Testing

struct CopyTests {
    private let table = "create temporary table copied (id int8, a text, b text) on commit drop"
    private let into = Command(name: "copy in", text: "copy copied from stdin (format binary)")

    private struct Line: Equatable, Sendable { let id: Int, a: String?, b: String? }

    private let lines = Query(name: "lines", text: "select * from copied order by id", arguments: [], as: Line.init)

    @Test func whatIsCopiedInIsWhatWasWritten() async throws {
        try await server.undone { transaction in
            try transaction.script("table", table)
            var numbers = Numbers(seed: 6)
            let written = (0..<20_000).map { id in
                Line(id: id, a: id % 3 == 0 ? nil : numbers.text(), b: numbers.text())
            }
            let count = try transaction.copyIn(into, of: Int.self, String?.self, String?.self) { copy in
                for line in written { try copy.row(line.id, line.a, line.b) }
            }
            #expect(count == written.count)
            #expect(try transaction.all(lines) == written)
        }
    }

    @Test func aThrownBodyCopiesNothing() async throws {
        try await server.undone { transaction in
            try transaction.script("table", table)
            let isThrown = try isUndone {
                try transaction.attempt {
                    _ = try $0.copyIn(into, of: Int.self, String.self, String.self) { copy in
                        for id in 0..<10_000 { try copy.row(id, "x", "y") }
                        throw Undone()
                    }
                }
            }
            #expect(isThrown)
            #expect(try transaction.all(lines) == [])
        }
    }

    @Test func aRefusedRowLeavesTheOthers() async throws {
        try await server.undone { transaction in
            try transaction.script("table", table)
            let count = try transaction.copyIn(into, of: Int.self, String.self, String?.self) { copy in
                try copy.row(1, "a", "b")
                #expect(try refused { try copy.row(2, "a\0", "b") }?.sqlState == "22021")
                #expect(try refused { try copy.row(2, "a", "\0") }?.statement == "copy in")
                try copy.row(3, "a", nil)
            }
            #expect(count == 2)
            #expect(try transaction.all(lines).map(\.id) == [1, 3])
        }
    }

    @Test func aRowThatTheTableRefusesIsThrown() async throws {
        try await server.undone { transaction in
            try transaction.script("table", table)
            let less = try refused {
                try transaction.attempt { _ = try $0.copyIn(into, of: Int.self, String.self) { try $0.row(1, "a") } }
            }
            let other = try refused {
                try transaction.attempt {
                    _ = try $0.copyIn(into, of: Int32.self, String.self, String.self) { try $0.row(1, "a", "secret") }
                }
            }
            #expect(less?.statement == "copy in" && less?.sqlState == "22P04")
            #expect(other?.statement == "copy in" && other?.sqlState == "22P03")
            #expect(other?.message.contains("secret") == false)
            #expect(try transaction.all(lines) == [])
        }
    }

    @Test func theWrongKindOfCopyIsRefused() async throws {
        try await server.undone { transaction in
            try transaction.script("table", table)
            let select = Command(name: "select", text: "select 1")
            let out = Command(name: "out", text: "copy copied to stdout")
            let text = Command(name: "text", text: "copy copied from stdin")
            for wrong in [select, out, text] {
                let error = try refused {
                    try transaction.attempt { _ = try $0.copyIn(wrong, of: Int.self) { _ in throw Undone() } }
                }
                #expect(error?.sqlState == "42809" && error?.statement == wrong.name)
            }
            #expect(
                try refused { try transaction.attempt { try $0.copyOut(into, columns: 3) { _ in } } }?.sqlState
                    == "42809")
            #expect(try refused { _ = try transaction.attempt { try $0.run(into) } }?.sqlState == "42809")
            #expect(try refused { _ = try transaction.attempt { try $0.run(out) } }?.sqlState == "42809")
            let count = try transaction.copyIn(into, of: Int.self, String?.self, String?.self) {
                try $0.row(1, nil, nil)
            }
            #expect(count == 1)
        }
    }

    @Test func aCellOfTenMegabytesAndOneOfEveryByteComeAndGo() async throws {
        let long = String(repeating: "é\t\\\n", count: 2_000_000)
        let every = Bytes(Array(0...255))
        let all = String(String.UnicodeScalarView((1...0x2ff).compactMap(Unicode.Scalar.init)))
        try await server.undone { transaction in
            try transaction.script("table", "create temporary table wide (a text, b bytea, c text) on commit drop")
            let into = Command(name: "in", text: "copy wide from stdin (format binary)")
            let count = try transaction.copyIn(into, of: String?.self, Bytes.self, String.self) { copy in
                try copy.row(long, every, "")
                try copy.row(nil, Bytes([]), all)
            }
            #expect(count == 2)
            for format in ["text", "binary"] {
                let out = Command(name: "out", text: "copy wide to stdout (format \(format))")
                var (a, b, c) = ([String?](), [Bytes](), [String]())
                try transaction.copyOut(out, columns: 3, rows: 1) { batch in
                    var (nextA, nextB, nextC) = ([String?](), [Bytes](), [String]())
                    try batch.read(0, into: &nextA)
                    try batch.read(1, into: &nextB)
                    try batch.read(2, into: &nextC)
                    (a, b, c) = (a + nextA, b + nextB, c + nextC)
                }
                #expect(a.count == 2 && a[0] == long && a[1] == nil)
                #expect(b.map { $0.bytes } == [every.bytes, []] && c == ["", all])
            }
        }
    }

    @Test func copyOutStopsWhenItsBodyThrows() async throws {
        let endless = "copy (select generate_series(1, 1000000000000)) to stdout"
        try await server.undone { transaction in
            for text in [endless, endless + " (format binary)"] {
                let isThrown = try isUndone {
                    try transaction.attempt {
                        try $0.copyOut(Command(name: "out", text: text), columns: 1) { _ in throw Undone() }
                    }
                }
                #expect(isThrown)
            }
            let error = try refused {
                let broken = Command(
                    name: "out", text: "copy (select 1 / (3 - n) from generate_series(1, 5) n) to stdout")
                try transaction.attempt { try $0.copyOut(broken, columns: 1) { _ in } }
            }
            #expect(error?.sqlState == "22012")
            #expect(try transaction.first(values("select 1", of: Int.self)) == 1)
        }
    }

    @Test func batchesHoldEveryRowOnceAndNoMoreThanWasSaid() async throws {
        try await server.undone { transaction in
            for format in ["text", "binary"] {
                let out = Command(
                    name: "out",
                    text:
                        "copy (select n, nullif(n % 3, 0) from generate_series(1, 1000) n) to stdout (format \(format))"
                )
                var (numbers, rests, sizes) = ([Int32](), [Int32?](), [Int]())
                var all: [Int32] = []
                try transaction.copyOut(out, columns: 2, rows: 300) { batch in
                    try batch.read(1, into: &rests)
                    try batch.read(0, into: &numbers)
                    #expect(zip(numbers, rests).allSatisfy { $0 % 3 == $1 ?? 0 } && rests.count == batch.rows)
                    sizes.append(batch.rows)
                    all += numbers
                }
                #expect(sizes == [300, 300, 300, 100] && all == Array(1...1000))
            }
        }
    }

    @Test func whatIsReadAsItIsNotIsNamedWithItsStatement() async throws {
        try await server.undone { transaction in
            for format in ["text", "binary"] {
                let out = Command(
                    name: "out", text: "copy (select 'secret', null::int4) to stdout (format \(format))")
                var numbers: [Int32] = []
                let wrong = try refused {
                    try transaction.attempt { try $0.copyOut(out, columns: 3) { _ in } }
                }
                #expect(wrong?.sqlState == "42804" && wrong?.statement == "out")
                for (column, state) in [(0, format == "text" ? "22P02" : "22P03"), (1, "22004"), (2, "42703")] {
                    let error = try refused {
                        try transaction.attempt {
                            try $0.copyOut(out, columns: 2) { try $0.read(column, into: &numbers) }
                        }
                    }
                    #expect(error?.sqlState == state && error?.statement == "out")
                    #expect(error?.message.contains("secret") == false)
                }
            }
        }
    }
}
