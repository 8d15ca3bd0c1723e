/// What the figures of questionnaires, criteria, dose, chance and satisfaction say.
extension FigureDefinition {
    static let reliability: [FigureDefinition] = [
        make(
            "F9", "items",
            "nombre de questions du questionnaire",
            "number of items of the questionnaire",
            by: "—", as: "by hand"),
        make(
            "F9", "alpha",
            "alpha brut de Cronbach : k / (k − 1) × (1 − somme des variances des questions / variance de leur somme), "
                + "sur qui a répondu à tout ; indicatif sous 30 personnes",
            "Cronbach’s raw alpha: k / (k − 1) × (1 − sum of the items’ variances / variance of their sum), of those "
                + "who answered everything; indicative below 30 people",
            by: "Cronbach 1951", as: "R psych::alpha, raw_alpha"),
        make(
            "F9", "alpha_ci95",
            "intervalle de Feldt à 95 % : 1 − (1 − alpha) × F, à n − 1 et (n − 1)(k − 1) degrés de liberté",
            "95 % Feldt interval: 1 − (1 − alpha) × F, with n − 1 and (n − 1)(k − 1) degrees of freedom",
            by: "Feldt 1965", as: "R psych::alpha.ci"),
        make(
            "F9", "alpha_without",
            "alpha des autres questions, quand on retire celle que le nom termine ; à partir de trois questions",
            "alpha of the other items when the one that ends the name is dropped; from three items on",
            by: "Cronbach 1951", as: "R psych::alpha, alpha.drop"),
    ]

    static let dose: [FigureDefinition] = [
        make(
            "F12", "dose_n",
            "personnes évaluées avant et après, dont les minutes sont rapportées à la variation",
            "people assessed before and after, whose minutes are set beside their change",
            by: "—", as: "length"),
        make(
            "F12", "dose_rho",
            "rho de Spearman entre minutes suivies et variation d, à partir de 10 personnes ; une association, pas une cause",
            "Spearman’s rho of minutes attended and change d, from 10 people on; an association, not a cause",
            by: "Spearman 1904", as: "R cor(method = \"spearman\"); scipy.stats.spearmanr"),
        make(
            "F12", "dose_p",
            "p bilatéral par permutation : part des arrangements dont |rho| atteint l’observé ; exact jusqu’à 10⁶ "
                + "arrangements distincts, sinon 9 999 tirages, (1 + atteints) / (1 + tirés)",
            "two-sided permutation p: share of the arrangements whose |rho| reaches the observed; exact up to 10⁶ "
                + "distinct arrangements, otherwise 9,999 draws, (1 + hits) / (1 + draws)",
            by: "Pitman 1937; Phipson and Smyth 2010", as: "full enumeration; the same draws in Python"),
        make(
            "F12", "dose_method",
            "exact (exact) ou tirages (drawn), par SplitMix64 de graine 2022",
            "exact, or drawn by SplitMix64 from seed 2022",
            by: "—", as: "—"),
    ]

    static let bootstrap: [FigureDefinition] = [
        make(
            "F13", "bootstrap_ci95",
            "intervalle bootstrap BCa à 95 % de la moyenne des variations, 9 999 tirages ; secondaire : il couvre "
                + "77 % à n = 4 et 93 % à n = 20",
            "95 % BCa bootstrap interval of the mean change, 9,999 draws; secondary: it covers 77 % at n = 4 and "
                + "93 % at n = 20",
            by: "Efron 1987", as: "scipy.stats.bootstrap(method = \"BCa\") on the same samples"),
        make(
            "F13", "bootstrap_draws",
            "nombre de tirages, chacun d’autant de personnes que les données",
            "number of draws, each of as many people as the data",
            by: "—", as: "—"),
        make(
            "F13", "bootstrap_generator",
            "générateur des tirages : SplitMix64",
            "generator of the draws: SplitMix64",
            by: "Steele, Lea and Flood 2014", as: "the same draws in Python"),
        make(
            "F13", "bootstrap_seed",
            "graine du générateur SplitMix64 ; un rang tiré sous n est le mot haut du produit de 64 bits par n",
            "seed of the generator SplitMix64; an index below n is the high word of the product of 64 bits with n",
            by: "Steele, Lea and Flood 2014", as: "the same draws in Python"),
    ]

    static let satisfaction: [FigureDefinition] = [
        make(
            "F14", "response_rate",
            "réponses / personnes interrogées, dit avant tout le reste",
            "answers / people asked, said before anything else",
            by: "—", as: "by hand"),
        make(
            "F14", "asked",
            "personnes interrogées : toutes celles qui sont entrées en formation",
            "people asked: everybody who entered the training",
            by: "—", as: "by hand"),
        make(
            "F14", "answered",
            "personnes qui ont répondu à la question",
            "people who answered the question",
            by: "—", as: "by hand"),
        make(
            "F14", "answers",
            "nombre de réponses de la valeur que le nom termine (answers_9)",
            "number of answers of the value that ends the name (answers_9)",
            by: "—", as: "by hand"),
        make(
            "F14", "satisfaction_mean",
            "moyenne des réponses, à côté de leur distribution",
            "mean of the answers, beside their distribution",
            by: "—", as: "by hand"),
        make(
            "F14", "nps",
            "100 × (9 et 10 − 0 à 6) / réponses, sur une échelle de 0 à 10 et à partir de 10 réponses",
            "100 × (9 and 10 − 0 to 6) / answers, on a scale from 0 to 10 and from 10 answers on",
            by: "Reichheld 2003", as: "by hand"),
    ]

    static let mysteryMail: [FigureDefinition] = [
        make(
            "F15", "within_24h",
            "part des messages répondus en 24 h : 1 − S(24), S la survie de Kaplan-Meier",
            "share of the mails answered within 24 h: 1 − S(24), S the Kaplan-Meier survival",
            by: "Kaplan and Meier 1958", as: "R survival::survfit; scipy.stats.ecdf"),
        make(
            "F15", "within_48h",
            "part des messages répondus en 48 h : 1 − S(48)",
            "share of the mails answered within 48 h: 1 − S(48)",
            by: "Kaplan and Meier 1958", as: "R survival::survfit; scipy.stats.ecdf"),
        make(
            "F15", "median_hours",
            "délai médian de Kaplan-Meier, sans réponse à 168 h étant censuré ; jamais la moyenne de qui a répondu",
            "Kaplan-Meier median wait, no reply at 168 h being censored; never the mean of those who answered",
            by: "Kaplan and Meier 1958", as: "R quantile(survival::survfit(…), 0.5)"),
    ]
}
