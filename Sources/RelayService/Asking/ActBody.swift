import Training

/// The JSON of a new act; what it leaves out is not said.
enum ActBody {
    static let members: [Body.Member] = [
        .init(name: "cohort", kind: .text, isRequired: true), .init(name: "date", kind: .text, mayBeNull: true),
        .init(name: "minutes", kind: .whole, isRequired: true), .init(name: "mode", kind: .text, isRequired: true),
        .init(name: "theme", kind: .text, isRequired: true), .init(name: "competence", kind: .text, mayBeNull: true),
        .init(name: "autonomy", kind: .text, isRequired: true), .init(name: "outcome", kind: .text, isRequired: true),
        .init(name: "next_action", kind: .text, mayBeNull: true), .init(name: "due_on", kind: .text, mayBeNull: true),
        .init(name: "done_on", kind: .text, mayBeNull: true),
    ]

    /// As a form would have it.
    static func typed(_ body: Body) -> TypedAct {
        let words = members.compactMap { member in
            (body.text(member.name) ?? body.whole(member.name).map { String($0) }).map { (member.name, $0) }
        }
        return TypedAct(words: Dictionary(uniqueKeysWithValues: words))
    }
}

/// The JSON of a correction (RFC 7396): what is named is changed, what is null is taken away, what is left out stays.
struct CorrectionBody: Sendable {
    static let members: [Body.Member] = [
        .init(name: "reason", kind: .text, isRequired: true), .init(name: "minutes", kind: .whole),
        .init(name: "competence", kind: .text, mayBeNull: true), .init(name: "autonomy", kind: .text),
        .init(name: "outcome", kind: .text), .init(name: "next_action", kind: .text, mayBeNull: true),
        .init(name: "due_on", kind: .text, mayBeNull: true), .init(name: "done_on", kind: .text, mayBeNull: true),
        .init(name: "is_cancelled", kind: .truth),
    ]

    /// What an act has and a correction does not change.
    static let fixed = [
        "support_id", "cohort", "participant_id", "date", "helped_by", "mode", "theme", "is_after_the_cohort",
        "version",
    ]

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

    init(_ body: Body) throws(Problem) {
        let typed = ActBody.typed(body)
        var faults = TypedFaults()
        minutes = body.has("minutes") ? faults.minutes(typed) : nil
        autonomy = body.has("autonomy") ? faults.choice("autonomy", typed) : nil
        outcome = body.has("outcome") ? faults.choice("outcome", typed) : nil
        dueOn = body.has("due_on") ? .some(faults.day("due_on", typed)) : nil
        doneOn = body.has("done_on") ? .some(faults.day("done_on", typed)) : nil
        guard faults.isEmpty else { throw faults.problem }
        competence = body.has("competence") ? .some(body.text("competence")) : nil
        nextAction = body.has("next_action") ? .some(body.text("next_action")) : nil
        (reason, isCancelled) = (body.text("reason") ?? "", body.truth("is_cancelled") ?? false)
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
