import Training

/// The layouts of the files about a group and about what offices do for people, and how their lines become requests.
extension Layout {
    static let network = Layout([
        Column("participant"), Column("other", "autre"), Column("relation"),
        Column("wave", "vague", isRequired: false), Column("date", isRequired: false),
    ])
    static let support = Layout([
        Column("participant"), Column("date"), Column("minutes"), Column("mode"), Column("theme"),
        Column("competence", isRequired: false), Column("autonomy", "autonomie"), Column("outcome", "resultat"),
        Column("next_action", "prochaine_action", isRequired: false), Column("due", "echeance", isRequired: false),
        Column("done", "fait_le", isRequired: false), Column("office", isRequired: false),
    ])
}

extension Choices {
    static let relations: [Choice] = [
        Choice("knows", "connaît"), Choice("worked_with", "a_travaillé_avec"),
        Choice("sent_customer", "a_envoyé_client", "a_envoyé_un_client_à"),
    ]
    static let networkWaves: [Choice] = [
        Choice("before", "avant"), Choice("after", "après"), Choice("follow_up", "suivi"),
    ]
    static let supportModes: [Choice] = [
        Choice("on_site", "chez_le_prestataire", "sur_place"), Choice("office", "à_l’office", "a_l'office", "office"),
        Choice("phone", "téléphone"), Choice("video", "visioconférence", "visio"), Choice("workshop", "atelier"),
    ]
    static let autonomies: [Choice] = [
        Choice("accompanied", "accompagné", "accompagnée"), Choice("partly", "en_partie"),
        Choice("autonomous", "autonome"),
    ]
    static let outcomes: [Choice] = [
        Choice("solved", "résolu"), Choice("to_follow", "à_suivre"), Choice("referred", "orienté"),
    ]
}

extension Network.Request {
    /// - Parameter wave: that of the whole file; a line may say the same, or its own where the file has none.
    init(row: Row, wave: Network.Wave?) throws(Misread) {
        let told: Network.Wave? = try row.cell("wave").filled?.choice(Choices.networkWaves)
        guard let known = told ?? wave else {
            throw row.cell("wave").misread("donnez la vague, ici ou par --wave", "give the wave, here or by --wave")
        }
        if let wave, wave != known {
            throw row.cell("wave").misread(
                "le fichier est importé pour la vague « \(wave.label.french) »",
                "the file is imported for wave \"\(wave.label.english)\"")
        }
        self.init(
            participant: try row.cell("participant").required(), other: row.cell("other").filled?.text,
            relation: try row.cell("relation").choice(Choices.relations), wave: known,
            day: try row.cell("date").filled?.calendarDay())
    }
}

extension Support.Request {
    init(row: Row) throws(Misread) {
        let day = try row.cell("date").calendarDay()
        let content = try Support.Content(row: row, day: day)
        self.init(
            participant: try row.cell("participant").required(), day: day,
            mode: try row.cell("mode").choice(Choices.supportModes), theme: try row.cell("theme").text(upTo: 100),
            content: content, office: row.cell("office").filled?.text)
    }
}

extension Support.Content {
    fileprivate init(row: Row, day: Day) throws(Misread) {
        self.init(
            minutes: try row.cell("minutes").integer(in: 1...1440),
            competence: try row.cell("competence").filled?.text(upTo: 40),
            autonomy: try row.cell("autonomy").choice(Choices.autonomies),
            outcome: try row.cell("outcome").choice(Choices.outcomes),
            nextAction: try row.cell("next_action").filled?.text(upTo: 500),
            dueOn: try row.cell("due").filled?.calendarDay(), doneOn: try row.cell("done").filled?.calendarDay())
        if outcome == .toFollow, nextAction == nil {
            throw row.cell("next_action").misread(
                "« à suivre » : dites la prochaine action", "\"to follow\": say the next action")
        }
        for (column, later) in [("due", dueOn), ("done", doneOn)] {
            guard let later else { continue }
            if nextAction == nil {
                throw row.cell(column).misread("une date sans prochaine action", "a day without a next action")
            }
            if later < day {
                throw row.cell(column).misread("avant l’accompagnement (\(day.french))", "before the support (\(day))")
            }
        }
    }
}
