import Training

/// The JSON of a new act; what it leaves out is not said.
struct ActBody: Decodable, Sendable {
    let cohort: String
    let date: String?
    let minutes: Int
    let mode: String
    let theme: String
    let competence: String?
    let autonomy: String
    let outcome: String
    let nextAction: String?
    let dueOn: String?
    let doneOn: String?

    private enum CodingKeys: String, CodingKey {
        case cohort, date, minutes, mode, theme, competence, autonomy, outcome
        case nextAction = "next_action"
        case dueOn = "due_on"
        case doneOn = "done_on"
    }

    /// As a form would have it.
    var typed: TypedAct {
        let said: [(CodingKeys, String?)] = [
            (.cohort, cohort), (.date, date), (.minutes, String(minutes)), (.mode, mode), (.theme, theme),
            (.competence, competence), (.autonomy, autonomy), (.outcome, outcome), (.nextAction, nextAction),
            (.dueOn, dueOn), (.doneOn, doneOn),
        ]
        let words = said.compactMap { name, word in word.map { (name.rawValue, $0) } }
        return TypedAct(words: Dictionary(uniqueKeysWithValues: words))
    }
}

/// The JSON of a correction (RFC 7396): what is named is changed, what is null is taken away, what is left out stays.
struct CorrectionBody: Decodable, Sendable {
    private enum Name: String, CodingKey {
        case reason, minutes, competence, autonomy, outcome
        case nextAction = "next_action"
        case dueOn = "due_on"
        case doneOn = "done_on"
        case isCancelled = "is_cancelled"
    }

    let reason: String
    private let minutes: Int?
    private let autonomy: Support.Autonomy?
    private let outcome: Support.Outcome?
    /// Nil is left out; nil inside is null.
    private let competence: String??
    private let nextAction: String??
    private let dueOn: Day??
    private let doneOn: Day??
    /// Whether the act was logged by mistake.
    private let isCancelled: Bool

    init(from decoder: any Decoder) throws {
        let body = try decoder.container(keyedBy: Name.self)
        func code<Code: RawRepresentable>(_ name: Name) throws -> Code? where Code.RawValue == String {
            guard body.contains(name) else { return nil }
            guard let code = Code(rawValue: try body.decode(String.self, forKey: name)) else { throw Problem.malformed }
            return code
        }
        func text(_ name: Name) throws -> String?? {
            body.contains(name) ? .some(try body.decodeIfPresent(String.self, forKey: name)) : nil
        }
        func day(_ name: Name) throws -> Day?? {
            try text(name).map { text in
                guard let text else { return nil }
                guard let day = Day(text) else { throw Problem.malformed }
                return day
            }
        }
        reason = try body.decode(String.self, forKey: .reason)
        minutes = body.contains(.minutes) ? try body.decode(Int.self, forKey: .minutes) : nil
        (autonomy, outcome) = (try code(.autonomy), try code(.outcome))
        (competence, nextAction) = (try text(.competence), try text(.nextAction))
        (dueOn, doneOn) = (try day(.dueOn), try day(.doneOn))
        isCancelled = body.contains(.isCancelled) ? try body.decode(Bool.self, forKey: .isCancelled) : false
        let texts = [reason, competence ?? nil, nextAction ?? nil].compactMap(\.self)
        guard !texts.contains(where: { $0.utf8.contains(0) }), minutes.map({ (1...1440).contains($0) }) ?? true else {
            throw Problem.malformed
        }
    }

    /// What becomes of the act; nil when it was logged by mistake.
    var change: ((inout Support.Content) -> Void)? {
        guard !isCancelled else { return nil }
        return { content in
            if let minutes { content.minutes = minutes }
            if let autonomy { content.autonomy = autonomy }
            if let outcome { content.outcome = outcome }
            if let competence { content.competence = competence }
            if let nextAction { content.nextAction = nextAction }
            if let dueOn { content.dueOn = dueOn }
            if let doneOn { content.doneOn = doneOn }
        }
    }
}

extension Problem {
    fileprivate static let malformed = Problem.badRequest(
        Sentence("Le corps de la demande est mal formé.", "The body of the request is malformed."))
}
