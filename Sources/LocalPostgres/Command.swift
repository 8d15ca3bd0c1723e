import Subprocess
import Synchronization

/// A command line run as the server's account, in the folder `/`, in an environment that holds nothing of ours.
struct Command: Sendable {
    private let words: [String]

    init(_ words: [String], as account: Account) { self.words = account.running(words) }

    /// Runs to its end and gives what it printed, both streams together.
    func output() async throws -> (succeeded: Bool, text: String) {
        do {
            let run = try await run(
                .name(words[0]), arguments: Arguments(Array(words.dropFirst())), environment: Self.environment,
                input: .none, output: .string(limit: 1 << 20), error: .combinedWithOutput)
            return (run.terminationStatus.isSuccess, run.standardOutput)
        } catch let error as SubprocessError {
            throw LocalPostgresError(
                .unusable(path: words[0], french: "ce programme ne se lance pas", detail: error.description))
        }
    }

    /// Starts it in a session of its own, holding none of our files, and lets it live on after us.
    func launch() -> Launched {
        let launched = Launched()
        Task.detached {
            var options = PlatformOptions()
            options.createSession = true
            do {
                _ = try await run(
                    .name(words[0]), arguments: Arguments(Array(words.dropFirst())), environment: Self.environment,
                    platformOptions: options, input: .none, output: .discarded, error: .discarded)
                launched.end(problem: nil)
            } catch {
                launched.end(problem: "\(error).")
            }
        }
        return launched
    }

    private static var environment: Environment {
        .custom(["PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C", "TZ": "UTC"])
    }
}

/// A command that was launched: whether it has ended, and what kept it from running at all.
final class Launched: Sendable {
    private let state = Mutex((ended: false, problem: String?.none))

    var hasEnded: Bool { state.withLock { $0.ended } }
    var problem: String? { state.withLock { $0.problem } }

    fileprivate func end(problem: String?) { state.withLock { $0 = (true, problem) } }
}
