import Statistics
import Training

/// Objective 3: the cohort's ties before and after, drawn and counted; counted of the cohort only.
struct NetworkSection {
    struct Row {
        let question: String
        let wave: String
        let answered: String
        let ties: String
        let density: String
        let isolates: String
        let across: String
        let gained: String
    }

    /// An office and the number that stands for it in the drawing.
    struct Office {
        let number: Int
        let name: String
    }

    struct Picture {
        let drawing: Markup
        let legend: [Legend]
        let offices: [Office]
    }

    /// Where offices are, and what the lines between them say.
    struct Rings {
        let drawing: Markup
        let offices: [Office]
        let caption: String
    }

    let answer: String
    let picture: Picture?
    /// The offices at their places, where nobody is shown.
    let rings: Rings?
    /// Ties before and after, inside offices and across, without anybody; nil where the picture shows people.
    let bars: Markup?
    let rows: [Row]

    /// Nil when nobody was asked.
    init?(_ outcome: Network.Outcome?, _ edition: Edition, _ cast: Cast) {
        guard let outcome else { return nil }
        let say = cast.say
        answer = Self.answer(outcome, say)
        picture = Self.picture(outcome, answer, edition, cast)
        (rings, bars) = (nil, nil)
        rows = outcome.questions.map { Row($0, say) }
    }

    private static func answer(_ outcome: Network.Outcome, _ say: Tongue) -> String {
        guard let (before, after) = outcome.main, let gained = after.gained else {
            return say(
                "Les questions n’ont été posées qu’une fois : rien à comparer.",
                "The questions were asked only once: there is nothing to compare.")
        }
        let (was, became) = (before.figures, after.figures)
        let ties = say.count(became.ties.count, "lien", "liens", "tie", "ties")
        let alone = (say.people(was.isolates.count), say.people(became.isolates.count))
        let more = say.count(gained, "nouveau", "nouveaux", "new", "new")
        return say(
            "À la question « \(say(after.relation.question)) », le groupe de \(was.people.count) compte \(ties) après, pour "
                + "\(was.ties.count) avant (\(more)). Sans aucun lien : \(alone.0) avant, \(alone.1) après.",
            "To “\(say(after.relation.question))”, the group of \(was.people.count) has \(ties) after, from "
                + "\(was.ties.count) before (\(more)). Without any tie: \(alone.0) before, \(alone.1) after.")
    }

    private static func picture(
        _ outcome: Network.Outcome, _ answer: String, _ edition: Edition, _ cast: Cast
    ) -> Picture? {
        guard let (before, after) = outcome.main, outcome.members.count <= NetworkPicture.most else { return nil }
        let names = Dictionary(edition.offices.map { ($0.code, cast.say($0.name)) }) { first, _ in first }
        let codes = Set(outcome.members.map(\.office)).sorted()
        let offices = codes.enumerated().map { Office(number: $0 + 1, name: names[$1] ?? $1) }
        let people = outcome.members.map { member in
            NetworkPicture.Person(
                arrival: member.arrival, name: cast.name(member.pseudonym),
                office: (codes.firstIndex(of: member.office) ?? 0) + 1)
        }.sorted { ($0.office, $0.arrival) < ($1.office, $1.arrival) }
        let drawing = NetworkPicture(
            people: people, before: before.figures.ties, after: after.figures.ties, summary: answer)
        return Picture(drawing: drawing.drawing, legend: Legend.ties(cast.say), offices: offices)
    }
}

extension NetworkSection.Row {
    fileprivate init(_ line: Network.Answered, _ say: Tongue) {
        let figures = line.figures
        (question, wave) = (say(line.relation.question), say(line.wave.label).capitalised)
        answered = "\(say.integer(line.answered)) / \(say.integer(figures.people.count))"
        ties = say.integer(figures.ties.count)
        density = figures.density.value.map { say.share($0) } ?? say.why(figures.density.reason)
        (isolates, across) = (say.integer(figures.isolates.count), say.integer(line.tiesAcross))
        gained = line.gained.map { say.integer($0) } ?? NumberStyle.missing
    }
}
