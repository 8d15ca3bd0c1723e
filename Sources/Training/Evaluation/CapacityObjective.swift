import Statistics

extension Evaluation.Objective {
    /// R10, "another session?": who still waits, what nobody answered yet, what the offices can give, and what they carry.
    ///
    /// - Parameter byOffice: whether it tells what the least and the most able office can give.
    static func anotherSession(
        _ waitlisted: Int, _ summary: Support.Summary?, _ matrix: Evaluation.SkillMatrix?, byOffice: Bool = true
    ) -> Sentence {
        let stated = matrix.map { capacity($0, byOffice: byOffice) }
        let parts = [waiting(waitlisted), needs(summary, matrix), stated, load(summary)]
        return joined(parts) ?? waiting(waitlisted)
    }

    static func anotherSessionSource(hasSupport: Bool, hasSkills: Bool) -> Sentence {
        let waiting = Sentence("liste d’attente", "waiting list")
        let needs =
            hasSupport
            ? Sentence("accompagnements des offices", "support acts of the offices")
            : Sentence("besoins non mesurés", "needs not measured")
        let capacity =
            hasSkills
            ? Sentence("heures de la matrice de compétences", "hours of the skill matrix")
            : Sentence("capacité des offices non mesurée", "capacity of the offices not measured")
        return joined([waiting, needs, capacity]) ?? waiting
    }

    /// `told`: of what everybody may read, which are no people's needs.
    static func anotherSessionSource(told hasSkills: Bool) -> Sentence {
        hasSkills
            ? Sentence(
                "liste d’attente ; heures de la matrice de compétences", "waiting list; hours of the skill matrix")
            : Sentence("liste d’attente", "waiting list")
    }

    /// The themes with unmet needs, each with the hours that offices have for it.
    private static func needs(_ summary: Support.Summary?, _ matrix: Evaluation.SkillMatrix?) -> Sentence? {
        guard let summary else { return nil }
        let unmet = summary.themes.filter { $0.unmet > 0 }.map { need -> Sentence in
            let help = matrix.flatMap { $0.help(with: need.code) }
            let people = Sentence(
                need.unmet == 1 ? "1 personne" : "\(need.unmet) personnes",
                need.unmet == 1 ? "1 person" : "\(need.unmet) people")
            return Sentence(
                "\(need.title.french) (\(people.french)\(help.map { ", \($0.french)" } ?? ""))",
                "\(need.title.english) (\(people.english)\(help.map { ", \($0.english)" } ?? ""))")
        }
        guard !unmet.isEmpty else { return Sentence("aucun besoin sans réponse", "no unmet need") }
        return Sentence(
            "besoins sans réponse : \(unmet.map(\.french).joined(separator: ", "))",
            "unmet needs: \(unmet.map(\.english).joined(separator: ", "))")
    }

    /// The hours a month that the offices say they have, in all and by office.
    private static func capacity(_ matrix: Evaluation.SkillMatrix, byOffice: Bool) -> Sentence {
        let capacities = matrix.offices.filter(\.isFilled).map { matrix.capacity(of: $0.code) }
        let hours = capacities.compactMap(\.hours)
        guard let least = hours.min(), let most = hours.max() else {
            return Sentence(
                "capacité : les offices n’ont pas dit leurs heures", "capacity: the offices did not say their hours")
        }
        let total = hoursAMonth(hours.reduce(0, +))
        let isWhole = capacities.allSatisfy(\.isWhole)
        let (low, high) = (hoursAMonth(least), hoursAMonth(most))
        return Sentence(
            "capacité annoncée par les offices : \(isWhole ? "" : "au moins ")\(total.french) par mois"
                + (byOffice && hours.count > 1 ? ", de \(low.french) à \(high.french) selon l’office" : ""),
            "capacity stated by the offices: \(isWhole ? "" : "at least ")\(total.english) a month"
                + (byOffice && hours.count > 1 ? ", \(low.english) to \(high.english) by office" : ""))
    }

    private static func load(_ summary: Support.Summary?) -> Sentence? {
        guard let minutes = summary?.offices.map(\.minutes), let least = minutes.min(), let most = minutes.max() else {
            return nil
        }
        let (low, high) = (duration(least), duration(most))
        guard minutes.count > 1 else {
            return Sentence(
                "charge : \(high.french) d’accompagnement déjà donné par un seul office",
                "load: \(high.english) of support given already, by a single office")
        }
        return Sentence(
            "charge : de \(low.french) à \(high.french) d’accompagnement déjà donné par chacun des \(minutes.count) offices qui ont accompagné",
            "load: \(low.english) to \(high.english) of support given already by each of the \(minutes.count) offices that helped"
        )
    }
}

extension Evaluation.SkillMatrix {
    /// What an office can give, over its themes.
    struct Capacity {
        /// A month; nil when it said none.
        let hours: Double?
        /// Whether it said its hours for each of its themes.
        let isWhole: Bool
    }

    func capacity(of office: String) -> Capacity {
        Capacity(themes.flatMap(\.skills).filter { $0.office == office })
    }

    /// The hours a month that an office says it has, over its themes; nil when it said none.
    public func hours(of office: String) -> Double? { capacity(of: office).hours }

    /// How many offices can help with a theme, and for how long; nil of what is no theme of the list.
    fileprivate func help(with theme: Theme.Code) -> Sentence? {
        guard theme != .other else { return nil }
        let skills = themes.first { $0.theme == theme }?.skills ?? []
        guard !skills.isEmpty else { return Sentence("aucun office ne peut aider", "no office can help") }
        let offices = Sentence(
            skills.count == 1 ? "un office" : "\(skills.count) offices",
            skills.count == 1 ? "one office" : "\(skills.count) offices")
        guard let hours = Capacity(skills).hours else { return offices }
        let time = hoursAMonth(hours)
        return Sentence(
            "\(time.french) par mois dans \(offices.french)", "\(time.english) a month at \(offices.english)")
    }
}

extension Evaluation.SkillMatrix.Capacity {
    fileprivate init(_ skills: [Evaluation.MatrixSkill]) {
        let told = skills.compactMap(\.hours)
        hours = told.isEmpty ? nil : told.reduce(0, +)
        isWhole = told.count == skills.count
    }
}

/// Hours with a decimal only where there is one.
private func hoursAMonth(_ hours: Double) -> Sentence {
    let isWhole = significant(hours) == significant(hours).rounded()
    let whole = Int(significant(hours).rounded())
    return isWhole
        ? Sentence("\(whole) h", "\(whole) h")
        : Sentence("\(Evaluation.Objective.tenths(hours, ",")) h", "\(Evaluation.Objective.tenths(hours, ".")) h")
}
