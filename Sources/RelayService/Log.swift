import ArgumentParser
import FoundationEssentials
import Synchronization
import Training

/// What the log holds.
enum LogChoice: String, CaseIterable, ExpressibleByArgument { case requests, problems, nothing }

/// The program's own log: a JSON object a line on standard error, never with a name, an address, a query or a token.
final class Log: Sendable {
    static let shared = Log()

    private let choice = Mutex(LogChoice.requests)

    func hold(_ choice: LogChoice) { self.choice.withLock { $0 = choice } }

    /// Something that whoever runs the program should look at.
    func problem(_ what: String, _ message: String) {
        guard choice.withLock({ $0 }) != .nothing else { return }
        write { line in
            line.field("level", "warning")
            line.field("what", what)
            line.field("message", message)
        }
    }

    /// That a request was answered: by its route, not its address, and by the pass that asked.
    func request(_ number: Int, _ method: String, _ route: String, _ status: Int, _ pass: Pass.ID?, microseconds: Int) {
        guard choice.withLock({ $0 }) == .requests else { return }
        write { line in
            line.field("level", "info")
            line.field("what", "request")
            line.field("number", number)
            line.field("method", method)
            line.field("route", route)
            line.field("status", status)
            line.field("microseconds", microseconds)
            line.field("pass", pass?.rawValue)
        }
    }

    private func write(_ members: (inout JSONObject) -> Void) {
        var json = JSONWriter()
        json.object { line in
            line.field("at", Date.now.formatted(.iso8601))
            members(&line)
        }
        complain(String(decoding: json.bytes, as: UTF8.self))
    }
}
