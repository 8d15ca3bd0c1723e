import Postgres

/// One answer to one item: a number on the item's scale, or one of four kinds of missing. Zero is an answer.
public enum Answer: Hashable, Sendable {
    case number(Double)
    /// Passed over while answering.
    case skipped
    /// Does not concern this person: leaves the denominator.
    case notApplicable
    case refused
    /// Was not put to this person: leaves the denominator.
    case notAsked

    /// How it stands in the array of an assessment: see the comment on `assessment.answers`.
    var stored: Double? {
        switch self {
        case .number(let value): value
        case .skipped: .nan
        case .notApplicable: .infinity
        case .refused: -.infinity
        case .notAsked: nil
        }
    }

    init(stored: Double?) {
        switch stored {
        case nil: self = .notAsked
        case let value? where value.isNaN: self = .skipped
        case let value? where value == .infinity: self = .notApplicable
        case let value? where value == -.infinity: self = .refused
        case let value?: self = .number(value)
        }
    }

    /// Whether it counts among the items asked.
    var isAsked: Bool { self != .notApplicable && self != .notAsked }

    var number: Double? {
        if case .number(let value) = self { value } else { nil }
    }
}

/// The answers of one assessment, in item order, as their column holds them; a type of its own, so that millions of them
/// are read by code that was made for numbers.
struct AnswerSheet: RawRepresentable, PostgresValue {
    let rawValue: [Double?]

    var answers: [Answer] { rawValue.map(Answer.init(stored:)) }
}
