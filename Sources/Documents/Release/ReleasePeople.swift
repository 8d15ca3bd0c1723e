import Statistics
import Training

/// F16 by session, as far as it may be told.
struct ReleasePresence {
    private let release: Evaluation.Release
    private let voice: ReleaseVoice

    init(_ release: Evaluation.Release, _ voice: ReleaseVoice) { (self.release, self.voice) = (release, voice) }

    var section: Markup {
        let attendance = release.attendance
        let answer =
            attendance.assiduity.map {
                voice(
                    "\(voice.share($0)) des heures prévues ont été suivies.",
                    "\(voice.share($0)) of the planned hours were attended.")
            } ?? voice("L’assiduité n’est pas publiée.", "Attendance is not published.")
        let rows = attendance.bySession.map { line in
            [voice.words("\(voice.date(line.session.date)) \(line.session.theme)")]
                + (line.isSuppressed
                    ? [voice.suppressed, voice.suppressed]
                    : [voice.integer(line.session.expected), voice.integer(line.session.present)])
        }
        return .section(
            "presence", voice("Combien étaient là ?", "How many were there?"), answer,
            rows.isEmpty
                ? []
                : [
                    .table(
                        voice("Séances tenues", "Sessions held"),
                        [
                            voice("Séance", "Session"), voice("Attendus", "Expected"), voice("Présents", "Present"),
                        ], rows)
                ])
    }
}

/// The people whom the reading office follows, by name.
struct ReleasePeople {
    private let release: Evaluation.Release
    private let names: [String: PersonName]
    private let voice: ReleaseVoice

    init(_ release: Evaluation.Release, _ names: [String: PersonName], _ voice: ReleaseVoice) {
        (self.release, self.names, self.voice) = (release, names, voice)
    }

    var section: Markup {
        let rows = release.people.map { person -> [String] in
            func score(_ score: Double?) -> String { score.map { voice.fixed($0, 1) } ?? NumberStyle.missing }
            let share = person.plannedMinutes > 0 ? Double(person.attendedMinutes) / Double(person.plannedMinutes) : nil
            return [
                names[person.pseudonym].map { voice.words($0.name) } ?? person.pseudonym,
                names[person.pseudonym].map { voice.words($0.provider) } ?? "", voice(person.status.label),
                score(person.pair?.before ?? person.before), score(person.pair?.after ?? person.after),
                person.pair.map { voice.change($0.after - $0.before) } ?? NumberStyle.missing,
                share.map(voice.share) ?? NumberStyle.missing,
            ]
        }
        let heads = [
            voice("Personne", "Person"), voice("Prestataire", "Provider"), voice("Parcours", "Status"),
            voice("Avant", "Before"), voice("Après", "After"), voice("Évolution", "Change"),
            voice("Assiduité", "Attendance"),
        ]
        return .section(
            "vos-participants", voice("Vos participants", "Your participants"),
            rows.isEmpty
                ? voice("Aucun participant de cet office.", "No participant of this office.")
                : voice("Réservé à votre office.", "For your office only."),
            rows.isEmpty ? [] : [.table(voice("Vos participants", "Your participants"), heads, rows)])
    }
}

/// What was left out and why, and where the numbers come from.
struct ReleaseNotes {
    private let release: Evaluation.Release
    private let voice: ReleaseVoice

    init(_ release: Evaluation.Release, _ voice: ReleaseVoice) { (self.release, self.voice) = (release, voice) }

    var hidden: Markup {
        let reasons = Evaluation.Release.Reason.allCases.filter { reason in
            release.suppressed.contains { $0.reason == reason }
        }
        let items = reasons.map { reason -> Markup in
            let paths = release.suppressed.filter { $0.reason == reason }.map(\.what)
            let shown =
                paths.count > 12 || paths.contains { $0.contains("{") }
                ? voice("\(paths.count) chiffres", "\(paths.count) figures") : paths.joined(separator: ", ")
            return .element(
                "div", nil, [:],
                [
                    .words("dt", voice(reason.sentence(minimumGroup: release.minimumGroup)).capitalisedHead),
                    .words("dd", shown),
                ])
        }
        return .section(
            "masque", voice("Ce qui est masqué, et pourquoi", "What is suppressed, and why"),
            items.isEmpty ? voice("Rien n’est masqué.", "Nothing is suppressed.") : nil,
            items.isEmpty ? [] : [.element("dl", nil, ["class": "terms"], items)])
    }

    var method: Markup {
        let facts = [
            (voice("Questionnaire", "Questionnaire"), release.cohort.instrument ?? NumberStyle.missing),
            (voice("Version du logiciel", "Program version"), release.versions.program),
            (voice("Schéma de la base", "Database schema"), String(release.versions.schema)),
            (voice("Empreinte des données (SHA-256)", "Inputs (SHA-256)"), release.inputsSHA256),
            (voice("Empreinte du bilan (SHA-256)", "Evaluation (SHA-256)"), release.evaluationSHA256),
        ]
        return .section(
            "methode", voice("Méthode et versions", "Method and versions"), nil,
            [
                .words(
                    "p",
                    voice(
                        "Ces chiffres sont tirés d’un seul bilan. Avant d’en publier un, le programme vérifie qu’aucune valeur de moins de \(release.minimumGroup) personnes ne peut se calculer à partir de tout ce qui a été publié de cette session.",
                        "These figures come from one evaluation. Before one is published, the program checks that no value of fewer than \(release.minimumGroup) people can be computed from everything that was published of this cohort."
                    )),
                .element(
                    "dl", nil, ["class": "versions"],
                    facts.map { .element("div", nil, [:], [.words("dt", $0.0), .words("dd", $0.1)]) }),
            ])
    }
}

extension String {
    fileprivate var capitalisedHead: String { prefix(1).uppercased() + dropFirst() }
}
