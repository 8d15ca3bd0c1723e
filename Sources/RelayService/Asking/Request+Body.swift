import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

extension Request {
    /// Whether a body comes with the request.
    var hasBody: Bool {
        headers[.transferEncoding] != nil || headers[.contentLength].map { $0 != "0" } ?? false
    }

    /// The request with its body, which has so many bytes at most and comes within ten seconds.
    func whole(upTo most: Int, _ trail: Trail) async throws -> Request {
        guard hasBody else { return self }
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > most { throw Problem.tooLarge(most) }
        let whole = try await withThrowingTaskGroup(of: Request.self) { group in
            group.addTask {
                var request = self
                _ = try await request.collectBody(upTo: most)
                return request
            }
            group.addTask {
                try await Task.sleep(for: .seconds(10))
                throw Problem.tooSlow
            }
            defer { group.cancelAll() }
            return try await group.next() ?? self
        }
        trail.isBodyRead = true
        return whole
    }
}

extension Request {
    /// The fields of a form; of two of one name the first.
    func form(upTo most: Int) async throws -> [String: String] {
        let body = String(buffer: try await body.collect(upTo: most)).replacing("+", with: "%20")
        let fields = URI("/?\(body)").queryParameters.map { (String($0.key), String($0.value)) }
        return Dictionary(fields) { first, _ in first }
    }
}

extension Response {
    /// The connection ends after this answer, for what is left of the request is not waited for.
    mutating func endConnection(_ channel: any Channel) {
        headers[.connection] = "close"
        channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
    }
}
