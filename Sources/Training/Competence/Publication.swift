public import Postgres

extension Transaction {
    /// The instruments of a programme, every version.
    public func instruments(of programme: Programme.ID) throws -> [Instrument.Line] {
        try ask(.instruments(of: programme))
    }

    /// An instrument with its items, or a `Refusal`; the latest version unless one is named.
    public func instrument(_ code: Instrument.Code, version: Int? = nil, of programme: Programme.ID) throws
        -> (Instrument, [Instrument.Item])
    {
        guard let instrument = try askOne(.instrument(code, version: version, of: programme)) else {
            let name = version.map { "\(code)@\($0)" } ?? code.rawValue
            throw Refusal.unknown("Le questionnaire", "instrument", name, "cohorte instrument list")
        }
        return (instrument, try ask(.items(of: instrument.instrumentID, in: programme)))
    }

    /// Publishes an instrument under a title (else the one it has, else its code): the same questions as the latest version are unchanged, others make a new version.
    /// Its nature is that of its first version, whatever else is said of a later one is refused.
    public func publish(
        _ code: Instrument.Code, title given: String?, framework: Framework.Code, _ lines: Lines<Instrument.Request>,
        as nature: Instrument.Nature? = nil, to programme: Programme.ID
    ) throws -> (instrument: Instrument, made: Made) {
        try refuseUnknownCompetences(lines, of: framework)
        let requests = lines.read.map(\.request)
        let known = try askOne(.instrument(code, version: nil, of: programme))
        let title = given ?? known?.title ?? code.rawValue
        let nature = try self.nature(of: code, known, wanted: nature, in: programme)
        if let known, known.framework == framework, known.title == title {
            let items = try ask(.items(of: known.instrumentID, in: programme))
            if items.map(\.request) == requests { return (known, .unchanged) }
        }
        let instrument = Instrument(
            instrumentID: .new(), code: code, version: (known?.version ?? 0) + 1, title: title, framework: framework)
        try change(.add(instrument, as: nature, to: programme))
        for (index, item) in requests.enumerated() {
            try change(.add(item, at: index + 1, to: instrument, in: programme))
        }
        return (instrument, .added)
    }

    /// The nature of a questionnaire: as it has always been, else as wanted; one whose code says so is of satisfaction.
    private func nature(
        of code: Instrument.Code, _ known: Instrument?, wanted: Instrument.Nature?, in programme: Programme.ID
    ) throws -> Instrument.Nature {
        let isSatisfaction = code.rawValue == "satisfaction" || code.rawValue.hasPrefix("satisfaction-")
        let usual = Instrument.Nature(kind: isSatisfaction ? .satisfactionHot : .skills, isAnonymous: false)
        guard let known else {
            let nature = wanted ?? usual
            if nature.kind == .skills, nature.isAnonymous {
                throw Refusal(
                    rule: "instrument_of_skills_bears_names",
                    "Un questionnaire de compétences est nominatif : anonyme, avant et après ne se rejoindraient pas.",
                    "A questionnaire of skills bears names: without them, before and after could not be paired.")
            }
            return nature
        }
        let standing = try askOne(.standing(of: known.instrumentID, in: programme, cohort: nil))
        let nature = standing.map { Instrument.Nature(kind: $0.kind, isAnonymous: $0.isAnonymous) } ?? usual
        guard wanted ?? nature == nature else {
            throw Refusal(
                rule: "instrument_keeps_its_nature",
                "« \(code) » est publié comme \(nature.words.french) et le reste : donnez un autre code.",
                "\"\(code)\" is published as \(nature.words.english) and stays so: give another code.")
        }
        return nature
    }

    private func refuseUnknownCompetences(_ lines: Lines<Instrument.Request>, of framework: Framework.Code) throws {
        let competences = try ask(.competences(of: framework)).map(\.competence)
        guard !competences.isEmpty else {
            throw Refusal.unknown("Le référentiel", "framework", framework.rawValue, "cohorte framework list")
        }
        var misread = lines.misread
        var first: [String: Int] = [:]
        for (line, item) in lines.read {
            if !competences.contains(item.competence) {
                let known = competences.joined(separator: ", ")
                misread.append(
                    Misread(
                        line: line, column: "competence",
                        reason: Sentence(
                            "« \(item.competence) » n’est pas une compétence de \(framework.rawValue) : \(known)",
                            "\"\(item.competence)\" is no competence of \(framework.rawValue): \(known)")))
            }
            if let known = first.updateValue(line, forKey: item.item) {
                misread.append(Misread(line: line, column: "item", reason: Fault.duplicateLine.sentence(String(known))))
            }
        }
        if lines.read.isEmpty && misread.isEmpty {
            throw Refusal(
                rule: "instrument_has_items", "Un questionnaire a au moins une question.",
                "An instrument has at least one item.")
        }
        if let refused = try LinesRefused(misread) { throw refused }
    }
}

extension Instrument.Item {
    var request: Instrument.Request {
        .init(
            item: item, competence: competence, textFr: textFr, textEn: textEn, minimum: minimum, maximum: maximum,
            isReversed: isReversed)
    }
}

extension Instrument.Nature {
    /// `satisfaction à chaud, anonyme`.
    var words: Sentence {
        Sentence(
            "\(kind.label.french), \(isAnonymous ? "anonyme" : "nominatif")",
            "\(kind.label.english), \(isAnonymous ? "anonymous" : "with names")")
    }
}
