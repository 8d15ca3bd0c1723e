import Postgres

/// The server that the PG* variables name; hundreds of tests stand in line for it at once.
let server = Database(Login(conninfo: "", role: nil), connections: 4, limits: Limits(acquire: .seconds(3_600)))

/// What a test throws to go back.
struct Undone: Error {}

extension Database {
    /// Runs `body` in a transaction that never commits.
    func undone(_ body: @escaping @Sendable (borrowing Transaction) throws -> Void) async throws {
        do {
            try await transaction { transaction in
                try body(transaction)
                throw Undone()
            }
        } catch is Undone {}
    }
}

/// A query for one column.
func values<Value: PostgresValue>(
    _ text: String, _ arguments: any PostgresValue..., of type: Value.Type = Value.self
) -> Query<Value> {
    Query(name: "values", text: text, arguments: arguments, as: { (value: Value) in value })
}

/// The PostgresError that `body` throws, or nil.
func refusal(of body: () async throws -> Void) async throws -> PostgresError? {
    do {
        try await body()
        return nil
    } catch let error as PostgresError {
        return error
    }
}

/// The PostgresError that `body` throws in a transaction, or nil.
func refused(by body: () throws -> Void) throws -> PostgresError? {
    do {
        try body()
        return nil
    } catch let error as PostgresError {
        return error
    }
}

/// Whether `body` throws what a test throws.
func isUndone(_ body: () throws -> Void) throws -> Bool {
    do {
        try body()
        return false
    } catch is Undone {
        return true
    }
}

/// Numbers that look random and are the same in every run (SplitMix64, Steele et al. 2014).
struct Numbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// Text full of what quoting, COPY and UTF-8 stumble over.
    mutating func text() -> String {
        let scraps = [
            "\"", "\\", "'", ",", "{", "}", "\t", "\n", "\r", "\\N", "\\.", "NULL", "null", " ", "é", "e\u{301}", "𝒳",
            "👩‍👩‍👧",
            "\u{1}", "\u{7f}", "\u{feff}", "\r\n", "a", "1", "$1", "--", ";", "\u{10ffff}", "ｱ", "\u{202e}",
        ]
        return (0..<Int.random(in: 0...6, using: &self)).map { _ in scraps.randomElement(using: &self) ?? "" }.joined()
    }
}
