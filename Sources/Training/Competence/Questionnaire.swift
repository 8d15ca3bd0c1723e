public import Postgres

/// A questionnaire to print and fill in, and whom it is for.
public struct Questionnaire: Sendable {
    public let programme: String
    public let instrument: Instrument
    public let nature: Instrument.Nature
    public let items: [Instrument.Item]
    /// Who is to answer, as files name them; none without a cohort, or where answers bear no names.
    public let participants: [String]

    public init(
        programme: String, instrument: Instrument, nature: Instrument.Nature, items: [Instrument.Item],
        participants: [String]
    ) {
        (self.programme, self.instrument, self.nature) = (programme, instrument, nature)
        (self.items, self.participants) = (items, participants)
    }
}

extension Transaction {
    /// A questionnaire as it is printed: the latest version unless one is named; for the people of a cohort who have a place.
    public func questionnaire(
        _ code: Instrument.Code, version: Int? = nil, of programme: Programme.ID, for cohort: Cohort.Code? = nil
    ) throws -> Questionnaire {
        let (instrument, items) = try instrument(code, version: version, of: programme)
        let standing = try askOne(.standing(of: instrument.instrumentID, in: programme, cohort: nil))
        let nature = Instrument.Nature(
            kind: standing?.kind ?? .skills, isAnonymous: standing?.isAnonymous ?? false)
        let people = try cohort.map { code in
            try enrolments(in: self.cohort(code, of: programme)).filter {
                [.enrolled, .active, .suspended, .completed].contains($0.status)
            }.map(\.participant)
        }
        return Questionnaire(
            programme: try programmes().first { $0.id == programme }?.name ?? "", instrument: instrument,
            nature: nature, items: items, participants: nature.isAnonymous ? [] : people ?? [])
    }
}
