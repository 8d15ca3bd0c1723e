import Statistics
import Training

/// How the territory looks on the web before and after: the providers' index, each criterion, the mystery mails, and how far
/// two observers agree.
struct DiagnosticSection {
    struct Chart {
        let axis: Markup
        let themes: [Group]
        let legend: [Legend]
        let caption: String
        let data: [Row]
    }

    struct Group {
        let title: String
        let rows: [Row]
    }

    struct Row {
        let code: String
        let title: String
        let isMeasured: Bool
        /// Why nothing is drawn.
        let absence: String
        let plot: Markup
        let n: String
        /// `8 → 14`.
        let change: String
        let before: String
        let after: String
        let gained: String
        let lost: String
        let p: String
        let shortP: String
    }

    /// The index of each provider that the reader may see by name.
    struct Providers {
        struct Row {
            let name: String
            let provider: String
            let before: String
            let after: String
        }

        let rows: [Row]
    }

    let answer: String
    let chart: Chart?
    /// Nil when there are none.
    let providers: Providers?
    let agreement: String?
    let mails: MailTable?
    let mailSilence: String?

    /// Nil when neither criteria nor mystery mails were observed.
    init?(_ edition: Edition, _ cast: Cast) {
        let say = cast.say
        let hidesMails = edition.withheld.contains { $0.what == "mystery_mail" }
        mails = MailTable(edition.mails, say)
        mailSilence = hidesMails ? say.withheld(.coordinatorOnly, fewerThan: edition.minimumGroup) : nil
        guard let territory = edition.territory else {
            guard mails != nil || hidesMails else { return nil }
            answer = say("Les critères n’ont pas été observés.", "The criteria were not observed.")
            (chart, providers, agreement) = (nil, nil, nil)
            return
        }
        answer = Self.answer(territory, say)
        chart = Self.chart(territory, edition.minimumGroup, say)
        let rows = territory.indices.map { indexed in
            Providers.Row(
                name: cast.name(indexed.pseudonym), provider: cast.provider(indexed.pseudonym),
                before: Self.index(indexed.before, say), after: Self.index(indexed.after, say))
        }
        providers = rows.isEmpty ? nil : Providers(rows: rows)
        agreement = territory.agreement.flatMap { Self.agreement($0.figures, $0.seconded, say) }
    }

    private static func answer(_ territory: Edition.Territory, _ say: Tongue) -> String {
        let index = territory.index
        guard let before = index.meanBefore.value, let after = index.meanAfter.value,
            let change = index.meanChange.value, let n = index.n.value
        else {
            let why = index.isWithheld ? say("non communiqué", "not disclosed") : say.why(index.meanChange)
            return say("Indice moyen des prestataires : \(why).", "Mean index of providers: \(why).")
        }
        let interval = index.ci95.value.map {
            say(" (IC à 95 % : ", " (95% CI: ") + say.range($0.lower, $0.upper) + ")"
        }
        let figures = say.points(change) + (interval ?? "")
        let who = say.count(n, "prestataire", "prestataires", "provider", "providers")
        return say(
            "Vus de l’extérieur, \(who) : l’indice moyen passe de \(say.score(before)) à \(say.score(after)) sur 100, soit \(figures).",
            "Seen from outside, \(who): the mean index goes from \(say.score(before)) to \(say.score(after)) out of 100, \(figures)."
        )
    }

    private static func index(_ index: ProviderIndex, _ say: Tongue) -> String {
        index.index.value.map(say.score) ?? say.why(index.index.reason)
    }

    private static func agreement(_ figures: Agreement, _ seconded: Int, _ say: Tongue) -> String? {
        guard let observed = figures.observed.value else {
            return say(
                "Aucun critère n’a été revu par un second observateur.",
                "No criterion was looked at by a second observer.")
        }
        let kappa = figures.kappa.value.map { say.numbers.fixed($0, decimals: 2) } ?? say.why(figures.kappa.reason)
        let (units, all) = (say.integer(seconded), say.integer(figures.n))
        return say(
            "Un second observateur a revu \(units) prestataires et communes : \(all) constats doubles, accord \(say.share(observed)), "
                + "kappa de Cohen \(kappa) (1 : accord parfait, 0 : celui du hasard).",
            "A second observer looked at \(units) providers and communes again: \(all) double observations, agreement \(say.share(observed)), "
                + "Cohen’s kappa \(kappa) (1: perfect agreement, 0: that of chance).")
    }

    private static func chart(_ territory: Edition.Territory, _ k: Int, _ say: Tongue) -> Chart? {
        var groups: [(theme: Theme.Code, group: Group)] = []
        for line in territory.criteria {
            let row = row(line, k, say)
            let rows = groups.last?.theme == line.criterion.theme ? groups.removeLast().group.rows + [row] : [row]
            groups.append((line.criterion.theme, Group(title: say(line.criterion.themeLabel), rows: rows)))
        }
        let rows = groups.flatMap(\.group.rows)
        guard !rows.isEmpty else { return nil }
        return Chart(
            axis: Dumbbell.axis(say), themes: groups.map(\.group), legend: Legend.dumbbell(say),
            caption: say(
                "Part des prestataires, ou des communes, où le critère vaut au moins 2 sur 3, en %, parmi ceux qui ont une valeur "
                    + "avant et après (n) ; combien avant → après. p : test exact de McNemar, calculable à partir de six changements ; "
                    + "ces p ne sont pas ajustés entre eux.",
                "Share of the providers, or communes, where the criterion is at least 2 of 3, per hundred among those with a value before "
                    + "and after (n); how many before → after. p: exact McNemar test, computable from six changes on; these p are "
                    + "not adjusted for each other."), data: rows)
    }

    private static func row(_ line: Edition.CriterionLine, _ k: Int, _ say: Tongue) -> Row {
        let figures = line.figures
        let n = figures.n.value ?? 0
        let (before, after) = (figures.integer("yes_before"), figures.integer("yes_after"))
        func share(_ told: Told<Int>) -> Double? { told.value.flatMap { n > 0 ? 100 * Double($0) / Double(n) : nil } }
        let plot = share(before).flatMap { first in
            share(after).map { Dumbbell(before: first, after: $0).drawing(say) }
        }
        let p = figures.number("mcnemar_p")
        return Row(
            code: line.criterion.criterion.rawValue, title: say(line.criterion.label), isMeasured: plot != nil,
            absence: figures.isWithheld ? say("non communiqué", "not disclosed") : say.unmeasured,
            plot: plot ?? Markup(source: ""), n: say.integer(figures.n),
            change: "\(say.integer(before))\u{A0}→\u{A0}\(say.integer(after))",
            before: yes(before, figures, "yes_before_ci95", say), after: yes(after, figures, "yes_after_ci95", say),
            gained: say.integer(figures.integer("gained")), lost: say.integer(figures.integer("lost")),
            p: p.value.map(say.p) ?? say.why(p),
            shortP: p.value.map(say.p) ?? (p.silence != nil ? say("n. c.", "n/d") : NumberStyle.missing))
    }

    /// `8 (de 22 à 61 %)`: how many, and Wilson's interval of their share.
    private static func yes(_ told: Told<Int>, _ figures: ToldFigures, _ interval: String, _ say: Tongue) -> String {
        guard let count = told.value, case .value(.interval(let ends)) = figures.figure(interval) else {
            return say.integer(told)
        }
        let (low, high) = (
            say.numbers.fixed(100 * ends.lower, decimals: 0), say.numbers.fixed(100 * ends.upper, decimals: 0)
        )
        return say("\(count) (\(low) à \(high) %)", "\(count) (\(low) to \(high)%)")
    }
}

/// F15: the mystery mails, by unit and wave.
struct MailTable {
    struct Row {
        let who: String
        let sent: String
        let replied: String
        let within24: String
        let within48: String
        let median: String
    }

    let rows: [Row]

    /// Nil when no mail was sent, or none is told of.
    init?(_ mails: [Evaluation.Mails], _ say: Tongue) {
        guard !mails.isEmpty else { return nil }
        rows = mails.map { mails in
            let figures = mails.figures
            let unit =
                mails.unit == .provider ? say("prestataires", "providers") : say("mairies", "town halls")
            return Row(
                who: say("\(unit), \(say(mails.wave.label))", "\(unit), \(say(mails.wave.label))").capitalised,
                sent: say.integer(figures.sent), replied: say.integer(figures.replied),
                within24: figures.within24.value.map(say.share) ?? say.why(figures.within24.reason),
                within48: figures.within48.value.map(say.share) ?? say.why(figures.within48.reason),
                median: figures.median.value.map { say.numbers.fixed($0, decimals: 0) + "\u{A0}h" }
                    ?? say.why(figures.median.reason))
        }
    }
}
