import Statistics
import Training

/// R9: what keeps the evaluation from being final and who must act; R10: what was not measured at all.
struct MissingSection {
    struct Actor {
        let actor: String
        let tasks: [String]
    }

    /// The banner of a draft.
    struct Banner {
        struct Line {
            let actor: String
            let tasks: String
        }
        let heading: String
        let lead: String
        let actors: [Line]
    }

    let answer: String
    let actors: [Actor]
    let unmeasured: String?
    let blanks: Blanks?
    let banner: Banner?

    init(_ edition: Edition, _ cast: Cast) {
        let say = cast.say
        let groups = Self.groups(edition, say)
        actors = groups.map { Actor(actor: $0.name, tasks: $0.missing.map { Self.task($0, cast) }) }
        let count = edition.missing.count
        let things = say.count(
            count, "point reste à régler", "points restent à régler", "thing is left to settle",
            "things are left to settle")
        answer = Self.answer(count, things, edition, say)
        unmeasured = Self.unmeasured(edition, say)
        blanks = edition.secondary.flatMap { Blanks($0.unmeasured, say) }
        banner =
            edition.status == .final
            ? nil
            : Banner(
                heading: say("Provisoire", "Draft"), lead: Self.lead(count, things, edition, say),
                actors: groups.map {
                    .init(
                        actor: $0.name,
                        tasks: Self.summary($0.missing, unmarked: Self.unmarked(edition), say))
                })
    }

    private static func answer(_ count: Int, _ things: String, _ edition: Edition, _ say: Tongue) -> String {
        if edition.hidesMissing { return hidden(count, things, say) }
        return count > 0
            ? say("\(things) pour arrêter ce bilan.", "\(things) before this evaluation can be final.")
            : say("Rien ne manque pour arrêter ce bilan.", "Nothing is missing for this evaluation to be final.")
    }

    /// What is said when more is missing than is told.
    private static func hidden(_ count: Int, _ things: String, _ say: Tongue) -> String {
        count > 0
            ? say(
                "\(things) ; d’autres sont réservés à la coordination.",
                "\(things); others are for the coordinator only.")
            : say(
                "Il reste à régler des points réservés à la coordination.",
                "What is left to settle is for the coordinator only.")
    }

    /// The marks to make that this reader is told of.
    private static func unmarked(_ edition: Edition) -> Int {
        edition.reader.seesEverybody
            ? edition.attendance.unmarked : edition.missing.count { $0.code == "attendance_unmarked" }
    }

    private static func lead(_ count: Int, _ things: String, _ edition: Edition, _ say: Tongue) -> String {
        let start = say("Les chiffres peuvent encore changer. ", "The figures may still change. ")
        if edition.hidesMissing { return start + hidden(count, things, say) }
        return start
            + (count > 0
                ? say("\(things) ; voici qui doit agir.", "\(things); here is who must act.")
                : say(
                    "Rien ne manque plus : le bilan peut être arrêté.",
                    "Nothing is missing any more: the evaluation can be made final."))
    }

    /// R10: the objectives that nobody measured.
    private static func unmeasured(_ edition: Edition, _ say: Tongue) -> String? {
        let silent = edition.objectives.filter { $0.answer == nil && !$0.isWithheld }.map { objective in
            say("« \(objective.title.french) »", "“\(objective.title.english)”")
        }
        guard !silent.isEmpty else { return nil }
        let list = say.list(silent)
        return say(
            "\(silent.count == 1 ? "Objectif non mesuré" : "Objectifs non mesurés") : \(list).",
            "\(silent.count == 1 ? "Objective" : "Objectives") not measured: \(list).")
    }

    private static func groups(_ edition: Edition, _ say: Tongue) -> [(
        name: String, missing: [Evaluation.Missing]
    )] {
        let names = Dictionary(edition.offices.map { ($0.code, say($0.name)) }) { first, _ in first }
        let actors = Set(edition.missing.map(\.actor)).subtracting(["coordinator"]).sorted()
        return (["coordinator"] + actors).compactMap { actor in
            let missing = edition.missing.filter { $0.actor == actor }
            let name = actor == "coordinator" ? say("Coordination", "Coordination") : names[actor] ?? actor
            return missing.isEmpty ? nil : (name: name, missing: missing)
        }
    }

    private static func task(_ missing: Evaluation.Missing, _ cast: Cast) -> String {
        let sentence = missing.sentence.text(cast.say.language)
        let words = cast.named(sentence)
        guard let person = missing.person, !sentence.contains(person) else { return words.capitalised }
        let name = cast.name(person)
        return cast.say("\(name) : \(words)", "\(name): \(words)")
    }

    private static func summary(_ missing: [Evaluation.Missing], unmarked: Int, _ say: Tongue) -> String {
        let codes = missing.map(\.code)
        let kinds = codes.enumerated().filter { codes.firstIndex(of: $1) == $0 }.map(\.element)
        return kinds.map { kind in
            let count = codes.count { $0 == kind }
            switch kind {
            case "attendance_unmarked":
                let marks = say.count(
                    unmarked, "émargement à renseigner", "émargements à renseigner", "mark to make", "marks to make")
                return "\(marks) (\(say.count(count, "séance", "séances", "session", "sessions")))"
            case "assessment_missing":
                return say.count(
                    count, "évaluation manquante à faire ou à expliquer",
                    "évaluations manquantes à faire ou à expliquer", "missing assessment to make or explain",
                    "missing assessments to make or explain")
            case "cohort_open": return say("session à clore", "session to close")
            default: return missing.first { $0.code == kind }.map { say($0.sentence).withoutStop } ?? kind
            }
        }.joined(separator: ", ") + "."
    }
}

/// Every input that this cohort has not, and what it would take.
struct Blanks {
    let lines: [String]

    /// The inputs whose section of the page says itself that they are missing.
    private static let withSection: Set = ["satisfaction", "diagnostic", "network", "support"]

    /// Nil when everything was measured that has no section of its own.
    init?(_ unmeasured: [Evaluation.Unmeasured], _ say: Tongue) {
        let unmeasured = unmeasured.filter { !Self.withSection.contains($0.code) }
        guard !unmeasured.isEmpty else { return nil }
        lines = unmeasured.map { blank in
            say(
                "\(blank.title.french.capitalised) : \(blank.remedy.french).",
                "\(blank.title.english.capitalised): \(blank.remedy.english).")
        }
    }
}

extension String {
    /// The same words without a full stop at their end.
    fileprivate var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
