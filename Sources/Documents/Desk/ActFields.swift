public import Training

extension DeskPage {
    /// What was typed in a form, under the names of the fields, and what was wrong with it.
    public struct Typed: Sendable {
        let words: [String: String]
        let faults: [(name: String?, sentence: Sentence)]

        /// A fault without a name is about the whole.
        public init(_ words: [String: String], faults: [(name: String?, sentence: Sentence)]) {
            (self.words, self.faults) = (words, faults)
        }

        /// The first fault that is about the whole.
        var whole: Sentence? { faults.first { $0.name == nil }?.sentence }

        func fault(_ name: String) -> Sentence? { faults.first { $0.name == name }?.sentence }
    }
}

/// The fields that a new act and a correction have in common.
struct ActFields {
    struct Choice {
        let code: String
        let words: String
        let isChosen: Bool
    }

    /// A field of the form: what it holds, and what is wrong with it.
    struct Field {
        let value: String
        let fault: String?

        init(_ name: String, _ typed: DeskPage.Typed?, or usual: String = "", _ say: Tongue) {
            (value, fault) = (typed?.words[name] ?? usual, typed?.fault(name).map { say($0) })
        }
    }

    let minutes: Field
    let competences: [Choice]
    let competence: Field
    let autonomies: [Choice]
    let autonomy: Field
    let outcomes: [Choice]
    let outcome: Field
    let nextAction: Field
    let due: Field

    /// - Parameters:
    ///   - act: what stands there while nothing is typed.
    ///   - scopes: the competences that may be named.
    init(_ act: Followed.Act?, _ scopes: [Followed.Change], _ typed: DeskPage.Typed?, _ say: Tongue) {
        minutes = Field("minutes", typed, or: act.map { String($0.minutes) } ?? "", say)
        competence = Field("competence", typed, or: act?.competence ?? "", say)
        autonomy = Field("autonomy", typed, or: act?.autonomy.rawValue ?? "", say)
        outcome = Field("outcome", typed, or: act?.outcome.rawValue ?? "", say)
        nextAction = Field("next_action", typed, or: act?.nextAction ?? "", say)
        due = Field("due_on", typed, or: act?.dueOn?.description ?? "", say)
        let code = competence.value
        let named = scopes.map {
            Choice(code: $0.code, words: "\($0.code) \(say($0.title))", isChosen: $0.code == code)
        }
        let isNamed = code.isEmpty || named.contains(where: \.isChosen)
        competences = named + (isNamed ? [] : [Choice(code: code, words: code, isChosen: true)])
        autonomies = Self.choices(Support.Autonomy.self, autonomy.value, say)
        outcomes = Self.choices(Support.Outcome.self, outcome.value, say)
    }

    static func choices<Code: Labelled & CaseIterable & RawRepresentable>(
        _: Code.Type, _ chosen: String, _ say: Tongue
    ) -> [Choice] where Code.RawValue == String {
        Code.allCases.map {
            Choice(code: $0.rawValue, words: say($0.label).capitalised, isChosen: $0.rawValue == chosen)
        }
    }
}
