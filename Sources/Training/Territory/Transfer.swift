import FoundationEssentials
public import Postgres
import TrainingSQL

extension Participant {
    /// Somebody whom the same provider sends.
    struct Colleague: Sendable {
        let participantID: ID
        let participant: String
    }

    /// What a transfer did.
    public struct Transfer: Equatable, Sendable {
        /// Everybody who was transferred; nobody when the office follows them already.
        public let people: [String]
        public let from: Office.Code
        public let to: Office.Code
    }

    struct TransferID: Identity {
        let rawValue: UUID
    }
}

extension Query<Participant.Colleague> {
    static func colleagues(of participant: Participant.ID, in programme: Programme.ID) -> Self {
        Query(SQL.`queries/participant/colleagues`, programme, participant, as: Participant.Colleague.init)
    }
}

extension Command {
    static func transfer(
        _ participant: Participant.ID, to office: Office.ID, of programme: Programme.ID, reason: String
    ) -> Command {
        Command(
            SQL.`queries/participant/transfer`, programme, Participant.TransferID.new(), participant, office, reason)
    }
}

extension Transaction {
    /// Has another office follow a person and their provider, with everything they did, from now on.
    ///
    /// The old office sees them no longer. Whom the provider sends besides goes with them (`together`) or it is refused.
    /// An evaluation goes on counting them with the office that sent them.
    public func transfer(
        _ named: String, to office: String, of programme: Programme.ID, together: Bool = false, reason: String
    ) throws -> Participant.Transfer {
        try lockPeople(of: programme)
        let office = try self.office(office, of: programme)
        let person = try livingRecord(named, of: programme)
        guard person.officeID != office.officeID else { return .init(people: [], from: person.office, to: office.code) }
        let colleagues = try ask(.colleagues(of: person.participantID, in: programme))
        guard together || colleagues.isEmpty else {
            let names = colleagues.map(\.participant).joined(separator: ", ")
            throw Refusal(
                rule: "provider_is_followed_by_one_office",
                "Un seul office suit un prestataire, et « \(person.provider) » envoie aussi \(names) : ajoutez --together.",
                "One office follows a provider, and \"\(person.provider)\" sends \(names) as well: add --together.")
        }
        for id in [person.participantID] + colleagues.map(\.participantID) {
            try change(.transfer(id, to: office.officeID, of: programme, reason: reason))
        }
        return .init(
            people: [person.participant] + colleagues.map(\.participant), from: person.office, to: office.code)
    }
}
