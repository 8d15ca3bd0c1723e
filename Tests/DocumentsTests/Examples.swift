import Documents
import Statistics

@testable import Training

/// Invented evaluations: a session as the pilot was, and what one rarely sees.
struct Example {
    var title = "Session pilote 2021-2022"
    var count = 20
    var sessions = 8
    var status = Evaluation.Status.final
    /// Before and after of each person; nil where nothing was paired.
    var pairs: (Int) -> Pair? = { $0 % 10 == 8 ? nil : Example.pilot[$0 % 20] }
    var mark: (Int, Int) -> Presence? = Example.pilotMark
    var reason: (Int) -> String? = { $0 % 10 == 8 ? "workload" : nil }
    /// Whether people were asked afterwards where they had started, and whether they were satisfied.
    var looksBack = false
    /// Whether the territory was observed and the offices said what they can help with.
    var isObserved = false
    var sensitivity: [Double?] = [14.4, 13, 6, 17]
    var name: (Int) -> PersonName? = { Example.person($0) }

    static let offices = [
        ("albi", "Office de tourisme d'Albi"), ("centre-tarn", "Office de tourisme Centre Tarn"),
        ("pays-cordais", "Office de tourisme du Pays Cordais au Pays de Vaour"),
        ("segala-tarnais", "Office de tourisme du Ségala Tarnais"),
        ("vallee-du-tarn", "Office de tourisme Vallée du Tarn et Monts de l'Albigeois"),
    ]
    static let categories = [
        ("chambre_hotes", "Chambre d'hôtes"), ("gite_meuble", "Gîte ou meublé de tourisme"), ("hotel", "Hôtel"),
        ("site_visite", "Site de visite ou patrimoine"),
    ]
    static let areas = [
        ("1", "Informations et données"), ("2", "Communication et collaboration"),
        ("3", "Création de contenus numériques"), ("4", "Protection et sécurité"), ("5", "Résolution de problèmes"),
    ]
    static let competences = [
        ("1.1", "Naviguer, rechercher et filtrer des données, des informations et des contenus numériques"),
        ("1.2", "Évaluer des données, des informations et des contenus numériques"),
        ("2.1", "Interagir au moyen des technologies numériques"),
        ("2.2", "Partager au moyen des technologies numériques"), ("2.6", "Gérer son identité numérique"),
        ("3.1", "Développer des contenus numériques"), ("3.3", "Droit d'auteur et licences"),
        ("4.1", "Protéger les équipements"), ("4.2", "Protéger les données personnelles et la vie privée"),
        ("5.2", "Identifier des besoins et des réponses technologiques"),
    ]
    static let pilot: [Pair] = [
        (56.7, 73.3), (66.7, 86.7), (33.3, 43.3), (60, 63.3), (50, 73.3), (40, 46.7), (16.7, 30), (56.7, 53.3),
        (50, 60),
        (23.3, 43.3), (50, 60), (36.7, 43.3), (26.7, 53.3), (53.3, 73.3), (60, 80), (33.3, 50), (60, 60), (50, 50),
        (23.3, 43.3), (56.7, 70),
    ].map { Pair(before: $0.0, after: $0.1) }

    /// The words that come from the data, in whatever language they were typed.
    static let words =
        (offices + categories + areas + competences).map(\.1) + [
            "Ma présence en ligne", "Photos et vidéos", "Répondre à ses clients", "Raconter sa destination",
            "Albi, salle de",
        ]

    static func person(_ index: Int) -> PersonName {
        let first = [
            "Anne", "Bernard", "Cécile", "Denis", "Élodie", "François", "Geneviève", "Hervé", "Inès", "Jean-Luc",
        ]
        let last = ["Alibert", "Bousquet", "Calvet", "Delmas", "Escande", "Fabre", "Galinier"]
        let place = [
            "Gîte des Vignes", "Hôtel du Viaur", "Château de Mauriac", "Ferme de la Borie", "Chambre d'hôtes l'Oustal",
        ]
        return PersonName(name: "\(first[index % 10]) \(last[(index * 3) % 7])", provider: place[index % 5])
    }

    static func pilotMark(_ person: Int, _ session: Int) -> Presence? {
        if person % 10 == 8, session > 3 { return session > 5 ? nil : .absent }
        return switch (person * 7 + session * 5) % 23 {
        case 0: .excused
        case 1: .absent
        case 2: .late
        case 3: .leftEarly
        case 4 where person % 6 == 1: .exempt
        default: .present
        }
    }

    func pseudonym(_ index: Int) -> String { "P" + (index < 9 ? "0" : "") + String(index + 1) }

    var names: [String: PersonName] {
        Dictionary(uniqueKeysWithValues: (0..<count).compactMap { index in name(index).map { (pseudonym(index), $0) } })
    }
}

extension Example {
    /// One of each kind: final, draft, nobody assessed, nobody there, one person, two, constant, still, at the maximum,
    /// falling, many, forty with long names, names written from the right, many half-days, looking back.
    static var gallery: [Example] {
        func example(_ change: (inout Example) -> Void) -> Example {
            var example = Example()
            change(&example)
            return example
        }
        func always(_ before: Double, _ after: Double) -> (Int) -> Pair? { { _ in Pair(before: before, after: after) } }
        return [
            Example(),
            example {
                $0.status = .draft
                $0.mark = { ($0 + $1) % 13 == 0 ? .unmarked : pilotMark($0, $1) }
                $0.sensitivity = [14.4, 13, -2.1, 17]
            },
            example { ($0.count, $0.sessions, $0.status, $0.pairs) = (6, 1, .draft, { _ in nil }) },
            example { ($0.count, $0.sessions, $0.title, $0.pairs) = (0, 0, "Printemps", { _ in nil }) },
            example { ($0.count, $0.sessions, $0.pairs) = (1, 3, always(40, 52)) },
            example { ($0.count, $0.pairs) = (2, { Pair(before: 40, after: 50 + Double($0)) }) },
            example { $0.pairs = always(50, 55) },
            example { $0.pairs = always(50, 50) },
            example { $0.pairs = always(100, 100) },
            example { $0.pairs = { $0 < 5 ? Pair(before: 60, after: 50 + Double($0)) : nil } },
            example {
                ($0.count, $0.sessions) = (200, 12)
                $0.pairs = { Pair(before: Double(($0 * 37) % 80), after: Double(($0 * 29) % 100)) }
            },
            example {
                ($0.count, $0.sessions) = (40, 12)
                $0.name = { index in
                    PersonName(
                        name: "Marie-Antoinette-Éléonore de Castelnau-Montmiral-Puycelsi \(index)",
                        provider: "Domaine de la Très-Longue-Allée-des-Platanes-Centenaires")
                }
            },
            example {
                ($0.count, $0.sessions) = (8, 26)
                $0.name = { index in PersonName(name: "\u{202E}عمر \u{2067}<b>\(index)</b>", provider: "בית \(index)") }
            },
            example { $0.looksBack = true },
            example { $0.isObserved = true },
            example { ($0.count, $0.isObserved) = (1, true) },
        ]
    }
}
