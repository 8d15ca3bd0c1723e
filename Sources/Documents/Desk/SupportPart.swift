import FoundationEssentials
import Training

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
        /// Where to say that the next action is done; nil when there is none to do.
        let settle: String?
        /// Where to correct it; nil when it was logged by mistake.
        let correct: String?
        let version: String
    }

    /// Another act that stands where one was to be logged.
    struct Standing {
        let words: String
        let correct: String
    }

    let address: String
    let hasActs: Bool
    let acts: [Act]
    let fault: String?
    let standing: Standing?
    let hasFaults: Bool
    let hasCohorts: Bool
    let cohort: String
    let cohorts: [ActFields.Choice]
    let today: String
    let date: ActFields.Field
    let modes: [ActFields.Choice]
    let mode: ActFields.Field
    let themes: [ActFields.Choice]
    let theme: ActFields.Field
    let fields: ActFields
    let isOpen: Bool

    init(
        _ help: Followed.Help, for record: Followed.Record, by office: Office.Code?, _ typed: DeskPage.Typed?,
        standing: Followed.Act?, _ say: Tongue
    ) {
        let words = typed?.words ?? [:]
        let address = Self.address(record.person.participantID)
        self.address = address
        let titles = Dictionary(record.changes.map { ($0.code, $0.title) }) { first, _ in first }
        acts = help.acts.map { Self.act($0, address, by: office, on: help.today, titles, say) }
        hasActs = !acts.isEmpty
        (fault, hasFaults) = (typed?.whole.map { say($0) }, typed.map { !$0.faults.isEmpty } ?? false)
        self.standing = standing.map {
            Standing(
                words:
                    "\(say.shortDate($0.date)) · \(say.words($0.theme)) · \(Self.facts($0, by: office, titles, say)) · \(say($0.outcome.label))",
                correct: "\(address)/\($0.supportID.name)")
        }
        let places = record.places.filter { ![.applied, .waitlisted, .offered, .rejected].contains($0.status) }
        let chosen = words["cohort"] ?? places.last?.cohort.rawValue ?? ""
        (cohort, hasCohorts, isOpen) = (chosen, places.count > 1, !places.isEmpty)
        cohorts = places.map {
            .init(code: $0.cohort.rawValue, words: say.words($0.title), isChosen: $0.cohort.rawValue == chosen)
        }
        today = help.today.description
        date = .init("date", typed, or: help.today.description, say)
        (modes, mode) = (ActFields.choices(Support.Mode.self, words["mode"] ?? "", say), .init("mode", typed, say))
        themes = help.themes.map {
            .init(code: $0.theme.rawValue, words: say($0.label), isChosen: $0.theme.rawValue == words["theme"])
        }
        theme = .init("theme", typed, say)
        fields = ActFields(nil, Self.scopes(of: record, in: chosen), typed, say)
    }

    /// Where the acts for a person are.
    static func address(_ person: Participant.ID) -> String {
        "/participants/\(person.rawValue.uuidString.lowercased())/accompagnements"
    }

    /// The competences that an act for somebody in a cohort may name.
    static func scopes(of record: Followed.Record, in cohort: String) -> [Followed.Change] {
        record.changes.filter { $0.code != "overall" && $0.cohort.rawValue == cohort }
    }

    /// What is said of an act in a line.
    static func facts(_ act: Followed.Act, by office: Office.Code?, _ titles: [String: Sentence], _ say: Tongue)
        -> String
    {
        let facts = [
            say.count(Int(act.minutes), "minute", "minutes", "minute", "minutes"), say(act.mode.label),
            act.helpedBy == office
                ? nil : say("par l’office \(act.helpedBy.rawValue)", "by office \(act.helpedBy.rawValue)"),
            say(act.autonomy.label),
            act.competence.map { code in titles[code].map { "\(code)\u{A0}\(say($0))" } ?? code },
        ]
        return facts.compactMap(\.self).joined(separator: " · ")
    }

    private static func act(
        _ act: Followed.Act, _ address: String, by office: Office.Code?, on day: Day, _ titles: [String: Sentence],
        _ say: Tongue
    ) -> Act {
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
            date: say.shortDate(act.date), theme: say.words(act.theme), facts: facts(act, by: office, titles, say),
            outcome: say(act.outcome.label), next: next,
            isOverdue: isOpen && act.dueOn.map { $0 < day } ?? false, isCancelled: act.isCancelled,
            settle: isOpen ? "\(address)/\(act.supportID.name)/fait" : nil,
            correct: act.isCancelled ? nil : "\(address)/\(act.supportID.name)", version: String(act.version))
    }
}
