/// What the figures of means, directions and gains say.
extension FigureDefinition {
    static let meanChange: [FigureDefinition] = [
        make(
            "F1", "n",
            "nombre de paires avant/après",
            "number of pairs before/after",
            by: "—", as: "length"),
        make(
            "F1", "mean_before",
            "moyenne avant",
            "mean before",
            by: "—", as: "R mean"),
        make(
            "F1", "mean_after",
            "moyenne après",
            "mean after",
            by: "—", as: "R mean"),
        make(
            "F1", "mean_change",
            "moyenne des variations d = après − avant",
            "mean of the changes d = after − before",
            by: "—", as: "R t.test(paired = TRUE)"),
        make(
            "F1", "sd_change",
            "écart-type des variations, avec n − 1",
            "standard deviation of the changes, with n − 1",
            by: "—", as: "R sd"),
        make(
            "F1", "t",
            "t apparié : moyenne des variations / (écart-type / √n)",
            "paired t: mean change / (standard deviation / √n)",
            by: "Student 1908", as: "R t.test(paired = TRUE); scipy.stats.ttest_rel"),
        make(
            "F1", "t_p",
            "p bilatéral du t apparié, à n − 1 degrés de liberté",
            "two-sided p of the paired t, with n − 1 degrees of freedom",
            by: "Student 1908", as: "R t.test(paired = TRUE); scipy.stats.ttest_rel"),
        make(
            "F1", "ci95",
            "intervalle de confiance à 95 % de la moyenne des variations, par le t",
            "95 % confidence interval of the mean change, by t",
            by: "Student 1908", as: "R t.test(paired = TRUE)"),
    ]

    static let standardised: [FigureDefinition] = [
        make(
            "F2", "d_z",
            "moyenne des variations / écart-type des variations",
            "mean change / standard deviation of the changes",
            by: "Cohen 1988", as: "R effectsize::repeated_measures_d"),
        make(
            "F2", "d_z_ci95",
            "intervalle à 95 % de d_z : décentrages du t non central qui laissent 2,5 % de chaque côté, / √n",
            "95 % interval of d_z: the non-centralities of t that leave 2.5 % on either side, / √n",
            by: "Steiger and Fouladi 1997", as: "R uniroot on pt(ncp)"),
        make(
            "F2", "d_av",
            "moyenne des variations / moyenne quadratique des écarts-types avant et après",
            "mean change / root mean square of the standard deviations before and after",
            by: "Cumming 2012", as: "by hand"),
        make(
            "F2", "g_z",
            "d_z × J(n − 1), J(m) = Γ(m/2) / (√(m/2) Γ((m−1)/2)), correction exacte de Hedges",
            "d_z × J(n − 1), J(m) = Γ(m/2) / (√(m/2) Γ((m−1)/2)), Hedges’s exact correction",
            by: "Hedges 1981", as: "R effectsize::hedges_g(paired = TRUE)"),
        make(
            "F2", "g_av",
            "d_av × J(n − 1)",
            "d_av × J(n − 1)",
            by: "Hedges 1981", as: "by hand"),
    ]

    static let direction: [FigureDefinition] = [
        make(
            "F3", "improved",
            "personnes en progrès (d > 0)",
            "people who improved (d > 0)",
            by: "—", as: "by hand"),
        make(
            "F3", "unchanged",
            "personnes sans changement (d = 0 au 12ᵉ chiffre significatif des données)",
            "people who stayed (d = 0 at the 12th significant digit of the data)",
            by: "—", as: "by hand"),
        make(
            "F3", "declined",
            "personnes en recul (d < 0)",
            "people who declined (d < 0)",
            by: "—", as: "by hand"),
        make(
            "F3", "sign_p",
            "p bilatéral exact du test des signes, zéros écartés ; non calculable sous 6 variations non nulles",
            "exact two-sided p of the sign test, zeros dropped; not computable below 6 changes that are not zero",
            by: "Arbuthnot 1710", as: "R binom.test"),
        make(
            "F3", "improved_ci95",
            "intervalle de Wilson à 95 % de la part en progrès, sans correction de continuité",
            "95 % Wilson interval of the share that improved, without continuity correction",
            by: "Wilson 1927", as: "R prop.test(correct = FALSE)"),
    ]

    static let gain: [FigureDefinition] = [
        make(
            "F7", "class_gain",
            "gain normalisé du groupe : (moyenne après − moyenne avant) / (maximum − moyenne avant) ; en "
                + "recul, / (moyenne avant − minimum)",
            "normalised gain of the class: (mean after − mean before) / (maximum − mean before); for a "
                + "decline, / (mean before − minimum)",
            by: "Hake 1998; Marx and Cummings 2007", as: "by hand"),
        make(
            "F7", "mean_individual_gain",
            "moyenne des gains normalisés individuels ; qui était au maximum et y reste n’en a pas",
            "mean of the individual normalised gains; who was at the maximum and stayed has none",
            by: "Hake 1998; Marx and Cummings 2007", as: "by hand"),
        make(
            "F7", "mean_individual_gain_n",
            "nombre de personnes qui ont un gain individuel",
            "number of people who have an individual gain",
            by: "—", as: "by hand"),
    ]
}
