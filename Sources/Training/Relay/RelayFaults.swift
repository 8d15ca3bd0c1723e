extension Fault {
    /// What is wrong with a line about a group, or about what an office did.
    func relaySentence(_ detail: String) -> Sentence {
        switch self {
        case .tieWithOneself:
            Sentence("« \(detail) » : on ne se nomme pas soi-même", "\"\(detail)\": nobody names themselves")
        case .namesNobodyAndSomebody:
            Sentence(
                "cette ligne dit « personne », mais la ligne \(detail) nomme quelqu’un à la même question",
                "this line says \"nobody\", but line \(detail) names somebody to the same question")
        case .namesSomebodyAlready:
            Sentence(
                "cette ligne dit « personne », mais a déjà été nommé : \(detail) (« cohorte network retract » le retire)",
                "this line says \"nobody\", but was named already: \(detail) (\"cohorte network retract\" takes it back)"
            )
        case .competenceUnknown:
            Sentence("compétence inconnue dans \(detail)", "unknown competence in \(detail)")
        case .supportBeforeCohort:
            Sentence(
                "avant le début de la cohorte (\(Day(detail)?.french ?? detail)) : cet accompagnement n’en est pas",
                "before the cohort's start (\(detail)): this support is none of it")
        case .sheetKnownOtherwise:
            Sentence(
                "une autre feuille porte déjà ce numéro (\(detail))",
                "another sheet has this number already (\(detail))")
        default:
            Sentence(
                "un accompagnement de ce jour, de ce thème et de ce mode est déjà noté autrement ; « cohorte support correct \(detail) » le corrige",
                "support of that day, theme and mode is logged otherwise already; \"cohorte support correct \(detail)\" corrects it"
            )
        }
    }
}
