/// What the figures of ranks, of reliable change, of families and of attendance say.
extension FigureDefinition {
    static let signedRank: [FigureDefinition] = [
        make(
            "F4", "wilcoxon_n",
            "nombre de variations non nulles",
            "number of changes that are not zero",
            by: "Wilcoxon 1945", as: "by hand"),
        make(
            "F4", "wilcoxon_w_plus",
            "somme des rangs (moyens en cas d’ex æquo) des progrès, zéros écartés",
            "sum of the ranks (midranks for ties) of the improvements, zeros dropped",
            by: "Wilcoxon 1945", as: "R wilcox.test(paired = TRUE), V"),
        make(
            "F4", "wilcoxon_p",
            "p bilatéral du test des rangs signés, exact selon les ex æquo jusqu’à 1 000 variations non nulles",
            "two-sided p of the signed-rank test, exact given the ties up to 1,000 changes that are not zero",
            by: "Streitberg and Röhmel 1986", as: "R coin::wilcoxsign_test(distribution = \"exact\")"),
        make(
            "F4", "wilcoxon_method",
            "exact, ou normal : loi normale corrigée des ex æquo, sans correction de continuité",
            "exact, or normal: the normal law corrected for ties, without continuity correction",
            by: "—", as: "R coin::wilcoxsign_test"),
        make(
            "F4", "pratt_p",
            "le même p, les zéros étant classés puis écartés",
            "the same p, zeros being ranked and then dropped",
            by: "Pratt 1959", as: "R coin::wilcoxsign_test(zero.method = \"Pratt\")"),
        make(
            "F4", "pratt_method",
            "exact jusqu’à 1 000 variations non nulles parmi 2 000 paires, sinon normal",
            "exact up to 1,000 changes that are not zero among 2,000 pairs, otherwise normal",
            by: "—", as: "R coin::wilcoxsign_test"),
    ]

    static let hodgesLehmann: [FigureDefinition] = [
        make(
            "F5", "hodges_lehmann",
            "médiane des moyennes (d_i + d_j) / 2, i ≤ j, zéros compris",
            "median of the averages (d_i + d_j) / 2, i ≤ j, zeros included",
            by: "Hodges and Lehmann 1963", as: "by hand"),
        make(
            "F5", "hodges_lehmann_ci95",
            "de la k-ième plus petite à la k-ième plus grande de ces moyennes, k = max(1, qsignrank(0,025 ; n))",
            "from the k-th smallest to the k-th largest of these averages, k = max(1, qsignrank(.025, n))",
            by: "Tukey 1949", as: "by hand; R qsignrank"),
        make(
            "F5", "hodges_lehmann_ci_level",
            "niveau vrai de cet intervalle ; sous 6 paires, 1 − 2 / 2ⁿ",
            "true level of that interval; below 6 pairs, 1 − 2 / 2ⁿ",
            by: "Tukey 1949", as: "R 1 - 2 * psignrank(k - 1, n)"),
        make(
            "F6", "rank_biserial",
            "corrélation bisériale des rangs appariés (R+ − R−) / (R+ + R−)",
            "matched rank-biserial correlation (R+ − R−) / (R+ + R−)",
            by: "Kerby 2014", as: "R effectsize::rank_biserial(paired = TRUE)"),
    ]

    static let reliableChange: [FigureDefinition] = [
        make(
            "F8", "rci_s_diff",
            "erreur type d’une différence : s avant × √(1 − r) × √2, r la fidélité publiée",
            "standard error of a difference: s before × √(1 − r) × √2, r the published reliability",
            by: "Jacobson and Truax 1991", as: "by hand"),
        make(
            "F8", "rci_threshold",
            "variation fiable au-delà de 1,96 fois cette erreur",
            "a change is reliable beyond 1.96 times that error",
            by: "Jacobson and Truax 1991", as: "by hand"),
        make(
            "F8", "rci_improved",
            "personnes en progrès fiable",
            "people who reliably improved",
            by: "Jacobson and Truax 1991", as: "by hand"),
        make(
            "F8", "rci_declined",
            "personnes en recul fiable",
            "people who reliably declined",
            by: "Jacobson and Truax 1991", as: "by hand"),
    ]

    static let family: [FigureDefinition] = [
        make(
            "F10", "holm_p",
            "p ajusté par Holm sur la famille secondaire, les p non calculables étant hors de la famille",
            "p adjusted by Holm over the secondary family, p that cannot be computed left out of it",
            by: "Holm 1979", as: "R p.adjust(method = \"holm\")"),
        make(
            "F10", "holm_m",
            "nombre de p dans la famille secondaire : les compétences dont le p de Wilcoxon est calculable",
            "number of p in the secondary family: the competences whose Wilcoxon p can be computed",
            by: "Holm 1979", as: "R p.adjust(n = m)"),
        make(
            "F11", "mcnemar_p",
            "p exact de McNemar d’un critère oui/non avant et après ; non calculable sous 6 discordances",
            "exact McNemar p of a yes/no criterion before and after; not computable below 6 discordances",
            by: "McNemar 1947", as: "R binom.test(b, b + c)"),
    ]

    static let attendance: [FigureDefinition] = [
        make(
            "F16", "planned_minutes",
            "minutes prévues des séances tenues, dispensés écartés",
            "minutes planned of the sessions held, exempt people removed",
            by: "—", as: "by hand"),
        make(
            "F16", "attended_minutes",
            "minutes suivies, dispensés écartés",
            "minutes attended, exempt people removed",
            by: "—", as: "by hand"),
        make(
            "F16", "assiduity",
            "minutes suivies / minutes prévues ; excusés et non émargés restent au dénominateur",
            "minutes attended / minutes planned; excused and unmarked stay in the denominator",
            by: "—", as: "by hand"),
        make(
            "F16", "trainee_hours",
            "heures-stagiaires : minutes suivies de tous / 60",
            "trainee-hours: everyone’s minutes attended / 60",
            by: "—", as: "by hand"),
    ]
}
