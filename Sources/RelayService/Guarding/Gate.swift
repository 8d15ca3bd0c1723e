import Crypto
import FoundationEssentials
import Synchronization
import Training

/// Lets in whoever shows a valid pass. What the database said of a pass is believed for two seconds, so that most requests
/// take no question of their own, and a revoked pass ends within them.
final class Gate: Sendable {
    private struct Admitted {
        let caller: Caller
        let until: ContinuousClock.Instant
    }

    private struct State {
        var admitted: [String: Admitted] = [:]
        /// Last uses to be noted, and those that were.
        var used: [Pass.Key: Date] = [:]
        var noted: [Pass.Key: Date] = [:]
    }

    private let database: Database
    private let state = Mutex(State())

    init(_ database: Database) { self.database = database }

    /// Whom a token makes of the caller; nil for one that is unknown, expired or revoked: nobody can tell which.
    func caller(showing token: String) async throws -> Caller? {
        let now = ContinuousClock.now
        if let caller = known(token, now) { return caller }
        guard let shown = PassToken(token),
            let pass = try await database.read(as: .door(shown.pass), .shown(shown.pass)).first,
            Self.areEqual(Array(SHA256.hash(data: shown.secret)), pass.sha256)
        else { return nil }
        let caller = Caller(
            pass: shown.pass, office: pass.office(in: shown.pass.programme), cursors: Cursor.key(of: token))
        let until = now + min(.seconds(2), .milliseconds(Int(min(pass.seconds, 2) * 1000)))
        state.withLock { state in
            if state.admitted.count >= Self.most { state.admitted = state.admitted.filter { $0.value.until > now } }
            if state.admitted.count < Self.most { state.admitted[token] = Admitted(caller: caller, until: until) }
            state.used[shown.pass] = .now
        }
        return caller
    }

    /// Tokens remembered at once.
    private static let most = 10_000

    private func known(_ token: String, _ now: ContinuousClock.Instant) -> Caller? {
        state.withLock { state in
            guard let admitted = state.admitted[token], admitted.until > now else { return nil }
            return admitted.caller
        }
    }

    /// Forgets a pass, so that its next use is looked up.
    func forget(_ pass: Pass.Key) {
        state.withLock { $0.admitted = $0.admitted.filter { $0.value.caller.pass != pass } }
    }

    /// In a time that does not depend on where they differ.
    private static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | $1.0 ^ $1.1 } == 0
    }

    /// Notes when passes were last used: each at most once a minute, or all of them at the end.
    func note(all: Bool = false) async {
        let due = state.withLock { state in
            let due = state.used.filter { pass, date in
                all || state.noted[pass].map { date.timeIntervalSince($0) >= 60 } ?? true
            }
            for (pass, date) in due {
                state.used[pass] = nil
                state.noted[pass] = date
            }
            return due
        }
        for (pass, date) in due {
            let instant = Instant(rawValue: date.formatted(.iso8601))
            do {
                try await database.transaction(as: .door(pass)) { tx in try tx.note(used: pass, at: instant) }
            } catch {
                Log.shared.problem("pass", "its last use could not be noted: \(error)")
            }
        }
    }
}
