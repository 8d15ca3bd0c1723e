public import Training

extension DeskPage {
    /// The half-days of a cohort.
    public static func sessions(_ lines: [Session.Line], in cohort: Followed.CohortLine, _ reader: Reader) -> DeskPage {
        let say = Tongue(reader.language)
        return DeskPage(
            DeskView(
                title: say("Séances", "Sessions"), bar: .init(reader, at: .sessions),
                sessions: SessionsView(lines, cohort, say)), reader.language)
    }
}

struct SessionsView {
    struct Line {
        let date: String
        let hours: String
        let theme: String
        let place: String
        let isCancelled: Bool
    }

    let cohort: String
    let calendar: String
    let lines: [Line]

    init(_ sessions: [Session.Line], _ line: Followed.CohortLine, _ say: Tongue) {
        cohort = say.words(line.title) + ", " + say.period(line.startsOn, line.endsOn)
        calendar = "/seances.ics?cohort=\(line.cohort)"
        lines = sessions.map {
            Line(
                date: say.shortDate($0.date),
                hours: say(
                    "\(say.time($0.starts)) – \(say.time($0.ends))", "\(say.time($0.starts)) – \(say.time($0.ends))"),
                theme: say.words($0.theme), place: say.words($0.place), isCancelled: $0.isCancelled)
        }
    }
}
