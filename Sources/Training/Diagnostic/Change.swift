import Statistics

extension Diagnostic {
    /// F11 of a criterion: the same providers or communes before and after, a yes being a value of at least 2.
    public struct ChangeLine: Sendable {
        public let criterion: Criterion.Code
        public let label: String
        public let unit: Criterion.Unit
        public let n: Int
        public let yesBefore: Int
        /// Wilson's 95 % interval of the share.
        public let beforeLower: Double?
        public let beforeUpper: Double?
        public let yesAfter: Int
        public let afterLower: Double?
        public let afterUpper: Double?
        public let kept: Int
        public let gained: Int
        public let lost: Int
        public let never: Int
        public let mcnemarP: Double?
        public let mcnemarPWhy: String?
    }

    /// Two observers of the same criteria, at one wave.
    public struct AgreementLine: Sendable {
        public let wave: Observation.Wave
        /// Providers and communes that a second observer looked at, of those observed.
        public let secondedUnits: Int
        public let units: Int
        public let n: Int
        public let observedAgreement: Double?
        public let kappa: Double?
        public let kappaWhy: String?
    }

    /// F15 of a unit's mystery mails at one wave.
    public struct MailLine: Sendable {
        public let unit: Criterion.Unit
        public let wave: Observation.Wave
        public let sent: Int
        public let replied: Int
        public let within24h: Double?
        public let within48h: Double?
        public let medianHours: Double?
        public let medianHoursWhy: String?
    }

    /// What was seen, by whom and at which wave: of a provider or a commune that `unit` tells from the others.
    struct Seen: Sendable {
        let unit: String
        /// The cohort for which it was seen: what two campaigns saw is never one pair.
        var campaign = ""
        let criterion: Criterion.Code
        let wave: Observation.Wave
        let rank: Int
        let value: Int?
        let missing: Observation.Missing?
        let mail: MysteryMail.Mail?
    }

    /// F11 over the units that have a value at both waves.
    static func change(of criterion: Criterion.Code, _ seen: [Seen]) -> YesNoChange {
        func values(_ wave: Observation.Wave) -> [[String]: Int] {
            let lines = seen.filter { $0.criterion == criterion && $0.wave == wave && $0.rank == 1 }
            return Dictionary(lines.compactMap { line in line.value.map { ([line.unit, line.campaign], $0) } }) {
                first, _ in first
            }
        }
        let (before, after) = (values(.before), values(.after))
        return YesNoChange(
            before.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { unit in
                guard let first = before[unit], let second = after[unit] else { return nil }
                return (before: ProviderIndex.isYes(first), after: ProviderIndex.isYes(second))
            })
    }

    /// Over everything that two observers saw: each value is a category, and so is « sans objet »; what one of them did not
    /// observe tells nothing.
    static func agreement(_ seen: [Seen]) -> Agreement {
        struct Place: Hashable { let unit: String, campaign: String, criterion: String, wave: String }
        func judged(_ rank: Int) -> [Place: Int] {
            let lines = seen.filter { $0.rank == rank && $0.mail == nil && $0.missing != .notObserved }
            return Dictionary(
                lines.map {
                    (
                        Place(
                            unit: $0.unit, campaign: $0.campaign, criterion: $0.criterion.rawValue,
                            wave: $0.wave.rawValue),
                        $0.value ?? -1
                    )
                }
            ) { first, _ in first }
        }
        let (first, second) = (judged(1), judged(2))
        return Agreement(second.compactMap { place, value in first[place].map { (first: $0, second: value) } })
    }

    static func mails(_ seen: [Seen], to criterion: Criterion.Code, at wave: Observation.Wave) -> MysteryMail {
        MysteryMail(seen.filter { $0.criterion == criterion && $0.wave == wave && $0.rank == 1 }.compactMap(\.mail))
    }
}

extension Diagnostic {
    /// The before and after of every criterion that is no mystery mail, in the order of the grid.
    ///
    /// - Parameter isOneCampaign: whether the lines are what counts for one cohort; else only what one cohort's campaign saw
    ///   before is compared with what it saw after.
    public static func changes(
        _ lines: [Observation.Line], _ criteria: [Criterion], in language: Language, isOneCampaign: Bool = false
    ) -> [ChangeLine] {
        let seen = lines.map { Seen($0, isOneCampaign: isOneCampaign) }
        return criteria.filter { !$0.isMail }.map { criterion in
            ChangeLine(criterion, change(of: criterion.criterion, seen), language)
        }
    }

    /// The agreement of two observers, wave by wave.
    public static func agreements(_ lines: [Observation.Line]) -> [AgreementLine] {
        Observation.Wave.allCases.compactMap { wave in
            let seen = lines.map { Seen($0) }.filter { $0.wave == wave }
            guard !seen.isEmpty else { return nil }
            let figures = agreement(seen)
            return AgreementLine(
                wave: wave, secondedUnits: Set(seen.filter { $0.rank == 2 }.map(\.unit)).count,
                units: Set(seen.map(\.unit)).count, n: figures.n, observedAgreement: figures.observed.told,
                kappa: figures.kappa.told, kappaWhy: figures.kappa.reason?.rawValue)
        }
    }

    /// The mystery mails, by unit and wave.
    public static func mails(_ lines: [Observation.Line], _ criteria: [Criterion]) -> [MailLine] {
        let seen = lines.map { Seen($0) }
        return criteria.filter(\.isMail).flatMap { criterion in
            Observation.Wave.allCases.compactMap { wave in
                let figures = mails(seen, to: criterion.criterion, at: wave)
                guard figures.sent > 0 else { return nil }
                return MailLine(
                    unit: criterion.unit, wave: wave, sent: figures.sent, replied: figures.replied,
                    within24h: figures.within24.told, within48h: figures.within48.told,
                    medianHours: figures.median.told, medianHoursWhy: figures.median.reason?.rawValue)
            }
        }
    }
}

extension Diagnostic.Seen {
    fileprivate init(_ line: Observation.Line, isOneCampaign: Bool = false) {
        (unit, campaign) = (line.place, isOneCampaign ? "" : line.cohort?.rawValue ?? "")
        (criterion, wave, rank, missing) = (line.criterion, line.wave, Int(line.rank), line.missing)
        value = line.value.map(Int.init)
        mail = line.hours.map { line.isAnswered == true ? .replied(hours: $0) : .silent(hours: $0) }
    }
}

extension Diagnostic.ChangeLine {
    fileprivate init(_ criterion: Criterion, _ figures: YesNoChange, _ language: Language) {
        (self.criterion, unit, label) = (criterion.criterion, criterion.unit, criterion.label.text(language))
        (n, yesBefore, yesAfter) = (figures.n, figures.yesBefore, figures.yesAfter)
        let (before, after) = (figures.beforeCI95.value, figures.afterCI95.value)
        (beforeLower, beforeUpper) = (before.map { significant($0.lower) }, before.map { significant($0.upper) })
        (afterLower, afterUpper) = (after.map { significant($0.lower) }, after.map { significant($0.upper) })
        (kept, gained, lost, never) = (figures.kept, figures.gained, figures.lost, figures.never)
        (mcnemarP, mcnemarPWhy) = (figures.p.told, figures.p.reason?.rawValue)
    }
}

extension Figure<Double> {
    /// As a list prints it, to 12 significant digits; nil when it is unavailable.
    fileprivate var told: Double? { value.map { significant($0) } }
}
