import Postgres

/// Our side of what `Tests/bench` measures: one measure a run, its figures on one line of standard output.
@main
enum Measures {
    static func main() async throws {
        var arguments = CommandLine.arguments.dropFirst()
        let measure = arguments.popFirst() ?? ""
        let options = try Options(arguments)
        switch measure {
        case "lists": try await Lists(options).run()
        case "script": print(try Listing(options).script)
        case "decoding": try await Decoding(options).run()
        case "copy-in": try await one(copyIn)
        case "copy-out": try await one(copyOut)
        case "rows": try await one(stream)
        default: throw Misused("measures are lists, script, decoding, copy-in, copy-out and rows, not '\(measure)'")
        }
    }

    /// Does something once, with a connection of each kind.
    private static func one(_ move: (Database) async throws -> Void) async throws {
        let database = Database(Login(conninfo: "", role: nil), connections: 1, shared: 1)
        try await move(database)
        await database.close()
    }
}

/// What a measure is told, as in `tasks=32 seconds=4`.
struct Options {
    private var values: [Substring: Substring] = [:]

    init(_ arguments: ArraySlice<String>) throws {
        for argument in arguments {
            guard let sign = argument.firstIndex(of: "=") else { throw Misused("'\(argument)' is no name=value") }
            values[argument[..<sign]] = argument[argument.index(after: sign)...]
        }
    }

    func text(_ name: Substring) throws -> String {
        guard let value = values[name] else { throw Misused("\(name)= is missing") }
        return String(value)
    }

    func number(_ name: Substring) throws -> Int {
        guard let number = Int(try text(name)), number > 0 else { throw Misused("\(name)= is no positive number") }
        return number
    }
}

/// A measure that cannot be made, and why.
struct Misused: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
