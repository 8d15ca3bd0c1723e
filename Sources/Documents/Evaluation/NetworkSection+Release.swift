import Statistics
import Training

extension NetworkSection {
    /// The cohort's ties as a release tells them: counted, drawn as bars, nobody placed. Nil when it tells of none.
    init?(_ edition: Edition, _ say: Tongue) {
        guard !edition.network.isEmpty else { return nil }
        rows = edition.network.flatMap { table in
            ["before", "after"].map { Row(table, $0, edition.minimumGroup, say) }
        }
        picture = nil
        let told = edition.network.first { $0.rows != nil }.map(ReleasedTies.init)
        rings = told.flatMap { Rings($0, edition, say) }
        bars = told.map { TieBars(before: $0.before, after: $0.after).drawing(say) }
        answer =
            told.map { $0.answer(say) }
            ?? say.withheld(.protected, fewerThan: edition.minimumGroup).capitalised + "."
    }
}

extension NetworkSection.Rings {
    /// Nil where there are too few offices for a circle, or too many.
    fileprivate init?(_ told: ReleasedTies, _ edition: Edition, _ say: Tongue) {
        guard (2...OfficeRings.most).contains(edition.offices.count) else { return nil }
        let rings = OfficeRings(offices: edition.offices.count, before: told.before, after: told.after)
        drawing = rings.drawing(say)
        offices = edition.offices.sorted { $0.code < $1.code }.enumerated().map {
            .init(number: $0 + 1, name: say($1.name))
        }
        caption =
            say(
                "Chaque rond est un office, et personne n’est placé. Tous les traits ont la même épaisseur, ",
                "Each disc is an office, and nobody is placed. All lines are equally thick, ")
            + (rings.tellsAcross
                ? say("qui suit le nombre de liens entre offices : ", "by the number of ties across offices: ")
                : say("qui suit le nombre de liens de tout le groupe : ", "by the number of ties of the whole group: "))
            + say("ils ne disent pas quels offices sont liés.", "they do not say which offices are tied.")
    }
}

/// The numbers of one question that a release tells.
private struct ReleasedTies {
    let title: Sentence
    let people: Int
    let gained: Int
    let before: TieBars.Count
    let after: TieBars.Count

    init(_ table: Evaluation.Release.Table) {
        func told(_ name: String) -> Int? {
            if case .integer(let number) = table.rows?.first(where: { $0.name == name })?.value { number } else { nil }
        }
        func integer(_ name: String) -> Int { told(name) ?? 0 }
        title = table.title
        (people, gained) = (integer("people_after"), integer("ties_gained_after"))
        before = .init(ties: integer("ties_before"), across: told("ties_across_offices_before"))
        after = .init(ties: integer("ties_after"), across: told("ties_across_offices_after"))
    }

    func answer(_ say: Tongue) -> String {
        let ties = say.count(after.ties, "lien", "liens", "tie", "ties")
        let more = say.count(gained, "nouveau", "nouveaux", "new", "new")
        return say(
            "À la question « \(say(title)) », le groupe de \(people) compte \(ties) après, pour \(before.ties) avant (\(more)).",
            "To “\(say(title))”, the group of \(people) has \(ties) after, from \(before.ties) before (\(more)).")
    }
}

extension NetworkSection.Row {
    fileprivate init(_ table: Evaluation.Release.Table, _ wave: String, _ k: Int, _ say: Tongue) {
        func words(_ name: String) -> String {
            switch table.rows?.first(where: { $0.name == "\(name)_\(wave)" })?.value {
            case .integer(let number): say.integer(number)
            case .number(let share): say.share(share)
            case nil where table.rows == nil || name.hasPrefix("ties_across"): say("masqué", "hidden")
            default: NumberStyle.missing
            }
        }
        question = say(table.title)
        self.wave = wave == "before" ? say("Avant", "Before") : say("Après", "After")
        answered = table.rows == nil ? words("answered") : "\(words("answered")) / \(words("people"))"
        (ties, density, across, gained) = (
            words("ties"), words("density"), words("ties_across_offices"), words("ties_gained")
        )
        isolates = say("masqué", "hidden")
    }
}
