import Training

/// R11: what this edition keeps back and why.
struct WithheldSection {
    let answer: String
    /// A reason, and what it keeps back.
    let reasons: [Term]

    /// Nil when nothing is kept back.
    init?(_ edition: Edition, _ say: Tongue) {
        guard !edition.withheld.isEmpty else { return nil }
        let k = edition.minimumGroup
        answer = say(
            "Avant toute publication, le programme vérifie que rien de ce qui a été publié de cette session ne permet d’en "
                + "tirer les valeurs de moins de \(k) personnes.",
            "Before anything is published, the program checks that nothing published of this cohort lets the values of "
                + "fewer than \(k) people be worked out.")
        reasons = Silence.allCases.compactMap { reason in
            let paths = edition.withheld.filter { $0.reason == reason }.map(\.what)
            let places = Self.places.filter { place in paths.contains { $0.hasPrefix(place.path) } }
            let words = say(reason.sentence(minimumGroup: k)).capitalised
            return paths.isEmpty
                ? nil : Term(words, say("Concerne ", "Concerns ") + say.list(places.map { say($0.name) }) + ".")
        }
    }

    /// The parts of an evaluation, in the order of the page.
    private static let places: [(path: String, name: Sentence)] = [
        ("flow", Sentence("le parcours", "the flow")),
        ("objectives", Sentence("les objectifs", "the objectives")),
        ("figures.overall", Sentence("le score global", "the overall score")),
        ("figures.areas", Sentence("les domaines", "the areas")),
        ("figures.competences", Sentence("les compétences", "the competences")),
        ("figures.holm_m", Sentence("le nombre de tests ajustés", "the number of adjusted tests")),
        ("attendance", Sentence("la présence", "attendance")),
        ("groups.offices", Sentence("les offices", "the offices")),
        ("groups.categories", Sentence("les catégories", "the categories")),
        (
            "sensitivity",
            Sentence("les hypothèses sur les réponses manquantes", "the assumptions about missing answers")
        ),
        (
            "attrition",
            Sentence("la comparaison avec les personnes non réévaluées", "the comparison with those not assessed again")
        ),
        ("dose", Sentence("le lien entre minutes et évolution", "the link of minutes and change")),
        ("reliability", Sentence("la fidélité du questionnaire", "the reliability of the questionnaire")),
        ("bootstrap", Sentence("l’intervalle par rééchantillonnage", "the interval by resampling")),
        (
            "out_of_window",
            Sentence("les positionnements faits hors dates", "the assessments made outside their dates")
        ),
        ("response_shift", Sentence("le niveau de départ revu après coup", "the starting level looked back on")),
        ("satisfaction", Sentence("la satisfaction", "satisfaction")),
        ("mystery_mail", Sentence("les messages mystère", "the mystery mails")),
        ("diagnostic", Sentence("le diagnostic territorial", "the territorial diagnostic")),
        ("network", Sentence("le réseau", "the network")),
        ("skills", Sentence("les compétences des offices", "the skills of the offices")),
        ("support", Sentence("l’accompagnement", "support")),
        ("missing", Sentence("ce qui manque", "what is missing")),
    ]
}
