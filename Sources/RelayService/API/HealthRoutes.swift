import HTTPTypes
import Hummingbird
import NIOCore
import Training

extension Route {
    static let health: [Route] = [
        .open("/healthz") { _ in .text("ok\n") },
        .open("/readyz") { rooms in
            guard try await rooms.database.isPrepared(), !rooms.journal.isFull else { throw Problem.unavailable }
            return .text("ready\n")
        },
        .open("/openapi.yaml") { _ in
            .text(
                String(decoding: Embedded.bytes("openapi.yaml"), as: UTF8.self), type: "application/yaml; charset=utf-8"
            )
        },
        .open("/metrics") { rooms in .text(rooms.metrics.text, type: "text/plain; version=0.0.4; charset=utf-8") },
    ]
}

extension Response {
    static func text(_ text: String, type: String = "text/plain; charset=utf-8") -> Response {
        Response(status: .ok, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
