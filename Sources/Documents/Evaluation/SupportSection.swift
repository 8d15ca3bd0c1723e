import Statistics
import Training

/// Objective 4: what the offices did, for whom a need is open, and what comes next.
struct SupportSection {
    struct OfficeRow {
        let name: String
        let acts: String
        let people: String
        let time: String
        let toFollow: String
        let overdue: String
    }

    struct ThemeRow {
        let theme: String
        let people: String
        let met: String
        let referred: String
        let unmet: String
    }

    struct GapRow {
        let competence: String
        let people: String
        let helped: String
        let helpedSince: String
    }

    struct NextRow {
        let name: String
        let office: String
        let theme: String
        let due: String
        let isOverdue: Bool
    }

    let answer: String
    /// Up to which day acts count, and how long they are kept.
    let note: String
    let offices: [OfficeRow]
    let themes: [ThemeRow]
    let gaps: [GapRow]
    let next: [NextRow]
    let hasGaps: Bool
    let hasNext: Bool

    /// Nil when no act was logged.
    init?(_ summary: Support.Summary?, _ edition: Edition, _ cast: Cast) {
        guard let summary else { return nil }
        let say = cast.say
        let names = Dictionary(edition.offices.map { ($0.code, say($0.name)) }) { first, _ in first }
        answer = Self.answer(summary, say)
        note = Self.note(edition, say)
        offices = summary.offices.map { office in
            OfficeRow(
                name: names[office.office] ?? office.office, acts: say.integer(office.acts),
                people: say.integer(office.people), time: say.dates.duration(minutes: office.minutes),
                toFollow: say.integer(office.toFollow), overdue: say.integer(office.overdue))
        }
        themes = summary.themes.map { theme in
            ThemeRow(
                theme: say(theme.title), people: say.integer(theme.people), met: say.integer(theme.met),
                referred: say.integer(theme.referred), unmet: say.integer(theme.unmet))
        }
        gaps = summary.gaps.map { gap in
            GapRow(
                competence: "\(gap.code)\u{A0} \(say(gap.title))", people: say.integer(gap.people),
                helped: say.integer(gap.helped), helpedSince: say.integer(gap.helpedSince))
        }
        next = summary.next.map { action in
            NextRow(
                name: cast.name(action.pseudonym), office: names[action.office] ?? action.office,
                theme: say(action.theme), due: action.dueOn.map(say.date) ?? NumberStyle.missing,
                isOverdue: action.isOverdue)
        }
        (hasGaps, hasNext) = (!gaps.isEmpty, !next.isEmpty)
    }

    private static func answer(_ summary: Support.Summary, _ say: Tongue) -> String {
        let acts = say.count(summary.acts, "accompagnement", "accompagnements", "act of support", "acts of support")
        let each = summary.actsPerParticipant.value.map { say.numbers.fixed($0, decimals: 1) } ?? NumberStyle.missing
        let time = say.dates.duration(minutes: summary.minutes)
        return say(
            "\(acts), \(time) en tout, pour \(say.integer(summary.people)) des \(say.integer(summary.entered)) personnes entrées en formation (\(each) par personne). Besoins couverts : \(say.integer(summary.needsMet)) sur \(say.integer(summary.needs)).",
            "\(acts), \(time) in all, for \(say.integer(summary.people)) of the \(say.integer(summary.entered)) people trained (\(each) each). Needs met: \(say.integer(summary.needsMet)) of \(say.integer(summary.needs))."
        )
    }

    private static func note(_ edition: Edition, _ say: Tongue) -> String {
        let (last, end) = (say.date(edition.asOf), say.date(edition.cohort.endsOn))
        return say(
            "Un besoin est une personne et un thème ; il est couvert quand le dernier accompagnement l’a résolu ou que sa suite "
                + "est faite. Ce qui a été fait après le \(last) n’est pas compté ici. Les accompagnements sont conservés au "
                + "moins jusqu’au suivi, six mois après la fin de la formation (\(end)).",
            "A need is a person and a theme; it is met once the last support solved it, or what was to follow is done. What "
                + "was done after \(last) is not counted here. Support is kept at least until the follow-up, six months after "
                + "the end of the training (\(end)).")
    }
}
