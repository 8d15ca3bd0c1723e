public import Statistics

extension Evaluation {
    /// What was observed of the cohort's providers, and of their communes, before and after.
    public struct Diagnosis: Sendable {
        /// The version of the grid.
        public let grid: String
        public let providers: Looked
        public let communes: Looked
        /// F11 of each criterion that is no mystery mail, in the order of the grid.
        public let criteria: [CriterionChange]
        /// The providers' indices, before and after, of those who have both.
        public let index: PairedFigures
        public let indices: [Indexed]
        /// Over everything that two observers saw.
        public let agreement: Agreement
        /// Providers and communes that a second observer looked at.
        public let seconded: Int
    }

    /// How many providers or communes were observed.
    public struct Looked: Equatable, Sendable {
        public let before: Int
        public let after: Int
        public let both: Int
    }

    public struct CriterionChange: Sendable {
        public let criterion: Criterion
        public let figures: YesNoChange
    }

    /// A provider, under the pseudonym of the first to arrive of its people.
    public struct Indexed: Sendable {
        public let pseudonym: String
        public let before: ProviderIndex
        public let after: ProviderIndex
    }

    /// F15 of the mystery mails to providers or communes at one wave.
    public struct Mails: Sendable {
        public let unit: Criterion.Unit
        public let wave: Observation.Wave
        public let figures: MysteryMail
    }

    /// What each office can help with on the day of the evaluation.
    public struct SkillMatrix: Sendable {
        public let offices: [MatrixOffice]
        public let themes: [MatrixTheme]

        /// Offices with a skill at least.
        public var filled: Int { offices.count { $0.isFilled } }
        /// The themes that no office covers.
        public var gaps: [MatrixTheme] { themes.filter { $0.skills.isEmpty } }
    }

    public struct MatrixOffice: Equatable, Sendable {
        public let code: String
        public let name: String
        public let isFilled: Bool
    }

    public struct MatrixTheme: Equatable, Sendable {
        public let theme: Theme.Code
        public let title: Sentence
        /// By office.
        public let skills: [MatrixSkill]
    }

    public struct MatrixSkill: Equatable, Sendable {
        public let office: String
        public let level: Int
        /// A month.
        public let hours: Double?
    }
}

extension Evaluation.Diagnosis {
    /// Nil when nobody observed anything but mystery mails.
    init?(_ facts: Evaluation.Facts) {
        let mails = Set(facts.criteria.filter(\.isMail).map(\.criterion))
        let seen = facts.observations.map(Diagnostic.Seen.init).filter { !mails.contains($0.criterion) }
        guard !seen.isEmpty else { return nil }
        let arrivals = Set(facts.observations.compactMap(\.arrival)).sorted()
        grid = Diagnostic.grid
        providers = Evaluation.Looked(seen, facts.criteria, .provider)
        communes = Evaluation.Looked(seen, facts.criteria, .commune)
        criteria = facts.criteria.filter { !$0.isMail }.map {
            .init(criterion: $0, figures: Diagnostic.change(of: $0.criterion, seen))
        }
        indices = arrivals.map { arrival in
            let own = seen.filter { $0.unit == Evaluation.pseudonym(arrival) && $0.rank == 1 }
            func index(_ wave: Observation.Wave) -> ProviderIndex {
                ProviderIndex(own.filter { $0.wave == wave }.compactMap(\.value))
            }
            return .init(pseudonym: Evaluation.pseudonym(arrival), before: index(.before), after: index(.after))
        }
        let pairs = indices.compactMap { indexed -> Pair? in
            guard let before = indexed.before.index.value, let after = indexed.after.index.value else { return nil }
            return Pair(before: before, after: after)
        }
        index = PairedFigures(pairs, minimum: 0, maximum: 100)
        agreement = Diagnostic.agreement(seen)
        seconded = Set(seen.filter { $0.rank == 2 }.map(\.unit)).count
    }

    /// The criterion of this code.
    func change(_ code: String) -> Evaluation.CriterionChange? {
        criteria.first { $0.criterion.criterion.rawValue == code }
    }
}

extension Evaluation.Looked {
    fileprivate init(_ seen: [Diagnostic.Seen], _ criteria: [Criterion], _ unit: Criterion.Unit) {
        let own = Set(criteria.filter { $0.unit == unit }.map(\.criterion))
        func units(_ wave: Observation.Wave) -> Set<String> {
            Set(seen.filter { own.contains($0.criterion) && $0.wave == wave && $0.value != nil }.map(\.unit))
        }
        let (first, second) = (units(.before), units(.after))
        (before, after, both) = (first.count, second.count, first.intersection(second).count)
    }
}

extension Evaluation.Mails {
    /// Of each mystery mail's criterion and wave; empty when none was sent.
    static func all(_ facts: Evaluation.Facts) -> [Evaluation.Mails] {
        let seen = facts.observations.map(Diagnostic.Seen.init)
        return facts.criteria.filter(\.isMail).flatMap { criterion in
            [Observation.Wave.before, .after].compactMap { wave in
                let figures = Diagnostic.mails(seen, to: criterion.criterion, at: wave)
                return figures.sent == 0 ? nil : .init(unit: criterion.unit, wave: wave, figures: figures)
            }
        }
    }
}

extension Evaluation.SkillMatrix {
    /// Nil when no office has said anything that holds on the day.
    init?(_ facts: Evaluation.Facts) {
        guard facts.skills.contains(where: { $0.level != nil }) else { return nil }
        let rows = facts.skills
        var names: [String: String] = [:]
        var codes: [Theme.Code] = []
        for row in rows {
            names[row.office] = row.officeName
            if codes.last != row.theme { codes.append(row.theme) }
        }
        offices = names.sorted { $0.key < $1.key }.map { code, name in
            .init(code: code, name: name, isFilled: rows.contains { $0.office == code && $0.level != nil })
        }
        themes = codes.map { code in
            let own = rows.filter { $0.theme == code }
            return Evaluation.MatrixTheme(
                theme: code, title: Sentence(own.first?.labelFr ?? "", own.first?.labelEn ?? ""),
                skills: own.compactMap { row in
                    row.level.map { .init(office: row.office, level: Int($0), hours: row.hours) }
                })
        }
    }
}

extension Diagnostic.Seen {
    /// A provider goes by its pseudonym, a commune by its INSEE code.
    init(_ row: Evaluation.ObservationRow) {
        unit = row.arrival.map(Evaluation.pseudonym) ?? row.insee ?? ""
        (criterion, wave, rank, missing) = (row.criterion, row.wave, Int(row.rank), row.missing)
        value = row.value.map(Int.init)
        mail = row.followed.map { seconds in
            let hours = Double(seconds) / 3600
            return row.isAnswered == true ? .replied(hours: hours) : .silent(hours: hours)
        }
    }
}
