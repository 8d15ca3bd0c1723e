import Postgres
public import Statistics
import TrainingSQL

extension Support {
    /// One act as an evaluation counts it: arrival numbers, and nobody's words.
    struct Row: Placed, Equatable {
        let asked: Int
        let arrival: Int32
        let office: String
        let supportedOn: Day
        let minutes: Int32
        let mode: Mode
        let theme: String
        let themeCode: Training.Theme.Code
        let themeFr: String
        let themeEn: String
        let competence: String?
        let autonomy: Autonomy
        let outcome: Outcome
        let hasNextAction: Bool
        let dueOn: Day?
        let doneOn: Day?

        /// Whether something is still to be done.
        var isOpen: Bool { hasNextAction && doneOn == nil }

        /// That of the list; of an act that is older than the list, its own words.
        var title: Sentence { themeCode == .other ? Sentence(theme, theme) : Sentence(themeFr, themeEn) }
        /// What one theme's acts have in common.
        var themeKey: String { themeCode == .other ? theme.lowercased() : themeCode.rawValue }
    }

    /// R10, objective 4: what the offices did for the people of a cohort, up to the day of the evaluation.
    public struct Summary: Sendable {
        public let acts: Int
        public let minutes: Int
        /// How many of those who entered had any.
        public let people: Int
        public let entered: Int
        /// Nobody entered: unavailable.
        public let actsPerParticipant: Figure<Double>
        public let offices: [OfficeLoad]
        /// By theme: those with most unmet needs first.
        public let themes: [Theme]
        public let next: [NextAction]
        /// By competence; only those that did not progress for somebody.
        public let gaps: [CompetenceGap]

        /// A need is somebody with a theme; it is met once the last act of it solved it, or its next action is done.
        public var needs: Int { themes.map(\.people).reduce(0, +) }
        public var needsMet: Int { themes.map(\.met).reduce(0, +) }
        /// Neither met nor referred elsewhere.
        public var needsUnmet: Int { themes.map(\.unmet).reduce(0, +) }
    }

    /// What one office did.
    public struct OfficeLoad: Sendable, Equatable {
        public let office: String
        public let acts: Int
        public let people: Int
        public let minutes: Int
        public let toFollow: Int
        public let overdue: Int
    }

    /// The needs of one theme.
    public struct Theme: Sendable, Equatable {
        public let code: Training.Theme.Code
        public let title: Sentence
        public let people: Int
        public let met: Int
        public let referred: Int
        public var unmet: Int { people - met - referred }
    }

    /// Something that is still to be done for somebody.
    public struct NextAction: Sendable, Equatable {
        public let pseudonym: String
        public let office: String
        public let theme: Sentence
        public let dueOn: Day?
        public let isOverdue: Bool
    }

    /// For how many a competence did not progress, and how many of them had support on it since they were assessed after.
    public struct CompetenceGap: Sendable, Equatable {
        public let code: String
        public let title: Sentence
        public let people: Int
        /// At any time.
        public let helped: Int
        public let helpedSince: Int
    }
}

extension Query<Support.Row> {
    static func supports(of asked: Evaluation.Asked) -> Self {
        Query(SQL.`queries/evaluation/support`, asked.programme, asked.cohorts, asked.days, as: Support.Row.init)
    }
}

extension Support.Summary {
    /// Nil when there was no act.
    init?(_ facts: Evaluation.Facts, _ entered: [Assessed]) {
        let rows = facts.relay.supports
        guard !rows.isEmpty else { return nil }
        let people = Set(entered.map(\.row.arrival))
        (acts, minutes) = (rows.count, rows.map { Int($0.minutes) }.reduce(0, +))
        self.people = Set(rows.map(\.arrival)).intersection(people).count
        self.entered = entered.count
        actsPerParticipant =
            entered.isEmpty ? .unavailable(.noAnswers) : .value(Double(rows.count) / Double(entered.count))
        offices = Support.OfficeLoad.all(rows, asOf: facts.asOf)
        themes = Support.Theme.all(rows)
        next = rows.filter(\.isOpen).map { row in
            .init(
                pseudonym: Evaluation.pseudonym(row.arrival), office: row.office, theme: row.title, dueOn: row.dueOn,
                isOverdue: row.dueOn.map { $0 < facts.asOf } ?? false)
        }.sorted { ($0.dueOn?.description ?? "~", $0.pseudonym) < ($1.dueOn?.description ?? "~", $1.pseudonym) }
        gaps = Support.CompetenceGap.all(facts, entered, rows)
    }

    /// Its figures in their order.
    public var entries: [Entry] {
        Entry.support(
            acts: acts, minutes: minutes, people: people, perParticipant: actsPerParticipant, needs: needs,
            met: needsMet, unmet: needsUnmet)
    }
}

extension Support.OfficeLoad {
    /// The offices that helped, by code.
    fileprivate static func all(_ rows: [Support.Row], asOf: Day) -> [Support.OfficeLoad] {
        Dictionary(grouping: rows, by: \.office).sorted { $0.key < $1.key }.map { office, rows in
            .init(
                office: office, acts: rows.count, people: Set(rows.map(\.arrival)).count,
                minutes: rows.map { Int($0.minutes) }.reduce(0, +), toFollow: rows.count(where: \.isOpen),
                overdue: rows.count { $0.isOpen && $0.dueOn.map { $0 < asOf } ?? false })
        }
    }
}

extension Support.Theme {
    /// Rows come by day, so that the last of a person and theme is how the need stands.
    fileprivate static func all(_ rows: [Support.Row]) -> [Support.Theme] {
        let byTheme = Dictionary(grouping: rows, by: \.themeKey)
        return byTheme.values.map { rows -> Support.Theme in
            let last = Dictionary(rows.map { ($0.arrival, $0) }) { _, later in later }.values
            return .init(
                code: rows[0].themeCode, title: rows[0].title, people: last.count,
                met: last.count { $0.outcome == .solved || $0.hasNextAction && $0.doneOn != nil },
                referred: last.count { $0.outcome == .referred && !($0.hasNextAction && $0.doneOn != nil) })
        }.sorted { ($1.unmet, $1.people, $0.title.french) < ($0.unmet, $0.people, $1.title.french) }
    }
}

extension Support.CompetenceGap {
    fileprivate static func all(_ facts: Evaluation.Facts, _ entered: [Assessed], _ rows: [Support.Row])
        -> [Support.CompetenceGap]
    {
        let scoring = Scoring(facts.items)
        let acts = Dictionary(grouping: rows, by: \.arrival)
        let after = Dictionary(
            facts.assessments.filter { $0.wave == .after }.map { ($0.arrival, $0.takenOn) }
        ) { first, _ in first }
        return scoring.competences.compactMap { scope in
            let stuck = entered.filter { person in
                guard let before = person.before, let last = person.after,
                    let pair = scoring.pair(before, last, on: scope).map(Pair.init)
                else { return false }
                return significant(pair.after - pair.before) <= 0
            }
            guard !stuck.isEmpty else { return nil }
            func helped(_ person: Assessed, since day: Day?) -> Bool {
                (acts[person.row.arrival] ?? []).contains { act in
                    act.competence == scope.code && day.map { act.supportedOn >= $0 } ?? true
                }
            }
            return .init(
                code: scope.code, title: scope.title, people: stuck.count,
                helped: stuck.count { helped($0, since: nil) },
                helpedSince: stuck.count { helped($0, since: after[$0.row.arrival]) })
        }
    }
}
