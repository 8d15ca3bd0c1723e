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
    let banner: Banner?

    init(_ evaluation: Evaluation, _ cast: Cast) {
        let groups = Self.groups(evaluation)
        actors = groups.map { Actor(actor: $0.name, tasks: $0.missing.map { Self.task($0, cast) }) }
        let count = evaluation.missing.count
        let things = French.count(count, "point reste à régler", "points restent à régler")
        answer = French.words(
            count > 0 ? "\(things) pour arrêter ce bilan." : "Rien ne manque pour arrêter ce bilan.")
        let silent = evaluation.objectives.filter { $0.answer == nil }.map { "« \($0.title.french) »" }
        unmeasured =
            silent.isEmpty
            ? nil
            : French.words(
                "\(silent.count == 1 ? "N’a pas été mesuré" : "N’ont pas été mesurés") : \(French.list(silent)).")
        banner =
            evaluation.status == .final
            ? nil
            : Banner(
                heading: "Provisoire",
                lead: French.words(
                    count > 0
                        ? "Les chiffres peuvent encore changer. \(things) ; voici qui doit agir."
                        : "Les chiffres peuvent encore changer. Rien ne manque plus : le bilan peut être arrêté."),
                actors: groups.map {
                    .init(
                        actor: $0.name,
                        tasks: Self.summary($0.missing, unmarked: evaluation.attendance.figures.unmarked))
                })
    }

    private static func groups(_ evaluation: Evaluation) -> [(name: String, missing: [Evaluation.Missing])] {
        let names = Dictionary(evaluation.groups.offices.map { ($0.code, $0.name.french) }) { first, _ in first }
        let actors = Set(evaluation.missing.map(\.actor)).subtracting(["coordinator"]).sorted()
        return (["coordinator"] + actors).compactMap { actor in
            let missing = evaluation.missing.filter { $0.actor == actor }
            let name: String = actor == "coordinator" ? "Coordination" : names[actor] ?? actor
            return missing.isEmpty ? nil : (name: French.words(name), missing: missing)
        }
    }

    private static func task(_ missing: Evaluation.Missing, _ cast: Cast) -> String {
        let words = cast.named(missing.sentence.french)
        guard let person = missing.person, !missing.sentence.french.contains(person) else { return words.capitalised }
        return French.words("\(cast.name(person)) : \(words)")
    }

    private static func summary(_ missing: [Evaluation.Missing], unmarked: Int) -> String {
        let codes = missing.map(\.code)
        let kinds = codes.enumerated().filter { codes.firstIndex(of: $1) == $0 }.map(\.element)
        return French.words(
            kinds.map { kind in
                let count = codes.count { $0 == kind }
                switch kind {
                case "attendance_unmarked":
                    return French.count(unmarked, "émargement à renseigner", "émargements à renseigner")
                        + " (\(French.count(count, "séance", "séances")))"
                case "assessment_missing":
                    return French.count(
                        count, "évaluation manquante à faire ou à expliquer",
                        "évaluations manquantes à faire ou à expliquer")
                case "cohort_open": return "session à clore"
                default: return missing.first { $0.code == kind }?.sentence.french ?? kind
                }
            }.joined(separator: ", ") + ".")
    }
}
