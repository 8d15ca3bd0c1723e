public import Postgres
import TrainingSQL

/// Who knows whom in a cohort: what people answer about the others of their group, before and after.
public enum Network {
    /// What is asked of each of the others.
    public enum Relation: String, CaseIterable, Comparable, PostgresValue, Labelled {
        case knows
        case workedWith = "worked_with"
        case sentCustomer = "sent_customer"

        public var label: Sentence {
            switch self {
            case .knows: Sentence("connaît", "knows")
            case .workedWith: Sentence("a travaillé avec", "has worked with")
            case .sentCustomer: Sentence("a envoyé un client à", "has sent a customer to")
            }
        }

        /// As it is put to people.
        public var question: Sentence {
            switch self {
            case .knows: Sentence("Qui du groupe connaissez-vous ?", "Whom of the group do you know?")
            case .workedWith:
                Sentence(
                    "Avec qui du groupe avez-vous travaillé ?", "With whom of the group have you worked?")
            case .sentCustomer:
                Sentence(
                    "À qui du groupe avez-vous envoyé un client ?", "To whom of the group have you sent a customer?")
            }
        }

        public static func < (one: Relation, other: Relation) -> Bool {
            (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
        }
    }

    /// When people are asked about the group.
    public enum Wave: String, CaseIterable, PostgresValue, Labelled {
        case before, after
        case followUp = "follow_up"

        public var label: Sentence {
            switch self {
            case .before: Sentence("avant", "before")
            case .after: Sentence("après", "after")
            case .followUp: Sentence("suivi", "follow-up")
            }
        }
    }

    /// One line of a network file: whom somebody names, or that they name nobody.
    public struct Request: Sendable {
        let participant: String, other: String?, relation: Relation, wave: Wave, day: Day?

        /// - Parameter day: when it was answered; nil is the day given for the file.
        public init(participant: String, other: String?, relation: Relation, wave: Wave, day: Day? = nil) {
            (self.participant, self.other, self.relation) = (participant, other, relation)
            (self.wave, self.day) = (wave, day)
        }
    }

    /// A line of the list of answers.
    public struct Line: Sendable {
        public let participant: String
        /// Nil when nobody was named.
        public let other: String?
        public let relation: Relation
        public let wave: Wave
        public let date: Day
        /// Why it no longer counts; nil when it does.
        public let retractedBecause: String?
    }

    /// What became of a file.
    public struct Imported: Sendable {
        /// Who answered a question at a wave for the first time.
        public let answers: Int
        /// Namings that were added.
        public let namings: Int
        /// Lines that were there, or were taken back since.
        public let unchanged: Int
    }

    static let staging = Staging(
        table: SQL.`queries/network/stage`, name: "staged_naming",
        columns: ("line", Int32.self), ("participant", String.self), ("other", String?.self),
        ("question", Relation.self), ("wave", Wave.self), ("named_on", Day.self))
}

extension Query<Network.Line> {
    static func namings(in cohort: Cohort, at wave: Network.Wave?) -> Self {
        Query(SQL.`queries/network/list`, cohort.programmeID, cohort.cohortID, wave, as: Network.Line.init)
    }
}

extension Query<Int> {
    static func knownNamings(of programme: Programme.ID) -> Self {
        Query(SQL.`queries/network/known`, programme) { (known: Int) in known }
    }
}

extension Command {
    static func resolveNamings(in cohort: Cohort) -> Command {
        Command(SQL.`queries/network/resolve`, cohort.programmeID, cohort.cohortID)
    }

    static func addStagedAnswers(to cohort: Cohort) -> Command {
        Command(SQL.`queries/network/add_answers`, cohort.programmeID, cohort.cohortID)
    }

    static func addStagedNamings(to cohort: Cohort) -> Command {
        Command(SQL.`queries/network/add_namings`, cohort.programmeID, cohort.cohortID)
    }

    static func retract(
        _ relation: Network.Relation, at wave: Network.Wave, from one: Enrolment.ID, to other: Enrolment.ID,
        of programme: Programme.ID, because reason: String
    ) -> Command {
        Command(SQL.`queries/network/retract`, programme, one, wave, relation, other, reason)
    }
}
