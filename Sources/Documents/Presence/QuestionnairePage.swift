public import Training

/// A questionnaire to print on A4 in black and white and fill in by hand.
public struct QuestionnairePage: Sendable {
    private let questionnaire: Questionnaire
    private let language: Language

    public init(_ questionnaire: Questionnaire, in language: Language = .french) {
        (self.questionnaire, self.language) = (questionnaire, language)
    }

    /// The page in UTF-8; the same bytes for the same questionnaire.
    public func html() -> [UInt8] {
        let view = QuestionnaireView(questionnaire, Tongue(language))
        return Self.templates[language]?.render(view) ?? []
    }

    static let templates = Paper<QuestionnaireView>("questionnaire")
}

/// What the template reads, by the template's names.
struct QuestionnaireView {
    struct Area {
        let title: String
        let questions: [Question]
    }

    struct Question {
        let rank: Int
        let code: String
        let text: String
        /// Boxes to tick; none where the scale is too long, and a number is written instead.
        let boxes: [String]
        let range: String?
    }

    /// The longest scale that is printed as boxes.
    private static let most = 11

    let title: String
    let style: String
    let programme: String
    let version: String
    let isNamed: Bool
    let areas: [Area]
    let note: String
    let scale: String?

    init(_ questionnaire: Questionnaire, _ say: Tongue) {
        let instrument = questionnaire.instrument
        style = PaperStyle.sheet("questionnaire")
        (title, programme) = (say.words(instrument.title), say.words(questionnaire.programme))
        (version, isNamed) = (instrument.name, !questionnaire.nature.isAnonymous)
        areas = Self.areas(questionnaire.items, say)
        note = Self.note(questionnaire, say)
        scale = Self.scale(questionnaire, say)
    }

    private static func areas(_ items: [Instrument.Item], _ say: Tongue) -> [Area] {
        var areas: [(code: String, title: String, questions: [Question])] = []
        for (index, item) in items.enumerated() {
            let isFrench = say.language == .french
            if areas.last?.code != item.area {
                areas.append((item.area, say.words(isFrench ? item.areaFr : item.areaEn), []))
            }
            areas[areas.count - 1].questions.append(question(item, rank: index + 1, say))
        }
        return areas.map { Area(title: $0.title, questions: $0.questions) }
    }

    private static func question(_ item: Instrument.Item, rank: Int, _ say: Tongue) -> Question {
        let isWhole = item.minimum == item.minimum.rounded() && item.maximum == item.maximum.rounded()
        let values =
            isWhole && item.maximum - item.minimum < Double(most) ? Array(Int(item.minimum)...Int(item.maximum)) : []
        let text = say.language == .french || item.textEn.isEmpty ? item.textFr : item.textEn
        let ends = [item.minimum, item.maximum].map { say.numbers.fixed($0, decimals: 0) }
        return Question(
            rank: rank, code: item.item, text: say.words(text), boxes: values.map { say.integer($0) },
            range: values.isEmpty ? say("de \(ends[0]) à \(ends[1])", "\(ends[0]) to \(ends[1])") : nil)
    }

    private static func note(_ questionnaire: Questionnaire, _ say: Tongue) -> String {
        questionnaire.nature.isAnonymous
            ? say(
                "Ce questionnaire est anonyme : n’écrivez pas votre nom. Une case par question ; laissez vide ce qui ne vous a "
                    + "pas été demandé.",
                "This questionnaire is anonymous: do not write your name. One box for each question; leave empty what you "
                    + "were not asked.")
            : say(
                "Une case par question. « Sans objet » : la question ne vous concerne pas. « Je passe » : vous préférez ne pas "
                    + "répondre. Zéro est une réponse.",
                "One box for each question. “Not applicable”: the question does not concern you. “Skip”: you would rather not "
                    + "answer. Zero is an answer.")
    }

    /// What the levels mean, on the scale of the default questionnaire only.
    private static func scale(_ questionnaire: Questionnaire, _ say: Tongue) -> String? {
        let isUsual = questionnaire.items.allSatisfy { $0.minimum == 0 && $0.maximum == 8 }
        guard isUsual, questionnaire.nature.kind == .skills, !questionnaire.items.isEmpty else { return nil }
        return say(
            "0 : pas du tout ; 1-2 : je débute ; 3-4 : je me débrouille ; 5-6 : je suis à l’aise ; 7-8 : j’aide les autres.",
            "0: not at all; 1-2: beginner; 3-4: I manage; 5-6: at ease; 7-8: I help others.")
    }
}

extension Questionnaire {
    /// The blank file that the import takes back: a column for each question, and a line for each person, or none; with the
    /// version, so that answers to one that was replaced are seen.
    public func blankCSV(in language: Language) -> [UInt8] {
        var csv = CSVWriter(separator: .semicolon, lineEnd: .crlf, byteOrderMark: true)
        let who = nature.isAnonymous ? language == .french ? "feuille" : "sheet" : "participant"
        csv.line([who, "date", "version"] + items.map(\.item))
        let empty = [CSVCell](repeating: .empty, count: items.count)
        for participant in participants {
            csv.line([.text(participant), .empty, .text(instrument.name)] + empty)
        }
        return csv.bytes
    }
}
