import Glibc
import Synchronization

/// The relays' door open on a stage: the program at work, and passes of the offices.
final class Served: Sendable {
    let stage: Stage
    let port: UInt16
    private let process: pid_t
    /// What the program and its process number are written to, apart from those of an earlier one on the same stage.
    private let name: String

    struct NotServing: Error { let said: String }

    /// What still serves, which ends when the tests do, before its database goes.
    private static let serving = Mutex<Set<pid_t>>([])
    private static let sweep: Void = {
        atexit { for process in Served.serving.withLock({ $0 }) { kill(process, SIGKILL) } }
    }()

    /// The demonstration served, once for the tests that only read.
    static let pilot = Result { try Served(Stage(.done)) }

    init(_ stage: Stage, _ options: [String] = ["--rate", "0"], with changes: [String: String?] = [:]) throws {
        self.stage = stage
        let program = String(Stage.program.dropLast("/cohorte".count)) + "/cohorte-relay"
        let name = "relay-\(random())"
        let log = name + ".log"
        let child = try Child(
            "sh",
            ["-c", "echo $$ >\(name).pid; exec \"$0\" \"$@\" 2>>\(log)", program, "serve", "--port", "0"] + options,
            environment: stage.environment(changes), in: stage.folder)
        _ = consume child
        var found: UInt16?
        for _ in 0..<600 where found == nil {
            usleep(50_000)
            found = Self.port(in: stage.folder.text(log))
        }
        guard let found, let process = pid_t(stage.folder.text(name + ".pid").filter(\.isNumber)) else {
            throw NotServing(said: stage.folder.text(log))
        }
        (port, self.process, self.name) = (found, process, name)
        _ = Self.sweep
        _ = Self.serving.withLock { $0.insert(process) }
    }

    deinit {
        guard Self.serving.withLock({ $0.remove(process) }) != nil else { return }
        kill(process, SIGKILL)
        // Whoever waits for any child, as exit tests do, would see this one for ever.
        waitpid(process, nil, 0)
    }

    private static func port(in log: String) -> UInt16? {
        guard let line = log.split(separator: "\n").first(where: { $0.contains("listening at") }) else { return nil }
        return line.split(separator: ":").last.flatMap { UInt16($0) }
    }

    /// What the program said on standard error.
    var log: String { stage.folder.text(name + ".log") }

    /// Tells the program to stop, and says with which code it ended within the time; nil when it did not.
    func stop(_ signal: Int32 = SIGTERM, within seconds: Int = 30) -> Int32? {
        kill(process, signal)
        for _ in 0..<(seconds * 20) {
            var status: Int32 = 0
            if waitpid(process, &status, WNOHANG) == process {
                _ = Self.serving.withLock { $0.remove(process) }
                return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
            }
            usleep(50_000)
        }
        return nil
    }

    /// A new pass of an office.
    func pass(_ office: String) throws -> String {
        let run = try stage.run("pass issue --quiet --office \(office)")
        guard run.code == 0, let token = run.lines.first else { throw NotServing(said: run.said) }
        return String(token)
    }

    private let passes = Mutex<[String: String]>([:])

    /// A pass of an office, the same for all who ask.
    func shared(_ office: String) throws -> String {
        if let pass = passes.withLock({ $0[office] }) { return pass }
        let pass = try pass(office)
        passes.withLock { $0[office] = pass }
        return pass
    }

    /// Asks with a pass, and waits for the whole answer.
    func ask(
        _ method: String = "GET", _ path: String, pass: String? = nil, _ headers: [String: String] = [:],
        body: String? = nil
    ) throws -> Answer {
        var lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"]
        if let pass { lines.append("Authorization: Bearer \(pass)") }
        for (name, value) in headers { lines.append("\(name): \(value)") }
        if let body { lines.append("Content-Length: \(body.utf8.count)") }
        return Answer(try Wire(port).exchange(lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")))
    }
}

/// An answer of the door.
struct Answer: Sendable {
    let status: Int
    /// By their names in lower case.
    let headers: [String: String]
    let body: String

    init(_ text: String) {
        let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        let lines = (parts.first ?? "").split(separator: "\r\n")
        status = lines.first.flatMap { Int($0.split(separator: " ").dropFirst().first ?? "") } ?? 0
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let pair = line.split(separator: ":", maxSplits: 1)
            if pair.count == 2 { headers[pair[0].lowercased()] = pair[1].drop { $0 == " " }.description }
        }
        self.headers = headers
        body = parts.count > 1 ? String(parts[1]) : ""
    }

    /// The ids of the people in it, in order.
    var people: [String] {
        body.split(separator: "\"participant_id\":\"").dropFirst().map { String($0.prefix(36)) }
    }
}

/// A connection on which a test says what it likes.
final class Wire {
    private let socket: Int32

    struct Broken: Error { let code: Int32 }

    init(_ port: UInt16) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var patience = timeval(tv_sec: 45, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let code = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw Broken(code: errno) }
    }

    deinit { close(socket) }

    func say(_ text: String) throws {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { throw Broken(code: errno) }
            rest = rest.dropFirst(sent)
        }
    }

    /// Says nothing more.
    func finish() { shutdown(socket, Int32(SHUT_WR)) }

    /// What comes until the other end closes.
    func heard() -> String {
        var all: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(socket, &piece, piece.count, 0)
            guard count > 0 else { return String(decoding: all, as: UTF8.self) }
            all += piece[..<count]
        }
    }

    func exchange(_ text: String) throws -> String {
        try say(text)
        return heard()
    }
}
