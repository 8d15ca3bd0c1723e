public import Postgres
import TrainingSQL

/// What was answered to a request that carried a key.
public struct Answered: Sendable, Equatable {
    /// Of what the request asked.
    public let requestSHA256: String
    public let status: Int32
    public let answer: String

    public init(requestSHA256: String, status: Int32, answer: String) {
        (self.requestSHA256, self.status, self.answer) = (requestSHA256, status, answer)
    }
}

extension Query<Answered> {
    static func answered(_ key: String, _ pass: Pass.Key) -> Self {
        Query(SQL.`queries/request/find`, pass.programme, pass.pass, key, as: Answered.init)
    }
}

extension Transaction {
    /// Does what a request asks, once for its key: sent again it gets the first answer, sent with another body a `Refusal`.
    public func once(
        _ key: String, asking sha256: String, with pass: Pass.Key, of office: Office.Key,
        _ body: (borrowing Transaction) throws -> (status: Int32, answer: String)
    ) throws -> Answered {
        if let known = try askOne(.answered(key, pass)) {
            guard known.requestSHA256 == sha256 else {
                throw Refusal(
                    rule: "request_key_is_of_one_request", "Cette clé d’idempotence a déjà servi à une autre demande.",
                    "This idempotency key was used for another request.")
            }
            return known
        }
        let (status, answer) = try body(self)
        let answered = Answered(requestSHA256: sha256, status: status, answer: answer)
        try change(.keep(answered, key, pass, office))
        return answered
    }
}

extension Command {
    static func keep(_ answered: Answered, _ key: String, _ pass: Pass.Key, _ office: Office.Key) -> Command {
        Command(
            SQL.`queries/request/keep`, pass.programme, pass.pass, key, office.office, answered.requestSHA256,
            answered.status, answered.answer)
    }
}
