public import Postgres

/// What became of one enrolment at one session (émargement). `unmarked` is the start, never "present".
public enum Presence: String, CaseIterable, PostgresValue, Labelled {
    case unmarked, present, late
    case leftEarly = "left_early"
    case excused, absent, exempt

    public var label: Sentence {
        switch self {
        case .unmarked: Sentence("non renseigné", "unmarked")
        case .present: Sentence("présent", "present")
        case .late: Sentence("en retard", "late")
        case .leftEarly: Sentence("parti avant la fin", "left early")
        case .excused: Sentence("excusé", "excused")
        case .absent: Sentence("absent", "absent")
        case .exempt: Sentence("dispensé", "exempt")
        }
    }

    /// Whether the person was there, for all or part of the half-day.
    public var isThere: Bool { self == .present || self == .late || self == .leftEarly }
}
