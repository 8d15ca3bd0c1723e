import Training

/// The layouts of observations and of skills, and how their lines become requests.
extension Layout {
    static let observations = Layout([
        Column("unit", "unite"), Column("criterion", "critere"), Column("wave", "vague"), Column("date"),
        Column("observer", "observateur"), Column("value", "valeur", isRequired: false),
        Column("evidence", "preuve", isRequired: false), Column("sent_at", "envoye_le", isRequired: false),
        Column("replied_at", "repondu_le", isRequired: false), Column("kind", "nature", isRequired: false),
        Column("commune", isRequired: false), Column("reason", "motif", isRequired: false),
        Column("cohort", "cohorte", isRequired: false),
    ])
    static let skills = Layout([
        Column("office"), Column("theme"), Column("level", "niveau"), Column("hours", "heures", isRequired: false),
        Column("valid_from", "valable_du"), Column("valid_until", "valable_au", isRequired: false),
        Column("note", isRequired: false),
    ])
    static let themes = Layout([Column("code"), Column("label_fr"), Column("label_en"), Column("is_skill")])
    static let grid = Layout([
        Column("code"), Column("unit"), Column("is_mail"), Column("theme"), Column("weight"), Column("label_fr"),
        Column("label_en"), Column("scale_fr"), Column("scale_en"), Column("step_fr"), Column("step_en"),
    ])
}

extension Choices {
    static let observationWaves: [Choice] = [
        Choice("before", "avant"), Choice("after", "après"), Choice("follow_up", "suivi"),
    ]
    static let unobserved: [Choice] = [
        Choice("not_applicable", "sans_objet"), Choice("not_observed", "non_observé"),
    ]
    static let replies: [Choice] = [
        Choice("none", "aucune"), Choice("automatic", "automatique"), Choice("partial", "partielle"),
        Choice("complete", "complète"), Choice("complete_with_link", "complète_avec_lien"),
    ]
}

extension Observation.Request {
    /// - Parameter cohort: that of the whole file; a line may say the same, or its own where the file has none.
    init(row: Row, cohort: Cohort.Code?) throws(Misread) {
        let (value, missing) = try Self.value(row.cell("value"))
        let told = try row.cell("cohort").filled?.text(upTo: 60).lowercased()
        if let told, let cohort, told != cohort.rawValue {
            throw row.cell("cohort").misread(
                "le fichier est importé pour la cohorte « \(cohort) »", "the file is imported for cohort \"\(cohort)\"")
        }
        self.init(
            unit: try row.cell("unit").text(upTo: 200), commune: try row.cell("commune").filled?.text(upTo: 200),
            criterion: try row.cell("criterion").text(upTo: 40),
            wave: try row.cell("wave").choice(Choices.observationWaves),
            date: try row.cell("date").filled?.calendarDay(), observer: try row.cell("observer").text(upTo: 200),
            value: value, missing: missing, sent: try row.cell("sent_at").filled?.instant(),
            replied: try row.cell("replied_at").filled?.instant(),
            kind: try row.cell("kind").filled?.choice(Choices.replies),
            evidence: try row.cell("evidence").filled?.text(upTo: 2000),
            reason: try row.cell("reason").filled?.text(upTo: 2000), cohort: told ?? cohort?.rawValue)
    }

    /// A value from 0 to 3, or why there is none; a mystery mail has neither.
    private static func value(_ cell: Cell) throws(Misread) -> (Int?, Observation.Missing?) {
        guard let cell = cell.filled else { return (nil, nil) }
        if let missing = try? cell.code(Choices.unobserved) { return (nil, Observation.Missing(rawValue: missing)) }
        guard let value = try? cell.integer(in: 0...3) else {
            throw cell.misread(
                "\(cell.quoted.french) n’est pas sur l’échelle : de 0 à 3, sans_objet ou non_observe",
                "\(cell.quoted.english) is not on the scale: 0 to 3, not_applicable or not_observed")
        }
        return (value, nil)
    }
}

extension Skill.Request {
    init(row: Row) throws(Misread) {
        let hours = try row.cell("hours").filled?.decimal()
        guard hours.map(Skill.hours.contains) ?? true else {
            throw row.cell("hours").misread(
                "les heures sont celles d’un mois : de 0 à 400", "hours are those of a month: 0 to 400")
        }
        self.init(
            office: try row.cell("office").required(), theme: try row.cell("theme").required(),
            level: try row.cell("level").integer(in: Skill.levels), hours: hours,
            validFrom: try row.cell("valid_from").calendarDay(),
            validUntil: try row.cell("valid_until").filled?.calendarDay(),
            note: try row.cell("note").filled?.text(upTo: 2000))
    }
}

extension Theme {
    init(row: Row) throws(Misread) {
        self.init(
            theme: .init(rawValue: try row.cell("code").required()), labelFr: row["label_fr"], labelEn: row["label_en"],
            isSkill: try row.cell("is_skill").boolean())
    }
}

extension Criterion {
    /// The theme's own words are the theme's.
    init(row: Row) throws(Misread) {
        let units = Criterion.Unit.allCases.map { Choice($0.rawValue) }
        self.init(
            criterion: .init(rawValue: try row.cell("code").required()), unit: try row.cell("unit").choice(units),
            isMail: try row.cell("is_mail").boolean(), theme: .init(rawValue: try row.cell("theme").required()),
            themeFr: "", themeEn: "", weight: Int32(try row.cell("weight").integer(in: 1...9)),
            labelFr: try row.cell("label_fr").required(), labelEn: try row.cell("label_en").required(),
            scaleFr: row["scale_fr"], scaleEn: row["scale_en"], stepFr: try row.cell("step_fr").required(),
            stepEn: try row.cell("step_en").required())
    }
}

extension Row {
    /// A line typed as options: by column, what was given; the rest is empty.
    init(_ cells: [(column: String, text: String?)], in layout: Layout) {
        let given = cells.filter { $0.text != nil }
        self.init(
            line: 1, cells: given.map { Spelling.composed($0.text ?? "") },
            header: Header(titles: given.map(\.column), in: layout))
    }
}

extension Misread {
    /// The same of a line that was typed as options, and so has no number.
    var ofOptions: Misread { Misread(line: nil, column: column, reason: reason) }
}
