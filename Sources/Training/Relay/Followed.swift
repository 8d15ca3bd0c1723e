import FoundationEssentials
public import Postgres
import TrainingSQL

/// What an office reads of those it follows. Whom it follows PostgreSQL decides: no statement here names an office.
public enum Followed {
    /// Which office asks.
    public struct Me: Sendable {
        public let office: Office.Code
        public let name: String
        public let shortName: String
        public let programme: Programme.Code
        public let programmeName: String
    }

    /// A cohort, and how many of its people the asker follows.
    public struct CohortLine: Sendable {
        public let cohort: Cohort.Code
        public let title: String
        public let status: Cohort.Status
        public let startsOn: Day
        public let endsOn: Day
        public let followed: Int
    }

    /// A line of the list of those whom the asker follows in a cohort.
    public struct Line: Sendable {
        public let participantID: Participant.ID
        public let familyName: String
        public let givenName: String
        public let email: String?
        public let phone: String?
        public let provider: String
        public let category: String
        public let commune: String
        public let status: Enrolment.Status
        public let appliedOn: Day
        /// Where the line stands in the order of names; for the next page.
        public let nameKey: String
        public let enrolmentID: Enrolment.ID
    }

    /// Where a page of the list begins, how long it is, and whom it is limited to.
    public struct Page: Sendable {
        let after: (nameKey: String, id: Participant.ID)
        public let limit: Int
        let query: String?
        let status: Enrolment.Status?

        /// From the start of the list when `after` is nil.
        public init(
            after: (nameKey: String, id: Participant.ID)? = nil, limit: Int, query: String? = nil,
            status: Enrolment.Status? = nil
        ) {
            self.after = after ?? ("", Participant.ID(rawValue: Self.first))
            (self.limit, self.query, self.status) = (limit, query, status)
        }

        /// Before every id there is.
        private static let first = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    }

    /// One person.
    public struct Person: Sendable {
        public let participantID: Participant.ID
        public let familyName: String
        public let givenName: String
        public let email: String?
        public let phone: String?
        public let office: Office.Code
        public let commune: String
        public let provider: String
        public let category: String
    }

    /// A place of the person in a cohort.
    public struct Place: Sendable {
        public let enrolmentID: Enrolment.ID
        public let cohort: Cohort.Code
        public let title: String
        public let status: Enrolment.Status
        public let appliedOn: Day
        public let effectiveOn: Day
    }

    /// A half-day at which the person is expected, and the mark there.
    public struct Mark: Sendable {
        public let cohort: Cohort.Code
        public let session: Session.Code
        public let date: Day
        public let halfDay: Session.HalfDay
        public let theme: String
        public let status: Presence
        public let minutes: Int32
        public let plannedMinutes: Int32
    }

    /// Scores on one scope, 0...100; nil when too few items were answered, or none yet.
    public struct Change: Sendable {
        public let cohort: Cohort.Code
        /// `overall`, or a competence's code.
        public let code: String
        public let title: Sentence
        public let before: Double?
        public let after: Double?
    }

    /// Everything that is shown of one person.
    public struct Record: Sendable {
        public let person: Person
        public let places: [Place]
        public let marks: [Mark]
        public let changes: [Change]
    }

    /// An evaluation as it was published to the asker.
    public struct Published: Sendable {
        public let number: Int32
        /// `evaluation.json`, byte for byte.
        public let body: String
        public let bodySHA256: String
        /// On the clocks of Paris.
        public let publishedAt: String
    }

    /// The answers of one wave.
    struct Assessed: Sendable {
        let cohort: Cohort.Code
        let instrumentID: Instrument.ID
        let wave: Assessment.Wave
        let takenOn: Day
        let answers: AnswerSheet
    }
}

extension Query<Followed.Me> {
    /// The office that asks.
    public static func me(_ office: Office.Key) -> Self {
        Query(SQL.`queries/followed/me`, office.programme, office.office, as: Followed.Me.init)
    }
}

extension Query<Followed.CohortLine> {
    /// The cohorts of a programme, the latest first.
    public static func followedCohorts(of programme: Programme.ID) -> Self {
        Query(SQL.`queries/followed/cohorts`, programme, as: Followed.CohortLine.init)
    }
}

extension Query<Followed.Line> {
    /// A page of those whom the asker follows in a cohort, by name.
    public static func followed(in cohort: Cohort.Code, of programme: Programme.ID, _ page: Followed.Page) -> Self {
        let (after, limit) = (page.after, page.limit)
        guard page.query != nil || page.status != nil else {
            return Query(
                SQL.`queries/followed/list`, programme, cohort, after.nameKey, after.id, limit,
                as: Followed.Line.init)
        }
        return Query(
            SQL.`queries/followed/search`, programme, cohort, after.nameKey, after.id, limit, page.query, page.status,
            as: Followed.Line.init)
    }
}

extension Query<Followed.Published> {
    /// The last evaluation of a cohort that was published to the asker.
    public static func published(of cohort: Cohort.Code, in programme: Programme.ID) -> Self {
        Query(SQL.`queries/followed/evaluation`, programme, cohort, as: Followed.Published.init)
    }
}

extension Query<Followed.Person> {
    static func followed(_ person: Participant.ID, of programme: Programme.ID) -> Self {
        Query(SQL.`queries/followed/person`, programme, person, as: Followed.Person.init)
    }
}

extension Query<Followed.Place> {
    static func followed(_ person: Participant.ID, of programme: Programme.ID) -> Self {
        Query(SQL.`queries/followed/places`, programme, person, as: Followed.Place.init)
    }
}

extension Query<Followed.Mark> {
    static func followed(_ person: Participant.ID, of programme: Programme.ID) -> Self {
        Query(SQL.`queries/followed/marks`, programme, person, as: Followed.Mark.init)
    }
}

extension Query<Followed.Assessed> {
    static func followed(_ person: Participant.ID, of programme: Programme.ID) -> Self {
        Query(SQL.`queries/followed/assessments`, programme, person, as: Followed.Assessed.init)
    }
}

extension Transaction {
    /// Everything that is shown of a person; nil when there is none, or none that the asker may see: nobody can tell which.
    public func record(of person: Participant.ID, in programme: Programme.ID) throws -> Followed.Record? {
        guard let found = try askOne(Query<Followed.Person>.followed(person, of: programme)) else { return nil }
        return Followed.Record(
            person: found, places: try ask(.followed(person, of: programme)),
            marks: try ask(.followed(person, of: programme)), changes: try changes(of: person, in: programme))
    }

    private func changes(of person: Participant.ID, in programme: Programme.ID) throws -> [Followed.Change] {
        let assessed: [Followed.Assessed] = try ask(.followed(person, of: programme))
        var cohorts: [Cohort.Code] = []
        for line in assessed where !cohorts.contains(line.cohort) { cohorts.append(line.cohort) }
        return try cohorts.flatMap { cohort -> [Followed.Change] in
            let lines = assessed.filter { $0.cohort == cohort }
            guard let instrument = lines.first?.instrumentID else { return [] }
            let scoring = Scoring(try ask(.items(of: instrument, in: programme)))
            let before = lines.first { $0.wave == .before }?.answers.answers
            let after = lines.first { $0.wave == .after }?.answers.answers
            return scoring.changes(before, after, in: cohort)
        }
    }
}

extension Scoring {
    /// Overall, then by competence; where both waves were answered, on the items answered in both.
    fileprivate func changes(_ before: [Answer]?, _ after: [Answer]?, in cohort: Cohort.Code) -> [Followed.Change] {
        func change(
            _ code: String, _ title: Sentence, one: ([Answer]) -> Double?,
            both: ([Answer], [Answer]) -> (before: Double, after: Double)?
        ) -> Followed.Change {
            if let before, let after, let pair = both(before, after) {
                return .init(cohort: cohort, code: code, title: title, before: pair.before, after: pair.after)
            }
            return .init(
                cohort: cohort, code: code, title: title, before: before.flatMap(one), after: after.flatMap(one))
        }
        let overall = change("overall", Sentence("Score global", "Overall score"), one: overall, both: overallPair)
        return [overall]
            + competences.map { scope in
                change(scope.code, scope.title) {
                    score($0, on: scope)
                } both: {
                    pair($0, $1, on: scope)
                }
            }
    }
}
