import Postgres
import Testing

struct CopyTests {
    private let table = "create temporary table copied (id int8, a text, b text) on commit drop"
    private let into = Command(name: "copy in", text: "copy copied from stdin")

    private struct Line: Equatable, Sendable { let id: Int, a: String?, b: String? }

    private let lines = Query(name: "lines", text: "select * from copied order by id", arguments: [], as: Line.init)

    @Test func whatIsCopiedInIsWhatWasWritten() async throws {
        try await server.undone { transaction in
            try transaction.script("table", table)
            var numbers = Numbers(seed: 6)
            let written = (0..<20_000).map { id in
                Line(id: id, a: id % 3 == 0 ? nil : numbers.text(), b: numbers.text())
            }
            let count = try transaction.copyIn(into) { copy in
                for line in written { try copy.row([line.id.description, line.a, line.b]) }
            }
            #expect(count == written.count)
            #expect(try transaction.all(lines) == written)
        }
    }

    @Test func whatIsCopiedOutCanBeCopiedInAgain() async throws {
        try await server.undone { transaction in
            try transaction.script("table", table)
            let written = [["1", "\t\n\r\\", nil], ["2", "\\N", ""], ["3", "\\.", "é"]]
            #expect(try transaction.copyIn(into) { copy in for row in written { try copy.row(row) } } == 3)
            var out: [String] = []
            try transaction.copyOut(Command(name: "copy out", text: "copy copied to stdout")) {
                out.append(String(decoding: $0, as: UTF8.self))
            }
            #expect(out == ["1\t\\t\\n\\r\\\\\t\\N\n", "2\t\\\\N\t\n", "3\t\\\\.\té\n"])
        }
    }

    @Test func aThrownBodyCopiesNothing() async throws {
        try await server.undone { transaction in
            try transaction.script("table", table)
            let isThrown = try isUndone {
                try transaction.attempt {
                    _ = try $0.copyIn(into) { copy in
                        for id in 0..<10_000 { try copy.row([id.description, "x", "y"]) }
                        throw Undone()
                    }
                }
            }
            #expect(isThrown)
            #expect(try transaction.all(lines) == [])
        }
    }

    @Test func aRefusedCellLeavesTheOtherRows() async throws {
        try await server.undone { transaction in
            try transaction.script("table", table)
            let count = try transaction.copyIn(into) { copy in
                try copy.row(["1", "a", "b"])
                #expect(try refused { try copy.row(["2", "a\0", "b"]) }?.sqlState == "22021")
                try copy.row(["3", "a", "b"])
            }
            #expect(count == 2)
            #expect(try transaction.all(lines).map(\.id) == [1, 3])
        }
    }

    @Test func aRowThatTheTableRefusesIsThrown() async throws {
        try await server.undone { transaction in
            try transaction.script("table", table)
            for row in [["secret", "a", "b"], ["1", "a"]] {
                let error = try refused {
                    try transaction.attempt { _ = try $0.copyIn(into) { try $0.row(row) } }
                }
                #expect(error?.statement == "copy in" && error?.sqlState.hasPrefix("22") == true)
                #expect(error?.message.contains("secret") == false)
            }
            #expect(try transaction.all(lines) == [])
        }
    }

    @Test func copyOutStopsWhenItsBodyThrows() async throws {
        let endless = Command(name: "out", text: "copy (select generate_series(1, 1000000000000)) to stdout")
        try await server.undone { transaction in
            let isThrown = try isUndone {
                try transaction.attempt { try $0.copyOut(endless) { _ in throw Undone() } }
            }
            #expect(isThrown)
            let error = try refused {
                let broken = Command(
                    name: "out", text: "copy (select 1 / (3 - n) from generate_series(1, 5) n) to stdout")
                try transaction.attempt { try $0.copyOut(broken) { _ in } }
            }
            #expect(error?.sqlState == "22012")
            #expect(try transaction.first(values("select 1", of: Int.self)) == 1)
        }
    }

    @Test func theWrongKindOfCopyIsRefused() async throws {
        try await server.undone { transaction in
            try transaction.script("table", table)
            let select = Command(name: "select", text: "select 1")
            let out = Command(name: "out", text: "copy copied to stdout")
            #expect(try refused { try transaction.attempt { _ = try $0.copyIn(select) { _ in } } }?.sqlState == "42809")
            #expect(try refused { try transaction.attempt { _ = try $0.copyIn(out) { _ in } } }?.sqlState == "42809")
            #expect(try refused { try transaction.attempt { try $0.copyOut(into) { _ in } } }?.sqlState == "42809")
            #expect(try refused { _ = try transaction.attempt { try $0.run(into) } }?.sqlState == "42809")
            #expect(try refused { _ = try transaction.attempt { try $0.run(out) } }?.sqlState == "42809")
            #expect(try transaction.copyIn(into) { try $0.row(["1", nil, nil]) } == 1)
        }
    }
}
