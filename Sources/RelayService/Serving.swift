import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import Training
import UnixSignals

/// The server at work: the routes, what guards them, and what is written beside them.
struct Serving {
    private let command: ServeCommand
    private let rooms: Rooms

    init(_ database: Database, _ command: ServeCommand) {
        self.command = command
        Log.shared.hold(command.log)
        rooms = Rooms(
            database: database, gate: Gate(database), journal: ReadJournal(database), metrics: Metrics(),
            passes: Buckets(rate: Double(command.rate), burst: Double(command.rate) * 4),
            strangers: Buckets(rate: 1, burst: 20), guesses: Buckets(rate: 1 / 60, burst: 20),
            isBehindProxy: command.behindProxy)
    }

    /// Serves until a signal; then what is under way is answered, and what was read is logged.
    func run() async throws {
        var logger = Logger(label: "cohorte-relay") { _ in SwiftLogNoOpLogHandler() }
        logger.logLevel = .critical
        // The first use of the threads makes them.
        NIOSingletons.groupLoopCountSuggestion = 1
        let application = Application(
            responder: Front(rooms), server: try server(),
            configuration: .init(
                address: .hostname(command.host, port: command.port), backlog: 4096,
                availableConnectionsDelegate: .maximum(16_000, logger: logger)),
            onServerRunning: { channel in
                Footprint.giveBack()
                complain("cohorte-relay: listening at \(channel.localAddress.map { "\($0)" } ?? "?")")
            }, logger: logger)
        let services = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: Scribe(rooms: rooms)),
                    .init(
                        service: Near(service: application, executor: SocketExecutor(application.eventLoopGroup.any()))),
                ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await services.run()
        await rooms.database.close()
    }

    private func server() throws -> HTTPServerBuilder {
        let plain = HTTPServerBuilder.http1(
            configuration: .init(
                additionalChannelHandlers: [UnreadHead.Place()], idleTimeout: .seconds(15),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 16_384, maxHeaderListSize: 32_768, maxHeaderFieldCount: 100)))
        guard let certificate = command.certificate, let key = command.key else { return plain }
        let chain = try readable(certificate, "certificate") { try NIOSSLCertificate.fromPEMFile($0) }
        let secret = try readable(key, "private key") { try NIOSSLPrivateKey(file: $0, format: .pem) }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(secret))
        configuration.minimumTLSVersion = .tlsv12
        return try .tls(plain, tlsConfiguration: configuration)
    }

    private func readable<Value>(_ path: String, _ what: String, _ read: (String) throws -> Value) throws -> Value {
        do { return try read(path) } catch {
            throw Unready(sentence: "The \(what) \(path) cannot be read as PEM.", code: 65)
        }
    }
}

/// A service whose tasks run on an executor.
private struct Near<Served: Service>: Service {
    let service: Served
    let executor: SocketExecutor

    func run() async throws {
        try await withTaskExecutorPreference(executor) { try await service.run() }
    }
}

/// Writes, every second, what was read, and when passes were used; once more at the end.
private struct Scribe: Service {
    let rooms: Rooms

    func run() async throws {
        var seconds = 0
        for await _ in AsyncStream.seconds.cancelOnGracefulShutdown() {
            await rooms.journal.flush()
            await rooms.gate.note()
            if seconds.isMultiple(of: 10) { Footprint.giveBack() }
            seconds += 1
        }
        await rooms.journal.flush()
        await rooms.gate.note(all: true)
    }
}

extension AsyncStream<Void> {
    /// One a second.
    fileprivate static var seconds: AsyncStream {
        AsyncStream { try? await Task.sleep(for: .seconds(1)) }
    }
}
