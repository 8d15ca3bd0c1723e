public import Statistics

extension Evaluation {
    /// An evaluation as an office or everybody may read it: what could tell of fewer than k people is not in it.
    ///
    /// It is an allow-list: it holds what is named here, so that something new in an evaluation is not published by itself.
    public struct Release: Sendable {
        public let cohort: CohortFacts
        public let audience: Reader
        public let asOf: Day
        public let status: Status
        /// k: the least number of people, beside those whom a reader follows, that a figure tells of.
        public let minimumGroup: Int
        /// The counts of the flow in order; nil is suppressed.
        public let flow: [Count]
        public let attendance: Attendance
        public let objectives: [Objective]
        public let overall: Table
        public let areas: [Table]
        public let competences: [Table]
        /// Over how many competences Holm's p is adjusted; nil is suppressed.
        public let holmM: Int?
        public let offices: [Table]
        public let categories: [Table]
        public let sensitivity: [Sensitivity]
        /// R5: whether another treatment of the missing after-scores turns the sign; nil is suppressed.
        public let sensitivityChangesSign: Bool?
        /// What the evaluation says besides, and this release does not.
        public let blanks: [Blank]
        public let missing: [Missing]
        /// An office's own people; nobody in the shared version.
        public let people: [Person]
        /// Nil is "non mesuré".
        public var territory: Territory? = nil
        /// Nil is "non mesuré".
        public var skills: Skills? = nil
        /// The cohort's ties by question, without who has none; empty where they were not asked for before and after.
        public var network: [Table] = []
        /// Everything that was left out, and why.
        public let suppressed: [Suppression]
        public let versions: Versions
        public let inputsSHA256: String
        /// SHA-256 of the stored evaluation that this was made of.
        public let evaluationSHA256: String

        /// Who reads, but for the coordinator, who reads the evaluation itself.
        public enum Reader: Hashable, Sendable {
            case relay(Office.Code)
            case shared

            /// `shared`, or `relay=albi`: as typed, printed and written in paths.
            public var name: String {
                switch self {
                case .relay(let office): "relay=\(office.rawValue)"
                case .shared: "shared"
                }
            }

            public var office: Office.Code? { if case .relay(let office) = self { office } else { nil } }
        }

        public struct Count: Equatable, Sendable {
            public let name: String
            public let value: Int?
        }

        /// The figures of the whole, an area, a competence, an office or a category; nil is suppressed.
        public struct Table: Sendable {
            public let code: String
            public let title: Sentence
            public let rows: [Row]?
        }

        /// A figure under its contract's name; nil is suppressed.
        public struct Row: Equatable, Sendable {
            public let name: String
            public let value: Entry.Value?
        }

        public struct Attendance: Sendable {
            public let sessions: Int
            public let planned: Int
            public let plannedMinutes: Int
            /// Nil is suppressed.
            public let attendedMinutes: Int?
            public let unmarked: Int
            public let bySession: [Session]

            /// Between 0 and 1; nil when suppressed or nothing was planned.
            public var assiduity: Double? {
                attendedMinutes.flatMap { plannedMinutes > 0 ? Double($0) / Double(plannedMinutes) : nil }
            }
        }

        public struct Session: Sendable {
            public let session: Evaluation.Session
            public let isSuppressed: Bool
        }

        public struct Objective: Sendable {
            public let code: String
            public let title: Sentence
            /// Nil is "non mesuré", or suppressed.
            public let answer: Sentence?
            public let source: Sentence
            public let isSuppressed: Bool
        }

        public struct Sensitivity: Sendable {
            public let code: String
            public let title: Sentence
            public let n: Int
            public let meanChange: Double?
            public let isSuppressed: Bool
        }

        /// A part of the evaluation that is not in the release, by its name in `evaluation.json`.
        public struct Blank: Equatable, Sendable {
            public let name: String
            /// Else nobody measured it, which may be said.
            public let isSuppressed: Bool
        }

        /// What was left out, by its path in `evaluation.json`; several figures of one table stand in braces.
        public struct Suppression: Equatable, Sendable {
            public let what: String
            public let reason: Reason
        }

        /// Why something is not published. Too few people, a difference that would tell of them, and values that a figure
        /// would give away are one reason: to tell them apart would tell which it was.
        public enum Reason: String, CaseIterable, Sendable {
            case protected
            case individual
            case coordinatorOnly = "coordinator_only"
        }
    }
}

extension Evaluation.Release.Reason {
    /// The reason in words, with k.
    public func sentence(minimumGroup k: Int) -> Sentence {
        switch self {
        case .protected:
            Sentence(
                "porte sur moins de \(k) personnes (le cas échéant en dehors d’un office), ou permettrait, avec tout ce qui est publié, de calculer ou de deviner leurs valeurs",
                "is about fewer than \(k) people (beside those of one office), or would let their values be computed or guessed from all that is published"
            )
        case .individual:
            Sentence("repose sur les valeurs d’une ou deux personnes", "stands on the values of one or two people")
        case .coordinatorOnly:
            Sentence("est réservé à la coordination", "is for the coordinator only")
        }
    }
}
