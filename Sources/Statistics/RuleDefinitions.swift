/// What the figures of the rules say: attrition, sensitivity, special cases, response shift, network, agreement.
extension FigureDefinition {
    static let attrition: [FigureDefinition] = [
        make(
            "R4", "assessed_again",
            "personnes évaluées avant qui l’ont été après",
            "people assessed before who were assessed after",
            by: "—", as: "by hand"),
        make(
            "R4", "not_assessed_again",
            "personnes évaluées avant qui ne l’ont pas été après",
            "people assessed before who were not assessed after",
            by: "—", as: "by hand"),
        make(
            "R4", "mean_before_assessed_again",
            "moyenne avant des personnes réévaluées",
            "mean before of those assessed again",
            by: "—", as: "R mean"),
        make(
            "R4", "mean_before_not_assessed_again",
            "moyenne avant des personnes non réévaluées",
            "mean before of those not assessed again",
            by: "—", as: "R mean"),
        make(
            "R4", "attrition_g",
            "scores avant : moyenne des réévalués − moyenne des autres, en écarts-types communs, × J(n − 2)",
            "scores before: mean of those assessed again − mean of the others, in pooled standard deviations, × J(n − 2)",
            by: "Hedges 1981", as: "R effectsize::hedges_g(pooled_sd = TRUE)"),
        make(
            "R4", "attrition_p",
            "p bilatéral par permutation de la différence des moyennes ; exact jusqu’à 10⁶ arrangements, sinon 9 999 tirages",
            "two-sided permutation p of the difference of the means; exact up to 10⁶ arrangements, otherwise 9,999 draws",
            by: "Pitman 1937", as: "R coin::oneway_test(distribution = \"exact\"); scipy.stats.permutation_test"),
        make(
            "R4", "attrition_method",
            "exact (exact) ou tirages (drawn), par SplitMix64 de graine 2022",
            "exact, or drawn by SplitMix64 from seed 2022",
            by: "—", as: "—"),
    ]

    static let sensitivity: [FigureDefinition] = [
        make(
            "R5", "sensitivity_changes_sign",
            "vrai si l’évolution moyenne change de signe quand les scores finaux manquants comptent comme inchangés, 0 ou "
                + "100 ; dit dès la première ligne",
            "true when the mean change turns its sign with missing after-scores counted as unchanged, 0 or 100; said in "
                + "the first line",
            by: "Manski 1990", as: "by hand"),
        make(
            "R6", "<figure>_why",
            "raison d’une figure non calculable : aucune paire, une seule paire, aucun changement, variations toutes "
                + "égales, n < 6 pour un p exact (2 / 2ⁿ ne peut atteindre 0,05), tous au maximum…",
            "why a figure is not computable: no pair, a single pair, no change, all changes equal, n < 6 for an exact p "
                + "(2 / 2ⁿ cannot reach .05), everyone at the maximum…",
            by: "—", as: "by hand"),
        make(
            "R7", "response_shift",
            "scores rétrospectifs − scores avant, par paires : leur écart seul, jamais mêlé à l’évolution",
            "retrospective scores − scores before, paired: their gap alone, never mixed with the change",
            by: "Howard 1980", as: "R t.test(paired = TRUE)"),
    ]

    static let network: [FigureDefinition] = [
        make(
            "R10", "density",
            "liens / (n (n − 1) / 2) ; un lien existe dès que l’un des deux nomme l’autre",
            "ties / (n (n − 1) / 2); a tie exists when either of the two names the other",
            by: "Wasserman and Faust 1994", as: "by hand"),
        make(
            "R10", "ties",
            "liens : deux personnes dont l’une au moins nomme l’autre",
            "ties: two people of whom at least one names the other",
            by: "—", as: "by hand"),
        make(
            "R10", "ties_across_offices",
            "liens entre deux personnes que suivent deux offices",
            "ties between two people whom two offices follow",
            by: "—", as: "by hand"),
        make(
            "R10", "ties_lost",
            "liens présents avant et absents après",
            "ties there before and not after",
            by: "—", as: "by hand"),
        make(
            "R10", "people",
            "personnes qui ont répondu aux questions de réseau ; pour les accompagnements, personnes aidées",
            "people who answered the network questions; of support acts, people helped",
            by: "—", as: "by hand"),
        make(
            "R10", "acts",
            "accompagnements donnés par les offices jusqu’au jour du bilan",
            "support acts given by the offices up to the day of the evaluation",
            by: "—", as: "by hand"),
        make(
            "R10", "minutes",
            "minutes d’accompagnement",
            "minutes of support",
            by: "—", as: "by hand"),
        make(
            "R10", "people_helped",
            "personnes qui ont eu au moins un accompagnement",
            "people who had at least one support act",
            by: "—", as: "by hand"),
        make(
            "R10", "acts_per_participant",
            "accompagnements par personne entrée en formation",
            "support acts per person who entered",
            by: "—", as: "by hand"),
        make(
            "R10", "needs",
            "besoins : une personne et un thème",
            "needs: a person and a theme",
            by: "—", as: "by hand"),
        make(
            "R10", "needs_met",
            "besoins dont le dernier accompagnement a résolu la demande",
            "needs whose last support act solved them",
            by: "—", as: "by hand"),
        make(
            "R10", "needs_unmet",
            "besoins que le dernier accompagnement laisse ouverts",
            "needs that the last support act leaves open",
            by: "—", as: "by hand"),
        make(
            "R10", "ties_gained",
            "liens présents après et absents avant",
            "ties there after and not before",
            by: "—", as: "by hand"),
        make(
            "R10", "isolates",
            "personnes sans aucun lien",
            "people without any tie",
            by: "—", as: "by hand"),
        make(
            "R10", "observed_agreement",
            "part des constats doubles où les deux observateurs donnent la même valeur",
            "share of what two observers saw to which both gave the same value",
            by: "—", as: "by hand"),
        make(
            "R10", "kappa",
            "accord de deux observateurs au-delà du hasard, sans pondération : (accord − accord attendu) / (1 − accord attendu)",
            "agreement of two observers beyond chance, unweighted: (agreement − expected agreement) / (1 − expected agreement)",
            by: "Cohen 1960", as: "R psych::cohen.kappa"),
    ]

    static let diagnostic: [FigureDefinition] = [
        make(
            "R10", "provider_index",
            "100 × moyenne des critères applicables / 3, hors courriel mystère ; aucun sous 15 critères applicables",
            "100 × mean of the criteria that apply / 3, mystery mail left out; none below 15 criteria that apply",
            by: "—", as: "by hand"),
        make(
            "R10", "yes_before_ci95",
            "intervalle de Wilson à 95 % de la part de oui (valeur d’au moins 2) avant, sans correction de continuité",
            "95 % Wilson interval of the share of yes (a value of at least 2) before, without continuity correction",
            by: "Wilson 1927", as: "R prop.test(correct = FALSE)"),
        make(
            "R10", "yes_after_ci95",
            "le même, après, sur les mêmes prestataires ou communes",
            "the same, after, of the same providers or communes",
            by: "Wilson 1927", as: "R prop.test(correct = FALSE)"),
        make(
            "R10", "yes_before",
            "combien ont oui (une valeur d’au moins 2) avant, parmi ceux qui ont une valeur avant et après",
            "how many have a yes (a value of at least 2) before, among those with a value before and after", by: "—",
            as: "by hand"),
        make(
            "R10", "yes_after", "combien ont oui après, parmi les mêmes",
            "how many have a yes after, among the same", by: "—", as: "by hand"),
        make(
            "R10", "kept", "oui avant et après",
            "yes before and after", by: "—", as: "by hand"),
        make(
            "R10", "gained", "non avant, oui après",
            "no before, yes after", by: "—", as: "by hand"),
        make(
            "R10", "lost", "oui avant, non après",
            "yes before, no after", by: "—", as: "by hand"),
        make(
            "R10", "never", "non avant et après",
            "no before and after", by: "—", as: "by hand"),
        make(
            "R10", "seconded_units", "prestataires et communes revus par un second observateur",
            "providers and communes that a second observer looked at", by: "—", as: "by hand"),
        make(
            "R10", "sent", "messages mystère envoyés",
            "mystery mails sent", by: "—", as: "by hand"),
        make(
            "R10", "replied", "messages auxquels une personne a répondu en 168 h",
            "mails that a person answered within 168 h", by: "—", as: "by hand"),
        make(
            "R10", "offices_filled", "offices qui ont au moins une compétence valable au jour du bilan",
            "offices with a skill at least that holds on the day of the evaluation", by: "—", as: "by hand"),
        make(
            "R10", "gaps", "thèmes qu’aucun office ne couvre ce jour-là",
            "themes that no office covers on that day", by: "—", as: "by hand"),
    ]
}
