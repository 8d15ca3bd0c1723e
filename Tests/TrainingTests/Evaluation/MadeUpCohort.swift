import FoundationEssentials
import Statistics

@testable import Training

/// A cohort that exists in a test's memory only: people, their offices, answers and minutes, and what happens to them
/// between two publications.
struct MadeUpCohort {
    struct Person {
        var office: String
        var category: String
        /// Five items over four competences and three areas, 0 to 8; nil is not asked, NaN skipped.
        var before: [Double?]?
        var after: [Double?]?
        /// Of 180, one a session.
        var minutes: [Int32]
    }

    var people: [Person]
    static let competences = ["1.1", "1.1", "1.2", "2.1", "3.1"]
    static let sessions = 4

    /// People of offices of these sizes, with scores somewhere in the middle.
    init(offices sizes: [Int], using random: inout SeededGenerator, skips: Double = 0) {
        let offices = sizes.enumerated().flatMap { index, size in Array(repeating: "o\(index + 1)", count: size) }
        let categories = Int.random(in: 1...3, using: &random)
        people = offices.map { office in
            Person(
                office: office, category: "c\(Int.random(in: 1...categories, using: &random))",
                before: Self.answers(skips, &random), after: Self.answers(skips, &random),
                minutes: (0..<Self.sessions).map { _ in [0, 120, 180, 180].randomElement(using: &random) ?? 0 })
        }
    }

    static func answers(_ skips: Double, _ random: inout SeededGenerator) -> [Double?] {
        competences.map { _ in
            Double.random(in: 0..<1, using: &random) < skips ? .nan : Double(Int.random(in: 0...8, using: &random))
        }
    }

    /// A random event: an answer corrected, an after-assessment that comes or goes, another office, a mark, a newcomer.
    mutating func live(using random: inout SeededGenerator) {
        let who = Int.random(in: people.indices, using: &random)
        switch Int.random(in: 0..<7, using: &random) {
        case 0:
            people[who].after?[Int.random(in: 0..<5, using: &random)] = Double(Int.random(in: 0...8, using: &random))
        case 1: people[who].after = nil
        case 2: people[who].after = Self.answers(0, &random)
        case 3: people[who].office = people.randomElement(using: &random)?.office ?? "o1"
        case 4: people[who].minutes[Int.random(in: 0..<Self.sessions, using: &random)] = 60
        case 5: people.append(people[who])
        default: for index in people.indices { people[index].after = Self.answers(0, &random) }
        }
    }

    var facts: Evaluation.Facts {
        Evaluation.Facts(
            cohort: .init(
                asked: 1, code: "essai", title: "Essai", programme: "Essai", startsOn: "2021-09-01",
                endsOn: "2022-01-31", places: 40, minimumAssiduity: 80, status: .closed, instrumentID: nil,
                lastAssessedOn: nil,
                schemaVersion: 9),
            asOf: "2022-01-31", enrolments: people.indices.map(enrolment), sessions: sessions,
            marks: people.indices.flatMap(marks),
            instrument: .init(
                instrumentID: .init(rawValue: .init()), code: .init(rawValue: "essai"), version: 1, title: "Essai",
                framework: .init(rawValue: "essai-1.0")),
            items: items, assessments: assessments, satisfaction: [],
            categories: (1...3).map { Category(code: "c\($0)", labelFr: "C\($0)", labelEn: "C\($0)") })
    }

    var evaluation: Evaluation {
        Evaluation(facts, status: .final, versions: .init(program: "essai", schema: 10), inputsSHA256: "")
    }

    /// What is published of it now, and the ledger with it.
    func release(
        _ reader: Evaluation.Release.Reader = .shared, minimum: Int = 5, after ledger: inout ToldLedger
    ) -> Evaluation.Release {
        for (index, person) in people.enumerated() {
            ledger.knownTo[person.office, default: []].insert(Evaluation.pseudonym(Int32(index + 1)))
        }
        let own = reader.office.map { ledger.knownTo[$0.rawValue] ?? [] } ?? []
        let made = Evaluation.Release.make(
            of: evaluation, facts, sha256: "", for: reader, own: own, minimum: minimum, after: ledger)
        var told = ledger
        told.add(ToldLedger(made.told.text))
        ledger = told
        return made.release
    }

    private func enrolment(_ index: Int) -> Evaluation.EnrolmentRow {
        .init(
            asked: 1, arrival: Int32(index + 1), office: people[index].office, officeName: people[index].office,
            category: people[index].category, appliedOn: "2021-06-01", status: .completed, effectiveOn: "2022-01-31",
            reason: nil, enrolledOn: "2021-06-01", enteredOn: "2021-09-01", beforeMissing: nil, afterMissing: .other,
            spansFrom: ["2021-06-01"], spansUntil: ["9999-12-31"])
    }

    private var sessions: [Evaluation.SessionRow] {
        (1...Self.sessions).map { number in
            .init(
                asked: 1, code: "s\(number)", date: Example.day("2021-10-0\(number)"), halfDay: .morning, theme: "",
                place: "", mode: .onSite, plannedMinutes: 180)
        }
    }

    private func marks(_ index: Int) -> [Evaluation.MarkRow] {
        people[index].minutes.enumerated().map { session, minutes in
            .init(
                asked: 1, session: "s\(session + 1)", arrival: Int32(index + 1),
                status: minutes == 0 ? .absent : minutes == 180 ? .present : .late, minutes: minutes)
        }
    }

    private var items: [Instrument.Item] {
        Self.competences.enumerated().map { index, competence in
            .init(
                item: "q\(index)", competence: competence, area: String(competence.prefix(1)), competenceFr: competence,
                competenceEn: competence, areaFr: "", areaEn: "", textFr: "", textEn: "", minimum: 0, maximum: 8,
                isReversed: false)
        }
    }

    private var assessments: [Evaluation.AssessmentRow] {
        people.enumerated().flatMap { index, person in
            [(Assessment.Wave.before, person.before), (.after, person.after)].compactMap { wave, answers in
                answers.map {
                    .init(asked: 1, wave: wave, arrival: Int32(index + 1), takenOn: "2021-09-01", answers: $0)
                }
            }
        }
    }
}
