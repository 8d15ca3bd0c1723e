import Statistics

@testable import Training

extension Example {
    static let criteria: [Criterion] = [
        ("P01", "joignabilite", "Joignabilité", "Une adresse e-mail est publiée"),
        ("P05", "site_web", "Site web", "Dispose d'un site web"),
        ("P06", "site_web", "Site web", "Lisible sur un téléphone"),
        ("C01", "commune", "Commune", "Dispose d'un site web"),
    ].map { code, theme, themeFr, label in
        Criterion(
            criterion: .init(rawValue: code), unit: code.hasPrefix("P") ? .provider : .commune, isMail: false,
            theme: .init(rawValue: theme), themeFr: themeFr, themeEn: "Theme \(theme)", weight: 2, labelFr: label,
            labelEn: "Criterion \(code)", scaleFr: "0 absent | 1 faux | 2 de base | 3 bon",
            scaleEn: "0 absent | 1 wrong | 2 basic | 3 good", stepFr: "Faire \(code) d'abord.",
            stepEn: "Do \(code) first.")
    }

    /// A criterion that many gain, one that stays, one that some lose, and one that nobody has at both waves.
    var diagnosis: Evaluation.Diagnosis? {
        guard isObserved else { return nil }
        let changes: [(Int) -> (Bool, Bool)?] = [
            { ($0 % 3 == 0, $0 % 5 != 0) }, { _ in (true, true) }, { ($0 % 2 == 0, $0 % 4 == 0) }, { _ in nil },
        ]
        let indices = (0..<count).map { person in
            Evaluation.Indexed(
                pseudonym: Evaluation.pseudonym(Int32(person + 1)),
                before: ProviderIndex(Array(repeating: person % 3, count: person % 7 == 3 ? 12 : 20)),
                after: ProviderIndex(Array(repeating: person % 3 + 1, count: 20)))
        }
        let pairs = indices.compactMap { indexed -> Pair? in
            guard let before = indexed.before.index.value, let after = indexed.after.index.value else { return nil }
            return Pair(before: before, after: after)
        }
        return Evaluation.Diagnosis(
            grid: "v1", providers: .init(before: count, after: count, both: count),
            communes: .init(before: 3, after: 2, both: 2),
            criteria: zip(Self.criteria, changes).map { criterion, change in
                .init(criterion: criterion, figures: YesNoChange((0..<count).compactMap { change($0) }))
            },
            index: PairedFigures(pairs, minimum: 0, maximum: 100), indices: indices,
            agreement: Agreement((0..<count).map { (first: $0 % 3, second: $0 % 4) }), seconded: count / 5)
    }

    var mails: [Evaluation.Mails] {
        guard isObserved else { return [] }
        return [Observation.Wave.before, .after].map { wave in
            let hours = (0..<count).map { Double($0 * (wave == .before ? 20 : 7)) }
            return .init(
                unit: .provider, wave: wave,
                figures: MysteryMail(hours.map { $0 > 90 ? .silent(hours: 168) : .replied(hours: $0) }))
        }
    }

    var skills: Evaluation.SkillMatrix? {
        guard isObserved else { return nil }
        return Evaluation.SkillMatrix(
            offices: Self.offices.map { .init(code: $0.0, name: $0.1, isFilled: $0.0 != "albi") },
            themes: [("site_web", "Site web", 4), ("outils", "Outils", 0)].map { code, title, skilled in
                .init(
                    theme: .init(rawValue: code), title: Sentence(title, "Theme \(code)"),
                    skills: Self.offices.suffix(skilled).enumerated().map {
                        .init(office: $1.0, level: $0 + 1, hours: $0 == 1 ? nil : 2.5)
                    })
            })
    }

    /// The page of a visit: this many criteria observed, all but the last two below their best.
    static func visit(_ count: Int = 23, evidence: String? = nil, steps: Int = 5, isIndexed: Bool = true)
        -> Diagnostic.Sheet
    {
        let judged = (0..<count).map { place in
            let model = criteria[place % 3]
            let criterion = Criterion(
                criterion: .init(rawValue: "P\(place + 10)"), unit: .provider, isMail: false, theme: model.theme,
                themeFr: model.themeFr, themeEn: model.themeEn, weight: model.weight,
                labelFr: "Critère \(place) dont l'intitulé est assez long pour tenir sur deux lignes entières",
                labelEn: "Criterion \(place), whose label is long enough to fill two whole lines of the page",
                scaleFr: model.scaleFr, scaleEn: model.scaleEn,
                stepFr: "Faire d'abord ceci, qui demande aussi deux lignes pour être dit en entier (\(place)).",
                stepEn: "Do this first, which takes two lines as well to be said as a whole (\(place)).")
            return Diagnostic.Judged(
                criterion: criterion, value: place >= count - 2 ? nil : place % 4,
                missing: place == count - 1 ? .notApplicable : nil, evidence: evidence)
        }
        return Diagnostic.Sheet(
            programme: "PETR Albigeois et Bastides",
            provider: .init(
                providerID: .new(), name: "Gîte fictif d'<Exemple>", commune: "Castelnau-de-Lévis",
                office: .init(rawValue: "albi"),
                officeName: "Office de tourisme Vallée du Tarn et Monts de l'Albigeois",
                categoryFr: "Gîte ou meublé de tourisme",
                categoryEn: "Holiday cottage"),
            wave: .after, observedOn: .visited, index: ProviderIndex(isIndexed ? judged.compactMap(\.value) : [1]),
            steps: Diagnostic.steps(judged, atMost: steps), criteria: judged, mail: .init(kind: .partial, hours: 55.2))
    }
}

extension Day {
    fileprivate static var visited: Day {
        guard let day = Day(year: 2022, month: 1, day: 20) else { preconditionFailure("20 January is a day") }
        return day
    }
}
