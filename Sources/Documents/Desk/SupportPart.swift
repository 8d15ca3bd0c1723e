import FoundationEssentials
public import Training

extension DeskPage {
    /// What was typed in the form of a new act, under the names of the fields, and what was wrong with it.
    public struct Typed: Sendable {
        let words: [String: String]
        let faults: [(name: String?, sentence: Sentence)]

        /// A fault without a name is about the whole.
        public init(_ words: [String: String], faults: [(name: String?, sentence: Sentence)]) {
            (self.words, self.faults) = (words, faults)
        }
    }
}

/// What the office did for a person, and the form for more.
struct SupportPart {
    struct Act {
        let date: String
        let theme: String
        let facts: String
        let outcome: String
        let next: String?
        let isOverdue: Bool
        let isCancelled: Bool
        /// Where to say that the next action is done; nil when there is none to do, or it is another office's act.
        let settle: String?
        let version: String
    }

    struct Choice {
        let code: String
        let words: String
        let isChosen: Bool
    }

    /// A field of the form: what it holds, and what is wrong with it.
    struct Field {
        let value: String
        let fault: String?
    }

    let address: String
    let hasActs: Bool
    let acts: [Act]
    let fault: String?
    let hasFaults: Bool
    let hasCohorts: Bool
    let cohort: String
    let cohorts: [Choice]
    let today: String
    let date: Field
    let minutes: Field
    let modes: [Choice]
    let mode: Field
    let themes: [Choice]
    let theme: Field
    let competences: [Choice]
    let competence: Field
    let autonomies: [Choice]
    let autonomy: Field
    let outcomes: [Choice]
    let outcome: Field
    let nextAction: Field
    let due: Field
    let isOpen: Bool

    init(
        _ help: Followed.Help, for record: Followed.Record, by office: Office.Code?, _ typed: DeskPage.Typed?,
        _ say: Tongue
    ) {
        let words = typed?.words ?? [:]
        func field(_ name: String, or usual: String = "") -> Field {
            let fault = typed?.faults.first { $0.name == name }
            return Field(value: words[name] ?? usual, fault: fault.map { say($0.sentence) })
        }
        func choices<Code: Labelled & CaseIterable & RawRepresentable>(_ name: String, _: Code.Type) -> [Choice]
        where Code.RawValue == String {
            Code.allCases.map {
                Choice(code: $0.rawValue, words: say($0.label).capitalised, isChosen: $0.rawValue == words[name])
            }
        }
        let address = "/participants/\(record.person.participantID.rawValue.uuidString.lowercased())/accompagnements"
        self.address = address
        acts = help.acts.map { Self.act($0, address, by: office, on: help.today, say) }
        hasActs = !acts.isEmpty
        let whole = typed?.faults.first { $0.name == nil }
        (fault, hasFaults) = (whole.map { say($0.sentence) }, typed.map { !$0.faults.isEmpty } ?? false)
        let places = record.places.filter { ![.applied, .waitlisted, .offered, .rejected].contains($0.status) }
        let chosen = words["cohort"] ?? places.last?.cohort.rawValue ?? ""
        (cohort, hasCohorts, isOpen) = (chosen, places.count > 1, !places.isEmpty)
        cohorts = places.map {
            Choice(code: $0.cohort.rawValue, words: say.words($0.title), isChosen: $0.cohort.rawValue == chosen)
        }
        today = help.today.description
        (date, minutes) = (field("date", or: help.today.description), field("minutes"))
        (modes, mode) = (choices("mode", Support.Mode.self), field("mode"))
        themes = help.themes.map {
            Choice(code: $0.theme.rawValue, words: say($0.label), isChosen: $0.theme.rawValue == words["theme"])
        }
        theme = field("theme")
        let scopes = record.changes.filter { $0.code != "overall" && $0.cohort.rawValue == chosen }
        competences = scopes.map {
            Choice(code: $0.code, words: "\($0.code) \(say($0.title))", isChosen: $0.code == words["competence"])
        }
        competence = field("competence")
        (autonomies, autonomy) = (choices("autonomy", Support.Autonomy.self), field("autonomy"))
        (outcomes, outcome) = (choices("outcome", Support.Outcome.self), field("outcome"))
        (nextAction, due) = (field("next_action"), field("due_on"))
    }

    private static func act(_ act: Followed.Act, _ address: String, by office: Office.Code?, on day: Day, _ say: Tongue)
        -> Act
    {
        let facts = [
            say.count(Int(act.minutes), "minute", "minutes", "minute", "minutes"), say(act.mode.label),
            act.helpedBy == office ? nil : say.words(act.helpedBy.rawValue), say(act.autonomy.label), act.competence,
        ]
        let isOpen = act.nextAction != nil && act.doneOn == nil && !act.isCancelled
        let next = act.nextAction.map { action -> String in
            if let done = act.doneOn {
                return say("\(action) (fait le \(say.shortDate(done)))", "\(action) (done on \(say.shortDate(done)))")
            }
            return act.dueOn.map { due in
                say("\(action) (pour le \(say.shortDate(due)))", "\(action) (due on \(say.shortDate(due)))")
            } ?? say.words(action)
        }
        return Act(
            date: say.shortDate(act.date), theme: say.words(act.theme),
            facts: facts.compactMap(\.self).joined(separator: " · "),
            outcome: say(act.outcome.label), next: next,
            isOverdue: isOpen && act.dueOn.map { $0 < day } ?? false, isCancelled: act.isCancelled,
            settle: isOpen && act.helpedBy == office ? "\(address)/\(act.supportID.name)/fait" : nil,
            version: String(act.version))
    }
}
