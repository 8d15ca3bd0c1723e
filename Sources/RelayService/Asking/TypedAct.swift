import HTTPTypes
import Training

/// An act of support as a body or a form has it: words under the names of the API, which become an act or faults.
struct TypedAct: Sendable {
    let words: [String: String]

    /// What is typed under a name; nil when there is nothing but spaces.
    subscript(name: String) -> String? {
        words[name].map { $0.trimmed }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The act, or what is wrong with it by name. A day that is not said is today.
    func said(
        for person: Participant.ID, among themes: [Theme], today: Day
    ) throws(TypedFaults) -> Support.Said {
        var faults = TypedFaults()
        let cohort = self["cohort"].flatMap { Cohort.Code(typed: $0) }
        if cohort == nil { faults.add("cohort", Sentence("Choisissez une cohorte.", "Choose a cohort.")) }
        let theme = self["theme"].flatMap { name in themes.first { $0.goes(by: name) } }
        if theme == nil { faults.add("theme", .choose(themes.map(\.theme.rawValue))) }
        let mode: Support.Mode? = faults.choice("mode", self)
        let day = faults.day("date", self) ?? today
        let content = content(&faults)
        guard faults.isEmpty, let cohort, let theme, let mode, let content else { throw faults }
        return Support.Said(for: person, in: cohort, on: day, mode, about: theme, content)
    }

    /// What may be corrected in an act, each field of it as typed.
    func content() throws(TypedFaults) -> Support.Content {
        var faults = TypedFaults()
        let content = content(&faults)
        guard faults.isEmpty, let content else { throw faults }
        return content
    }

    private func content(_ faults: inout TypedFaults) -> Support.Content? {
        let minutes = faults.minutes(self)
        let autonomy: Support.Autonomy? = faults.choice("autonomy", self)
        let outcome: Support.Outcome? = faults.choice("outcome", self)
        let (due, done) = (faults.day("due_on", self), faults.day("done_on", self))
        if words.values.contains(where: { $0.utf8.contains(0) }) {
            faults.add("next_action", Sentence("Un caractère n’est pas admis.", "A character is not allowed."))
        }
        guard let minutes, let autonomy, let outcome else { return nil }
        return Support.Content(
            minutes: minutes, competence: self["competence"], autonomy: autonomy, outcome: outcome,
            nextAction: self["next_action"], dueOn: due, doneOn: done)
    }
}

/// What is wrong with what was typed, by name, in the order in which it was found.
struct TypedFaults: Error {
    private(set) var all: [(name: String, sentence: Sentence)] = []

    var isEmpty: Bool { all.isEmpty }

    mutating func add(_ name: String, _ sentence: Sentence) { all.append((name, sentence)) }

    /// One of the codes of a type; nil with a fault when it is none.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ name: String, _ typed: TypedAct) -> Choice?
    where Choice.RawValue == String {
        if let choice = typed[name].flatMap(Choice.init) { return choice }
        add(name, .choose(Choice.allCases.map(\.rawValue)))
        return nil
    }

    /// So many minutes of a day; nil with a fault when it is no such number.
    mutating func minutes(_ typed: TypedAct) -> Int? {
        let minutes = typed["minutes"].flatMap { Int($0) }.flatMap { (1...1440).contains($0) ? $0 : nil }
        if minutes == nil { add("minutes", Sentence("De 1 à 1 440 minutes.", "From 1 to 1,440 minutes.")) }
        return minutes
    }

    /// A day; nil when none is typed, with a fault when it is none of the calendar.
    mutating func day(_ name: String, _ typed: TypedAct) -> Day? {
        guard let text = typed[name] else { return nil }
        if let day = Day(text) { return day }
        add(name, Sentence("Ce n’est pas une date (2022-03-31).", "This is no date (2022-03-31)."))
        return nil
    }

    /// As an adviser is told, who chooses from lists: by name, one sentence each.
    var told: [(name: String?, sentence: Sentence)] {
        let lists: Set = ["mode", "theme", "autonomy", "outcome", "cohort"]
        return all.map { fault in
            (fault.name, lists.contains(fault.name) ? Sentence("À choisir.", "To be chosen.") : fault.sentence)
        }
    }

    /// As a program is told.
    var problem: Problem {
        func told(_ open: String, _ close: String, _ language: Language) -> String {
            all.map { fault in
                let sentence = fault.sentence.text(language)
                return open + fault.name + close + sentence.prefix(1).lowercased() + sentence.dropFirst()
            }.joined(separator: " ")
        }
        return Problem(.badRequest, "act_is_said", Sentence(told("« ", " » : ", .french), told("\"", "\": ", .english)))
    }

    /// The part of an act that a rule is about; nil when it is about the whole.
    static func name(of rule: String) -> String? {
        switch rule {
        case "support_was_given", "support_is_not_before_the_cohort": "date"
        case "support_lasts_some_minutes": "minutes"
        case "support_is_on_a_known_competence": "competence"
        case "support_to_follow_has_a_next_action", "support_next_action_is_short": "next_action"
        case "support_due_day_is_of_an_action": "due_on"
        case "support_done_day_is_of_an_action": "done_on"
        case "support_correction_has_a_reason", "access_has_a_reason": "reason"
        case "participant_has_a_place", "support_is_for_who_had_a_place": "cohort"
        default: nil
        }
    }
}

extension Sentence {
    fileprivate static func choose(_ codes: [String]) -> Sentence {
        let list = codes.joined(separator: ", ")
        return Sentence("À choisir parmi \(list).", "One of \(list).")
    }
}

extension String {
    /// Without spaces and line ends at its ends.
    fileprivate var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
