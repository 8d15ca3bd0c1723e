import Documents
import Statistics

@testable import Training

extension Example {
    var evaluation: Evaluation {
        let people = (0..<count).map(person)
        return Evaluation(
            cohort: cohort, audience: .coordinator, asOf: day(10 * sessions), status: status, flow: flow,
            attendance: Evaluation.Attendance(figures: attendance(0..<count), sessions: held, planned: sessions),
            objectives: objectives, figures: scores,
            groups: Evaluation.Groups(
                offices: groups(Self.offices, { $0 * 5 / max(count, 1) }),
                categories: groups(Self.categories, { $0 % 4 })),
            sensitivity: treatments, secondary: secondary, missing: missing,
            versions: Evaluation.Versions(program: "1.0.0", schema: 12),
            inputsSHA256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", people: people)
    }

    private var cohort: Evaluation.CohortFacts {
        Evaluation.CohortFacts(
            code: "pilote-2021", title: title, programme: "PETR Albigeois et Bastides", startsOn: day(0),
            endsOn: day(10 * sessions), places: 20, minimumAssiduity: 80, instrument: "pilote@1",
            framework: "digcomp@2.1", isClosed: status == .final)
    }

    private func day(_ days: Int) -> Day {
        let (year, month) = (2021 + (8 + days / 30) / 12, (8 + days / 30) % 12 + 1)
        guard let day = Day(year: year, month: month, day: min(days % 30 + 1, 28)) else {
            preconditionFailure("every month has 28 days")
        }
        return day
    }

    private var paired: [Pair] { (0..<count).compactMap(pairs) }

    private var flow: Evaluation.Flow {
        let left = (0..<count).count { reason($0) != nil }
        let losses: [(Evaluation.Loss.Step, String, Int, String)] = [
            (.beforeEnrolling, "waitlisted", 5, "en liste d'attente"), (.beforeEnrolling, "rejected", 2, "non retenu"),
            (.beforeEntering, "health", 1, "désistement : santé"),
            (.beforeCompleting, "workload", left, "abandon (charge de travail (saison))"),
            (.afterAssessment, "dropped_out", count - paired.count, "parti avant l'évaluation finale"),
        ]
        return Evaluation.Flow(
            applied: count + 8, enrolled: count + 1, entered: count, completed: count - left, assessedBefore: count,
            assessedAfter: paired.count, pairs: paired.count, waitlisted: 5,
            losses: losses.filter { $0.2 > 0 }.map {
                Evaluation.Loss(step: $0.0, reason: $0.1, count: $0.2, sentence: Sentence($0.3, $0.1))
            })
    }

    private var held: [Evaluation.Session] {
        let themes = ["Ma présence en ligne", "Répondre à ses clients", "Photos et vidéos", "Raconter sa destination"]
        return (0..<sessions).map { session in
            let marks = (0..<count).compactMap { mark($0, session) }
            return Evaluation.Session(
                code: "s\(session + 1)", date: day(10 * session), halfDay: "morning", theme: themes[session % 4],
                place: "Albi, salle de l'Europe", plannedMinutes: 210, expected: marks.count { $0 != .exempt },
                present: marks.count(where: \.isThere), attendedMinutes: marks.map(minutes).reduce(0, +))
        }
    }

    private func minutes(_ presence: Presence) -> Int {
        switch presence {
        case .present: 210
        case .late: 150
        case .leftEarly: 120
        default: 0
        }
    }

    private func attendance(_ people: some Sequence<Int>) -> AttendanceFigures {
        AttendanceFigures(
            people.flatMap { person in
                (0..<sessions).compactMap { mark(person, $0) }.map {
                    AttendanceFigures.Mark(
                        planned: 210, attended: $0 == .unmarked ? nil : minutes($0), isExempt: $0 == .exempt,
                        isPresent: $0.isThere)
                }
            })
    }

    private func person(_ index: Int) -> Evaluation.Person {
        let own = attendance([index])
        return Evaluation.Person(
            pseudonym: pseudonym(index), office: Self.offices[index * 5 / max(count, 1)].0,
            category: Self.categories[index % 4].0, status: reason(index) == nil ? .completed : .droppedOut,
            reason: reason(index), before: pairs(index)?.before ?? 40, after: pairs(index)?.after, pair: pairs(index),
            marks: (0..<sessions).map { session in
                mark(index, session).map { Evaluation.Mark(status: $0, minutes: minutes($0)) }
            }, plannedMinutes: own.plannedMinutes, attendedMinutes: own.attendedMinutes)
    }

    private func figures(_ pairs: [Pair]) -> PairedFigures { PairedFigures(pairs, minimum: 0, maximum: 100) }

    private var scores: Evaluation.Scores {
        let parts = Self.competences.enumerated().map { index, competence in
            let shifted = paired.enumerated().map { rank, pair in
                let change =
                    (pair.after - pair.before) * Double((index * 3) % 7 - 1) / 4 + Double((rank + index) % 5) - 2
                return Pair(
                    before: pair.before, after: paired.count < 2 ? pair.after : min(max(pair.before + change, 0), 100))
            }
            return (competence, figures(index == 6 ? [] : shifted))
        }
        let adjusted = holm(parts.map(\.1.wilcoxonP.value))
        return Evaluation.Scores(
            overall: figures(paired),
            areas: Self.areas.map {
                Evaluation.Part(code: $0.0, title: Sentence($0.1, $0.1), figures: figures(paired), holmP: nil)
            },
            competences: zip(parts, adjusted).map { part, p in
                Evaluation.Part(code: part.0.0, title: Sentence(part.0.1, part.0.1), figures: part.1, holmP: p)
            })
    }

    private func groups(_ kinds: [(String, String)], _ kind: (Int) -> Int) -> [Evaluation.Group] {
        kinds.enumerated().map { index, group in
            let inside = (0..<count).filter { kind($0) == index }
            return Evaluation.Group(
                code: group.0, name: Sentence(group.1, group.1), entered: inside.count,
                figures: figures(inside.compactMap(pairs)), attendance: attendance(inside))
        }
    }

    private var treatments: [Evaluation.Sensitivity] {
        let titles = [
            "les seules personnes évaluées deux fois", "les autres n'ont pas changé", "les autres auraient 0 après",
            "les autres auraient 100 après",
        ]
        let codes = ["pairs_only", "missing_unchanged", "missing_zero", "missing_full"]
        return (0..<4).map { index in
            Evaluation.Sensitivity(
                code: codes[index], title: Sentence(titles[index], codes[index]), n: index == 0 ? paired.count : count,
                meanChange: paired.isEmpty ? nil : sensitivity[index])
        }
    }

    private var objectives: [Evaluation.Objective] {
        let source = Sentence("positionnements avant et après, questionnaire pilote@1", "assessments")
        return [
            (
                "skills", "Développer les compétences numériques",
                Sentence(
                    "Évolution observée : +14,4 points sur 100 (n = 18).", "Observed change: +14.4 points (n = 18).")
            ),
            ("destination", "Parler de sa destination à l'échelle du territoire", nil),
            ("network", "Créer un réseau entre prestataires", nil),
            (
                "relays", "Identifier le rôle et les compétences de chaque office",
                Sentence("6 actes d'accompagnement pour 4 personnes.", "6 support acts for 4 people.")
            ),
            (
                "another_session", "Faut-il une autre session ?",
                Sentence("5 personnes restent en liste d'attente.", "5 people are left on the waiting list.")
            ),
        ].map { Evaluation.Objective(code: $0, title: Sentence($1, $0), answer: $2, source: source) }
    }

    private var missing: [Evaluation.Missing] {
        guard status == .draft else { return [] }
        let marks = (0..<sessions).compactMap { session -> Evaluation.Missing? in
            let who = (0..<count).filter { mark($0, session) == .unmarked }.map(pseudonym)
            let words =
                "Séance s\(session + 1) du \(day(10 * session)) : \(who.count) non renseignés (\(who.joined(separator: ", ")))."
            return who.isEmpty
                ? nil
                : Evaluation.Missing(
                    code: "attendance_unmarked", person: who.count == 1 ? who[0] : nil, detail: "s\(session + 1)",
                    sentence: Sentence(words, "unmarked"), actor: "coordinator")
        }
        let scores = (0..<count).filter { pairs($0) == nil }.map { person in
            Evaluation.Missing(
                code: "assessment_missing", person: pseudonym(person), detail: "after",
                sentence: Sentence("\(pseudonym(person)) : positionnement « après » absent et inexpliqué.", "missing"),
                actor: Self.offices[person * 5 / max(count, 1)].0)
        }
        let open = Evaluation.Missing(
            code: "cohort_open", person: nil, detail: nil, sentence: Sentence("la session n'est pas close", "open"),
            actor: "coordinator")
        return marks + scores + [open]
    }
}
