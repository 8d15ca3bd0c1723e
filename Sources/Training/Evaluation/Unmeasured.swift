extension Evaluation.Unmeasured {
    /// Everything that no input of this cohort tells, in the order of the document.
    static func all(
        hasResponseShift: Bool, hasSatisfaction: Bool, hasNetwork: Bool = false, hasSupport: Bool = false
    ) -> [Evaluation.Unmeasured] {
        [
            hasResponseShift ? nil : responseShift, hasSatisfaction ? nil : satisfaction, mysteryMail, diagnostic,
            hasNetwork ? nil : network, hasSupport ? nil : support,
        ].compactMap(\.self)
    }

    private static let responseShift = Evaluation.Unmeasured(
        code: "response_shift",
        title: Sentence(
            "le décalage de réponse (niveau de départ, revu après coup)",
            "response shift (the starting level, looked back on)"),
        remedy: Sentence(
            "il faut un positionnement rétrospectif", "it takes a retrospective assessment"))

    private static let satisfaction = Evaluation.Unmeasured(
        code: "satisfaction",
        title: Sentence("la satisfaction", "satisfaction"),
        remedy: Sentence(
            "il faut un questionnaire de satisfaction, à chaud ou à froid",
            "it takes a satisfaction questionnaire, at the end or later"))

    private static let mysteryMail = Evaluation.Unmeasured(
        code: "mystery_mail",
        title: Sentence("le délai de réponse aux messages mystère", "the wait for a reply to mystery mails"),
        remedy: Sentence(
            "il faut des messages mystère, avec leurs heures d’envoi et de réponse",
            "it takes mystery mails, with the times at which they were sent and answered"))

    private static let diagnostic = Evaluation.Unmeasured(
        code: "diagnostic",
        title: Sentence("le diagnostic territorial, critère par critère", "the territorial diagnostic, by criterion"),
        remedy: Sentence("il faut des constats avant et après", "it takes observations before and after"))

    private static let network = Evaluation.Unmeasured(
        code: "network",
        title: Sentence("le réseau entre participants", "the network among participants"),
        remedy: Sentence(
            "il faut les questions de réseau avant et après", "it takes the network questions before and after"))

    private static let support = Evaluation.Unmeasured(
        code: "support",
        title: Sentence("l’accompagnement par les offices relais", "support by the relay offices"),
        remedy: Sentence(
            "il faut la matrice de compétences des offices et leurs accompagnements",
            "it takes the offices’ skill matrix and their support acts"))
}
