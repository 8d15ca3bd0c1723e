import Postgres
import TrainingSQL

extension Evaluation {
    /// Cohorts of one programme whose facts are read together, each up to its day.
    struct Asked: Sendable {
        let programme: Programme.ID
        let cohorts: [Cohort.ID]
        let days: [Day]

        init(_ programme: Programme.ID, _ cohorts: [Cohort.ID], on days: [Day] = []) {
            (self.programme, self.cohorts, self.days) = (programme, cohorts, days)
        }

        init(_ cohort: Cohort, on day: Day) { self.init(cohort.programmeID, [cohort.cohortID], on: [day]) }
    }
}

/// A row about one of the cohorts that were asked for together.
protocol Placed: Sendable {
    /// The place of its cohort among them, from 1.
    var asked: Int { get }
}

extension Array where Element: Placed {
    /// The rows, which come by place, of each of so many cohorts.
    func dealt(among count: Int) -> [[Element]] {
        var (hands, next) = ([[Element]](), 0)
        hands.reserveCapacity(count)
        for place in 1..<count + 1 {
            let first = next
            while next < self.count, self[next].asked == place { next += 1 }
            hands.append(first == 0 && next == self.count ? self : Array(self[first..<next]))
        }
        return hands
    }
}

extension Transaction {
    /// Reads everything the evaluations of cohorts of one programme are made from, in their order. Within one snapshot.
    ///
    /// Without a day each is made as of the cohort's last day, or of its last assessment when that came later.
    func facts(of cohorts: [Cohort], on day: Day?) throws -> [Evaluation.Facts] {
        guard let programme = cohorts.first?.programmeID else { return [] }
        let rows = try ask(.evaluated(.init(programme, cohorts.map(\.cohortID))))
        guard rows.count == cohorts.count else {
            let gone = zip(cohorts, rows.dealt(among: cohorts.count)).first { $1.isEmpty }?.0
            throw Refusal.unknown("La cohorte", "cohort", gone?.code.rawValue ?? "", "cohorte cohort list")
        }
        let asked = Evaluation.Asked(
            programme, cohorts.map(\.cohortID), on: rows.map { day ?? max($0.endsOn, $0.lastAssessedOn ?? $0.endsOn) })
        let slices = try slices(of: asked, rows)
        return rows.indices.map { Evaluation.Facts(rows[$0], on: asked.days[$0], slices, at: $0) }
    }

    func facts(of cohort: Cohort, on day: Day?) throws -> Evaluation.Facts { try facts(of: [cohort], on: day)[0] }

    private func slices(of asked: Evaluation.Asked, _ rows: [Evaluation.CohortRow]) throws -> Evaluation.Slices {
        let instruments = try ask(.instruments(Set(rows.compactMap(\.instrumentID)), in: asked.programme))
        let observations = try askEach(.observations(of: asked), asked)
        return Evaluation.Slices(
            instruments: instruments,
            items: try instruments.map { try ask(.items(of: $0.instrumentID, in: asked.programme)) },
            categories: try ask(.categories()),
            criteria: observations.allSatisfy(\.isEmpty) ? [] : try criteria(),
            skills: Dictionary(
                uniqueKeysWithValues: try Set(asked.days).map { ($0, try ask(.skills(in: asked.programme, on: $0))) }),
            enrolments: try askEach(.enrolments(of: asked), asked),
            sessions: try askEach(.evaluatedSessions(of: asked), asked),
            marks: try askEach(.marks(of: asked), asked),
            assessments: try askEach(.assessments(of: asked, with: rows.map(\.instrumentID)), asked),
            satisfaction: try askEach(.satisfaction(of: asked), asked),
            windows: try askEach(.evaluatedWindows(of: asked), asked), observations: observations,
            namings: try askEach(.namings(of: asked), asked), supports: try askEach(.supports(of: asked), asked))
    }

    func askEach<Row: Placed>(_ query: Query<Row>, _ asked: Evaluation.Asked) throws -> [[Row]] {
        try ask(query).dealt(among: asked.cohorts.count)
    }
}

extension Evaluation {
    /// What was read of several cohorts: first what they share, then the rows of each.
    fileprivate struct Slices {
        let instruments: [Instrument]
        let items: [[Instrument.Item]]
        let categories: [Category]
        let criteria: [Criterion]
        let skills: [Day: [SkillRow]]
        let enrolments: [[EnrolmentRow]]
        let sessions: [[SessionRow]]
        let marks: [[MarkRow]]
        let assessments: [[AssessmentRow]]
        let satisfaction: [[SatisfactionRow]]
        let windows: [[WindowRow]]
        let observations: [[ObservationRow]]
        let namings: [[Network.NamingRow]]
        let supports: [[Support.Row]]
    }
}

extension Evaluation.Facts {
    fileprivate init(_ cohort: Evaluation.CohortRow, on day: Day, _ slices: Evaluation.Slices, at place: Int) {
        let instrument = slices.instruments.firstIndex { $0.instrumentID == cohort.instrumentID }
        self.init(
            cohort: cohort, asOf: day, enrolments: slices.enrolments[place], sessions: slices.sessions[place],
            marks: slices.marks[place], instrument: instrument.map { slices.instruments[$0] },
            items: instrument.map { slices.items[$0] } ?? [], assessments: slices.assessments[place],
            satisfaction: slices.satisfaction[place], categories: slices.categories, windows: slices.windows[place],
            criteria: slices.observations[place].isEmpty ? [] : slices.criteria,
            observations: slices.observations[place], skills: slices.skills[day] ?? [],
            relay: .init(namings: slices.namings[place], supports: slices.supports[place]))
    }
}
