import Statistics

@testable import Training

extension Example {
    /// What is said besides the primary outcome, of these people; no retrospective baseline and no satisfaction unless told.
    var secondary: Evaluation.Secondary {
        let indices = Array(0..<count)
        let paired = indices.compactMap(pairs)
        let items = ["q1", "q2", "q3"]
        let answers = indices.map { person in items.indices.map { item in Optional(Double((person * 3 + item) % 9)) } }
        let shift = looksBack ? paired.map { Pair(before: $0.before, after: max(0, $0.before - 5)) } : nil
        let question = Evaluation.Question(
            instrument: "satisfaction@1", wave: .after, item: "ensemble",
            text: Sentence("Dans l'ensemble, êtes-vous satisfait ?", "Are you satisfied on the whole?"),
            figures: Satisfaction(indices.dropLast(2).map { 7 + $0 % 4 }, asked: count, scale: 0...10))
        return Evaluation.Secondary(
            attrition: Attrition(
                assessedAgain: paired.map(\.before),
                notAssessedAgain: indices.filter { pairs($0) == nil }.map { _ in 40 }, draws: 49),
            dose: Association(
                minutes: indices.filter { pairs($0) != nil }.map { 900 + 60 * ($0 % 7) }, pairs: paired, draws: 49),
            reliability: [Assessment.Wave.before, .after].map {
                .init(wave: $0, figures: Reliability(answers, items: 3), items: items)
            },
            bootstrap: Bootstrap(paired, draws: 49),
            responseShift: shift.map { gap in
                .init(
                    gap: PairedFigures(gap, minimum: 0, maximum: 100),
                    change: PairedFigures(
                        zip(gap, paired).map { Pair(before: $0.after, after: $1.after) }, minimum: 0, maximum: 100))
            },
            satisfaction: looksBack && count > 2 ? [question] : [],
            diagnosis: diagnosis, mysteryMail: mails, skills: skills,
            network: looksBack && count > 2 ? network : nil, support: looksBack && count > 2 ? support : nil,
            outOfWindow: looksBack ? [stray] : [],
            unmeasured: Evaluation.Unmeasured.all(
                measured: [
                    "response_shift": looksBack, "satisfaction": looksBack && count > 2, "diagnostic": isObserved,
                    "mystery_mail": isObserved, "skills": isObserved,
                    "network": looksBack && count > 2, "support": looksBack && count > 2,
                ]))
    }

    /// Everybody knows the next; afterwards also the one after, but for the first, who is no longer named.
    var network: Network.Outcome? {
        let members = (0..<count).map {
            Network.Member(arrival: Int32($0 + 1), office: Self.offices[$0 * 5 / max(count, 1)].0)
        }
        func rows(_ wave: Network.Wave, _ steps: [Int]) -> [Network.NamingRow] {
            (0..<count).flatMap { one in
                steps.map { step in
                    .init(
                        asked: 1, wave: wave, question: .knows, arrival: Int32(one + 1),
                        other: Int32((one + step) % count + 1))
                }
            }
        }
        return Network.Outcome(
            people: members, rows(.before, [1]) + rows(.after, [1, 2]).filter { $0.arrival > 1 && $0.other != 1 })
    }

    /// Somebody who was assessed before a month too late.
    var stray: Evaluation.OutOfWindow {
        .init(
            pseudonym: "P01", wave: .before, takenOn: ExamplePaper.day("2021-10-27"),
            opensOn: ExamplePaper.day("2021-08-14"), closesOn: ExamplePaper.day("2021-09-27"))
    }

    /// Two offices, one need met and one open, and a competence that did not progress; the theme is whatever was typed.
    var support: Support.Summary? {
        Support.Summary(
            acts: 3, minutes: 95, people: 2, entered: count, actsPerParticipant: .value(3 / Double(count)),
            offices: Self.offices.prefix(2).map {
                .init(office: $0.0, acts: 2, people: 1, minutes: 60, toFollow: 1, overdue: 0)
            },
            themes: [
                .init(code: .init(rawValue: "outils"), title: Sentence(title, title), people: 2, met: 1, referred: 0)
            ],
            next: [
                .init(
                    pseudonym: "P01", office: Self.offices[0].0, theme: Sentence(title, title), dueOn: nil,
                    isOverdue: false),
                .init(
                    pseudonym: "P02", office: Self.offices[1].0, theme: Sentence("Photos", "Photographs"),
                    dueOn: Day(year: 2022, month: 1, day: 3),
                    isOverdue: true),
            ],
            gaps: [.init(code: "4.1", title: Sentence("Protéger", "Protect"), people: 2, helped: 1, helpedSince: 0)])
    }
}
