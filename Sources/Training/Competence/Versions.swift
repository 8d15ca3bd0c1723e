import Postgres

extension Instrument {
    /// What is wrong with a line that answers another version than the one in use.
    func misread(version: String?, line: Int) -> [Misread] {
        guard let version, version.lowercased() != name else { return [] }
        return [
            Misread(
                line: line, column: "version",
                reason: Sentence(
                    "réponses à \(version) : cette version n’est plus celle en usage (\(name)) ; une version répondue est figée, faites répondre à la nouvelle",
                    "answers to \(version): that version is no longer in use (\(name)); an answered version is frozen, have the new one answered"
                ))
        ]
    }
}

extension Transaction {
    /// Refuses names where there are none to be, and sheets where there are names.
    func refuseOtherNature(_ instrument: Instrument, in cohort: Cohort, isAnonymous: Bool) throws {
        let standing = try askOne(
            .standing(of: instrument.instrumentID, in: cohort.programmeID, cohort: cohort.cohortID))
        if let standing, standing.isAnonymous != isAnonymous {
            throw Refusal.otherNature(instrument, standing.isAnonymous)
        }
    }

    /// Refuses what cannot be answered, or could never be paired: an old version, names where there are none to be, two
    /// versions without a mapping, two ceilings.
    func refuse(
        _ instrument: Instrument, _ items: [Instrument.Item], answeredBy cohort: Cohort, at wave: Assessment.Wave,
        isAnonymous: Bool
    ) throws {
        let programme = cohort.programmeID
        guard
            let standing = try askOne(
                .standing(of: instrument.instrumentID, in: programme, cohort: cohort.cohortID))
        else { return }
        try refuseOtherNature(instrument, in: cohort, isAnonymous: isAnonymous)
        let declared = try askOne(.instrument(answeredBy: cohort, code: nil))
        let isInUse = declared?.instrumentID == instrument.instrumentID || standing.answeredInCohort > 0
        guard instrument.version == standing.latestVersion || isInUse else {
            throw Refusal(
                rule: "instrument_version_is_in_use",
                "\(instrument.name) est figé et remplacé par la version \(standing.latestVersion) : ses réponses ne sont plus prises.",
                "\(instrument.name) is frozen and was replaced by version \(standing.latestVersion): answers to it are no longer taken."
            )
        }
        if instrument.framework == .pix { try refuseTwoCeilings(instrument, items, in: cohort) }
        guard let declared, declared.instrumentID != instrument.instrumentID, wave != .before,
            declared.code == instrument.code
        else { return }
        let mapped = try ask(.mapping(from: declared.instrumentID, to: instrument.instrumentID, in: programme))
        if mapped.isEmpty {
            throw Refusal(
                rule: "versions_pair_by_a_mapping",
                "La cohorte a répondu à \(declared.name) : \(instrument.name) ne s’y compare que par une correspondance déclarée (« cohorte instrument map \(instrument.code) »).",
                "The cohort answered \(declared.name): \(instrument.name) pairs with it only through a declared mapping (\"cohorte instrument map \(instrument.code)\")."
            )
        }
    }
}

extension Transaction {
    /// Refuses scores that stop elsewhere than those that the cohort has of the same framework, whichever the wave.
    private func refuseTwoCeilings(_ instrument: Instrument, _ items: [Instrument.Item], in cohort: Cohort) throws {
        for other in try ask(.instruments(on: instrument.framework, answeredIn: cohort)) {
            let known = try ask(.items(of: other.instrumentID, in: cohort.programmeID))
            if let ends = Instrument.ceilings(known, items) { throw Refusal.twoCeilings(other, instrument, ends) }
        }
    }
}

extension Instrument {
    /// The first competence whose scales end elsewhere in two questionnaires, with both ends.
    static func ceilings(_ before: [Item], _ after: [Item]) -> (competence: String, Double, Double)? {
        let ends = Dictionary(before.map { ($0.competence, $0.maximum) }, uniquingKeysWith: max)
        return after.lazy.compactMap { item in
            ends[item.competence].flatMap { $0 == item.maximum ? nil : (item.competence, $0, item.maximum) }
        }.first
    }
}

extension Refusal {
    fileprivate static func otherNature(_ instrument: Instrument, _ isAnonymous: Bool) -> Refusal {
        isAnonymous
            ? Refusal(
                rule: "instrument_is_anonymous",
                "\(instrument.name) est anonyme : ses réponses n’ont pas de nom, seulement un numéro de feuille (--anonymous).",
                "\(instrument.name) is anonymous: its answers bear no names, only a sheet number (--anonymous).")
            : Refusal(
                rule: "instrument_bears_names",
                "\(instrument.name) est nominatif : ses réponses disent de qui elles sont (sans --anonymous).",
                "\(instrument.name) bears names: its answers say whose they are (without --anonymous).")
    }

    static func twoCeilings(_ one: Instrument, _ other: Instrument, _ ends: (competence: String, Double, Double))
        -> Refusal
    {
        Refusal(
            rule: "ceilings_are_the_same",
            "\(one.name) plafonne à \(Int(ends.1)) sur \(ends.competence) et \(other.name) à \(Int(ends.2)) : deux plafonds ne se comparent pas, le second score monterait sans progrès.",
            "\(one.name) stops at \(Int(ends.1)) on \(ends.competence) and \(other.name) at \(Int(ends.2)): two ceilings do not pair, the second score would rise without progress."
        )
    }
}
