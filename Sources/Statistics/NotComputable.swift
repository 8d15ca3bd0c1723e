/// Why a figure cannot be computed; the raw value goes beside the null in JSON, the sentence before people's eyes.
public enum NotComputable: String, Sendable, CaseIterable {
    /// No pair at all.
    case noPairs = "no_pairs"
    /// One pair: neither a standard deviation nor a test.
    case onePair = "one_pair"
    /// Two pairs: the correction for small samples is zero and estimates nothing.
    case twoPairs = "two_pairs"
    /// Every change is zero.
    case noChange = "no_change"
    /// Every change is the same: no variance.
    case constantChange = "constant_change"
    /// Fewer than six changes that are not zero: an exact p cannot reach .05.
    case belowSix = "below_six"
    /// Everyone was at the maximum before and stayed there.
    case allAtMaximum = "all_at_maximum"
    /// The scores it divides by do not vary.
    case noSpread = "no_spread"
    /// No finite minimum below a finite maximum was given.
    case noScale = "no_scale"
    /// A score lies outside the minimum and maximum given.
    case outsideScale = "outside_scale"
    /// A reliability must be at least 0 and below 1.
    case reliabilityOutOfRange = "reliability_out_of_range"
    /// A score is infinite or not a number.
    case notFinite = "not_finite"
    /// Larger than a double can hold, or out of the algorithm's reach.
    case beyondRange = "beyond_range"
    /// Nothing planned to attend.
    case noSessions = "no_sessions"
    /// Nobody answered, or nothing was sent.
    case noAnswers = "no_answers"
    /// Nobody was asked.
    case nobodyAsked = "nobody_asked"
    /// One person: neither a standard deviation nor a tie.
    case onePerson = "one_person"
    /// A single item: nothing holds together.
    case oneItem = "one_item"
    /// Fewer than three items: without one of them a single one is left.
    case belowThreeItems = "below_three_items"
    /// Fewer than four people: the correction for small samples is zero.
    case belowFour = "below_four"
    /// Fewer than ten people or answers.
    case belowTen = "below_ten"
    /// Everybody was assessed again, or nobody.
    case nothingToCompare = "nothing_to_compare"
    /// A net promoter score is of a scale from 0 to 10.
    case notZeroToTen = "not_zero_to_ten"
    /// More than half had not answered when they were no longer followed.
    case medianNotReached = "median_not_reached"
    /// No input tells of it.
    case notMeasured = "not_measured"
    /// No mail was followed for so long.
    case followedTooShortly = "followed_too_shortly"
    /// A provider's index is of fifteen criteria that apply, at least.
    case belowFifteenCriteria = "below_fifteen_criteria"
    /// Both observers gave one and the same value everywhere: chance alone would agree as well.
    case oneValueOnly = "one_value_only"

    /// The reason in the reader's words, without a capital or a full stop, to stand in a table's cell.
    public func sentence(french: Bool) -> String {
        french ? self.french : english
    }

    private var french: String {
        switch self {
        case .noPairs: "aucune paire"
        case .onePair: "une seule paire\u{A0}: ni écart-type ni test"
        case .twoPairs: "deux paires\u{A0}: correction de Hedges sans objet"
        case .noChange: "aucun changement"
        case .constantChange: "toutes les variations sont égales (variance nulle)\u{A0}: test non applicable"
        case .belowSix: "non calculable (n < 6)"
        case .allAtMaximum: "déjà au maximum avant la formation"
        case .noSpread: "scores tous égaux (variance nulle)"
        case .noScale: "échelle non précisée"
        case .outsideScale: "score hors de l’échelle"
        case .reliabilityOutOfRange: "fidélité hors de l’intervalle de 0 inclus à 1 exclu"
        case .notFinite: "score qui n’est pas un nombre fini"
        case .beyondRange: "hors de portée du calcul"
        case .noSessions: "aucune séance prévue"
        case .noAnswers: "aucune réponse"
        case .nobodyAsked: "personne n’a été interrogé"
        case .onePerson: "une seule personne"
        case .oneItem: "une seule question"
        case .belowThreeItems: "non calculable (moins de trois questions)"
        case .belowFour: "non calculable (n < 4)"
        case .belowTen: "non calculable (n < 10)"
        case .nothingToCompare: "un seul groupe\u{A0}: rien à comparer"
        case .notZeroToTen: "échelle autre que 0 à 10"
        case .medianNotReached: "médiane non atteinte\u{A0}: plus de la moitié sans réponse"
        case .notMeasured: "non mesuré"
        case .followedTooShortly: "suivi trop court"
        case .belowFifteenCriteria: "non calculable (moins de 15 critères applicables)"
        case .oneValueOnly: "une seule et même valeur partout\u{A0}: le hasard seul s’accorderait autant"
        }
    }

    private var english: String {
        switch self {
        case .noPairs: "no pair"
        case .onePair: "a single pair: neither a standard deviation nor a test"
        case .twoPairs: "two pairs: Hedges’s correction does not apply"
        case .noChange: "no change"
        case .constantChange: "all changes are equal (no variance): test not applicable"
        case .belowSix: "not computable (n < 6)"
        case .allAtMaximum: "already at the maximum before the training"
        case .noSpread: "all scores are equal (no variance)"
        case .noScale: "scale not given"
        case .outsideScale: "a score outside the scale"
        case .reliabilityOutOfRange: "reliability outside 0 (included) to 1 (excluded)"
        case .notFinite: "a score that is not a finite number"
        case .beyondRange: "beyond the reach of the computation"
        case .noSessions: "no session planned"
        case .noAnswers: "no answer"
        case .nobodyAsked: "nobody was asked"
        case .onePerson: "a single person"
        case .oneItem: "a single item"
        case .belowThreeItems: "not computable (fewer than three items)"
        case .belowFour: "not computable (n < 4)"
        case .belowTen: "not computable (n < 10)"
        case .nothingToCompare: "a single group: nothing to compare"
        case .notZeroToTen: "a scale other than 0 to 10"
        case .medianNotReached: "median not reached: more than half without a reply"
        case .notMeasured: "not measured"
        case .followedTooShortly: "followed too shortly"
        case .belowFifteenCriteria: "not computable (fewer than 15 criteria apply)"
        case .oneValueOnly: "one and the same value everywhere: chance alone would agree as well"
        }
    }
}
