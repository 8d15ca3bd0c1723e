import Training

/// The layouts of the files that people import, and how their lines become requests.
extension Layout {
    static let enrolments = Layout([
        Column("office"), Column("commune"), Column("provider", "prestataire"), Column("category", "categorie"),
        Column("family_name", "nom"), Column("given_name", "prenom"), Column("email", "courriel"),
        Column("phone", "telephone", isRequired: false), Column("applied_on", "candidature_le", isRequired: false),
    ])
    static let sessions = Layout([
        Column("session", "seance"), Column("date"), Column("half_day", "demi_journee"), Column("starts", "debut"),
        Column("ends", "fin"), Column("place", "lieu"), Column("mode"), Column("trainer", "formateur"), Column("theme"),
    ])
    static let attendance = Layout([
        Column("session", "seance"), Column("participant"), Column("status", "statut"),
        Column("minutes", isRequired: false), Column("mode", isRequired: false),
        Column("reason", "motif", isRequired: false),
    ])
    static let assessments = Layout(
        [Column("participant"), Column("date"), Column("version", isRequired: false)], allowsOthers: true)
    /// Of an anonymous questionnaire: a number of a sheet stands where a name would.
    static let sheets = Layout(
        [Column("sheet", "feuille"), Column("date"), Column("version", isRequired: false)], allowsOthers: true)
    static let mapping = Layout([Column("from", "de", "avant"), Column("to", "vers", "apres")])
    static let instruments = Layout([
        Column("item"), Column("competence"), Column("text_fr"), Column("text_en", isRequired: false),
        Column("minimum"),
        Column("maximum"), Column("reversed", isRequired: false),
    ])
    static let framework = Layout([
        Column("code", "competence"), Column("area_code"), Column("area_en"), Column("area_fr"), Column("title_en"),
        Column("title_fr"),
    ])
    static let communes = Layout([
        Column("insee"), Column("name", "nom"), Column("office"),
        Column("intercommunality", "intercommunalite", isRequired: false),
    ])
    static let pairs = Layout([Column("before", "avant"), Column("after", "apres")], allowsOthers: true)
}

extension Enrolment.Request {
    init(row: Row) throws(Misread) {
        let email = try row.cell("email").filled?.email()
        let phone = try row.cell("phone").filled?.phone()
        guard email != nil || phone != nil else {
            throw row.cell("email").misread(
                "il faut une adresse électronique ou un téléphone", "an e-mail address or a phone number is needed")
        }
        self.init(
            office: try row.cell("office").required(), commune: try row.cell("commune").required(),
            provider: try row.cell("provider").text(upTo: 200), category: try row.cell("category").required(),
            familyName: try row.cell("family_name").text(upTo: 100),
            givenName: try row.cell("given_name").text(upTo: 100),
            email: email, phone: phone, appliedOn: try row.cell("applied_on").filled?.calendarDay())
    }
}

extension Session.Request {
    init(row: Row) throws(Misread) {
        let code = try row.cell("session").required()
        guard let typed = Session.Code(typed: code) else {
            throw row.cell("session").misread(
                "un code de séance s’écrit sans espace ni accent (s01)", "a session code has no space or accent (s01)")
        }
        self.init(
            code: typed, date: try row.cell("date").calendarDay(),
            halfDay: try row.cell("half_day").choice(Choices.halfDays), starts: try row.cell("starts").timeOfDay(),
            ends: try row.cell("ends").timeOfDay(), place: try row.cell("place").text(upTo: 200),
            mode: try row.cell("mode").choice(Choices.modes), trainer: try row.cell("trainer").text(upTo: 200),
            theme: try row.cell("theme").text(upTo: 200))
    }
}

extension Attendance.Request {
    init(row: Row) throws(Misread) {
        self.init(
            session: try row.cell("session").required(), participant: try row.cell("participant").required(),
            status: try row.cell("status").choice(Choices.presences),
            minutes: try row.cell("minutes").filled?.integer(in: 0...720),
            mode: try row.cell("mode").filled?.choice(Choices.modes),
            reason: try row.cell("reason").filled?.text(upTo: 2000))
    }
}

extension Assessment.Request {
    /// - Parameter name: the column that says whose answers they are.
    init(row: Row, items: [String], by name: String = "participant") throws(Misread) {
        var answers: [String: Answer] = [:]
        for item in items { answers[item] = try row.cell(item).answer() }
        self.init(
            participant: try row.cell(name).text(upTo: 254), takenOn: try row.cell("date").calendarDay(),
            answers: answers, version: row.cell("version").filled?.text)
    }
}

extension Instrument.Request {
    init(row: Row) throws(Misread) {
        let (minimum, maximum) = (try row.cell("minimum").decimal(), try row.cell("maximum").decimal())
        guard minimum < maximum else {
            throw row.cell("maximum").misread("une échelle va vers le haut", "a scale goes upwards")
        }
        let item = try row.cell("item").required()
        let isFit = item.utf8.count <= 40 && item.utf8.first.map { $0 != 0x2D && $0 != 0x5F && $0 != 0x2E } ?? false
        guard isFit,
            item.utf8.allSatisfy({
                (97...122).contains($0) || (48...57).contains($0) || [0x2D, 0x2E, 0x5F].contains($0)
            })
        else {
            throw row.cell("item").misread(
                "un code de question : lettres minuscules, chiffres, points, tirets, 40 au plus",
                "an item code is at most 40 lower case letters, digits, dots and hyphens")
        }
        guard !["participant", "date", "version", "sheet", "feuille"].contains(item) else {
            throw row.cell("item").misread(
                "« \(item) » est déjà une colonne des fichiers de réponses",
                "\"\(item)\" is a column of answer files already")
        }
        self.init(
            item: item, competence: try row.cell("competence").required(),
            textFr: try row.cell("text_fr").text(upTo: 2000), textEn: row["text_en"], minimum: minimum,
            maximum: maximum,
            isReversed: try row.cell("reversed").filled?.boolean() ?? false)
    }
}

extension Framework.Competence {
    init(row: Row) throws(Misread) {
        self.init(
            competence: try row.cell("code").text(upTo: 40), area: try row.cell("area_code").text(upTo: 40),
            areaFr: try row.cell("area_fr").required(), areaEn: try row.cell("area_en").required(),
            titleFr: try row.cell("title_fr").required(), titleEn: try row.cell("title_en").required())
    }
}

extension Commune.Request {
    init(row: Row) throws(Misread) {
        let insee = try row.cell("insee").required().uppercased()
        let (department, rest) = (insee.prefix(2), insee.dropFirst(2))
        let digits: ClosedRange<Character> = "0"..."9"
        let isFit = insee.utf8.count == 5 && rest.allSatisfy(digits.contains) && !["00", "20"].contains(department)
        guard isFit, department.allSatisfy(digits.contains) || ["2A", "2B"].contains(department) else {
            throw row.cell("insee").misread(
                "un code INSEE a cinq caractères, comme 81004 ou 2A004",
                "an INSEE code has five characters, such as 81004 or 2A004")
        }
        self.init(insee: insee, name: try row.cell("name").text(upTo: 200), office: try row.cell("office").required())
    }
}
