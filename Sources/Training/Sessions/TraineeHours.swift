public import Postgres
import TrainingSQL

/// What the annual training report asks for: hours attended in a year by the people of one category of provider.
public struct TraineeHours: Sendable {
    public let year: Int32
    public let category: CategoryName
    public let trainees: Int
    /// Attended half-days, one for each person.
    public let halfDays: Int
    public let minutes: Int
    public let hours: Double
    public let remoteHours: Double

    /// A category's code, which people read in their language.
    public struct CategoryName: RawRepresentable, Labelled, Sendable {
        public let rawValue: String
        public let label: Sentence

        public init(rawValue: String) { self.init(rawValue, Sentence(rawValue, rawValue)) }
        init(_ code: String, _ label: Sentence) { (rawValue, self.label) = (code, label) }
    }

    struct Stored: Sendable {
        let year: Int32
        let category: String
        let labelFr: String
        let labelEn: String
        let trainees: Int
        let halfDays: Int
        let minutes: Int
        let remoteMinutes: Int
    }

    init(_ stored: Stored) {
        year = stored.year
        category = CategoryName(stored.category, Sentence(stored.labelFr, stored.labelEn))
        (trainees, halfDays, minutes) = (stored.trainees, stored.halfDays, stored.minutes)
        hours = Double(stored.minutes) / 60
        remoteHours = Double(stored.remoteMinutes) / 60
    }
}

extension Query<TraineeHours.Stored> {
    static func hours(of programme: Programme.ID, in year: Int32?) -> Self {
        Query(SQL.`queries/session/hours`, programme, year, as: TraineeHours.Stored.init)
    }
}

extension Transaction {
    /// Hours attended over all cohorts of a programme, by year and category of provider; of one year when it is given.
    public func hours(of programme: Programme.ID, in year: Int? = nil) throws -> [TraineeHours] {
        try planForMany(of: programme)
        return try ask(.hours(of: programme, in: year.map(Int32.init(clamping:)))).map(TraineeHours.init)
    }
}
