import Statistics

extension Evaluation.Objective {
    /// R10, objective 3: ties before and after to the first question that was asked twice. Nil without such a question.
    ///
    /// - Parameters:
    ///   - isWhole: whether it tells how many have no tie, which is for the coordinator.
    ///   - tellsAcross: whether it tells the ties across offices.
    static func network(_ outcome: Network.Outcome?, isWhole: Bool = true, tellsAcross: Bool = true) -> Sentence? {
        guard let (before, after) = outcome?.main, let gained = after.gained,
            let was = before.figures.density.value, let became = after.figures.density.value
        else { return nil }
        let n = after.figures.people.count
        let ties = (before.figures.ties.count, after.figures.ties.count, n * (n - 1) / 2)
        let alone = (before.figures.isolates.count, after.figures.isolates.count)
        let (low, high) = (percent(was), percent(became))
        let label = after.relation.label
        return Sentence(
            "« \(label.french) » : de \(ties.0) à \(ties.1) liens sur \(ties.2) possibles (densité de \(low) % à \(high) %), dont \(gained) nouveaux"
                + (tellsAcross ? " ; entre offices, de \(before.tiesAcross) à \(after.tiesAcross)" : "")
                + (isWhole ? " ; personnes sans lien : \(alone.0) avant, \(alone.1) après" : ""),
            "“\(label.english)”: from \(ties.0) to \(ties.1) ties of \(ties.2) possible (density from \(low)% to \(high)%), \(gained) of them new"
                + (tellsAcross ? "; across offices, from \(before.tiesAcross) to \(after.tiesAcross)" : "")
                + (isWhole ? "; people without a tie: \(alone.0) before, \(alone.1) after" : "")
        )
    }

    /// R10, objective 4, as far as support tells it. Nil without an act.
    static func support(_ summary: Support.Summary?) -> Sentence? {
        guard let summary else { return nil }
        let mean = summary.actsPerParticipant.value
        let (time, most) = (duration(summary.minutes), summary.people)
        return Sentence(
            "\(summary.acts) accompagnement\(summary.acts > 1 ? "s" : "") pour \(most) des \(summary.entered) personnes entrées en formation\(mean.map { ", soit \(tenths($0, ",")) par personne" } ?? "") (\(time.french)) ; besoins couverts : \(summary.needsMet) sur \(summary.needs)",
            "\(summary.acts) act\(summary.acts == 1 ? "" : "s") of support for \(most) of the \(summary.entered) people trained\(mean.map { ", \(tenths($0, ".")) each" } ?? "") (\(time.english)); needs matched: \(summary.needsMet) of \(summary.needs)"
        )
    }

    /// Hours and minutes.
    static func duration(_ minutes: Int) -> Sentence {
        let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
        if hours == 0 { return Sentence("\(rest) min", "\(rest) min") }
        let tail = rest == 0 ? "" : rest < 10 ? "0\(rest)" : "\(rest)"
        return Sentence("\(hours) h" + (rest == 0 ? "" : " \(tail)"), "\(hours) h" + (rest == 0 ? "" : " \(tail) min"))
    }

    private static func percent(_ share: Double) -> Int {
        Int((significant(share) * 100).rounded(.toNearestOrAwayFromZero))
    }
}
