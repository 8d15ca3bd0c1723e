import Crypto
import HTTPTypes
import Hummingbird
import NIOCore
import Training

extension Route {
    /// Access to another office's person for three hours, with its reason.
    static let access: [Route] = [
        .get("/v1/participants/{id}/access") { asked in
            .list(asked, try await asked.read(.accesses(to: try asked.person(), of: asked.programme)))
        },
        .post("/v1/participants/{id}/access") { asked in
            let person = try asked.person()
            let (body, bytes) = try await asked.body([.init(name: "reason", kind: .text, isRequired: true)])
            let (caller, reason) = (asked.caller, body.text("reason") ?? "")
            return try await asked.once(bytes) { _ in
            } _: { tx in
                let grant = try tx.grantAccess(
                    to: .person(person), caller.office, with: caller.pass.pass, reason: reason)
                var json = JSONWriter()
                json.object { object in object.fields(of: grant) }
                return (201, String(decoding: json.bytes, as: UTF8.self))
            }
        },
    ]
}

extension Asked {
    /// Does what a request with an Idempotency-Key asks, once. `isTagged`: the answer is something that has an ETag.
    ///
    /// - Parameter check: whether the asker may ask this at all, each time that it is asked.
    func once(
        _ bytes: [UInt8], isTagged: Bool = false, if check: @escaping @Sendable (borrowing Transaction) throws -> Void,
        _ body: @escaping @Sendable (borrowing Transaction) throws -> (status: Int32, answer: String)
    ) async throws -> Response {
        guard let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name],
            (1...200).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else {
            throw Problem.badRequest(
                Sentence(
                    "Il faut un en-tête Idempotency-Key de 1 à 200 caractères ASCII visibles, sans espace.",
                    "An Idempotency-Key header of 1 to 200 visible ASCII characters without spaces is needed."))
        }
        let asks = hexadecimal(
            SHA256.hash(data: Array("\(request.method.rawValue) \(request.uri.path)\n".utf8) + bytes))
        let caller = caller
        let answered = try await ask { tx in
            try check(tx)
            return try tx.once(key, asking: asks, with: caller.pass, of: caller.office, body)
        }
        let answer = Array(answered.answer.utf8)
        var response = Response.json(answer, status: .init(code: Int(answered.status)))
        if isTagged { response.headers[.eTag] = Response.tag(answer) }
        return response
    }
}
