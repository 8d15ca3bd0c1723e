import FoundationEssentials
import Postgres

/// A line of the list of people, as the product reads it: twelve typed columns.
struct Person: Sendable {
    let participantID: UUID
    let participant: String
    let familyName: String
    let givenName: String
    let email: String?
    let phone: String?
    let office: String
    let commune: String
    let provider: String
    let category: String
    let cohort: String?
    let status: String?
}

/// A line of the door's list, as the relays' service reads it: twelve typed columns.
struct Followed: Sendable {
    let participantID: UUID
    let familyName: String
    let givenName: String
    let email: String?
    let phone: String?
    let provider: String
    let category: String
    let commune: String
    let status: String
    let appliedOn: String
    let nameKey: String
    let enrolmentID: UUID
}

/// An office of the measured people and its programme.
struct Place: Sendable {
    let programme: UUID
    let office: UUID
    /// What the addresses of the office's people end in.
    let domain: String

    /// Whether these are the twenty people of the office, by the first and the last of them.
    func isWhose(_ people: [Person]) -> Bool {
        people.count == 20 && [people[0], people[19]].allSatisfy { $0.participant.hasSuffix(domain) }
    }

    func isWhose(_ people: [Followed]) -> Bool {
        people.count == 20 && [people[0], people[19]].allSatisfy { $0.email?.hasSuffix(domain) == true }
    }
}

extension Query<Place> {
    /// The hundred offices, by the rule that `people.sql` makes them with.
    static var places: Self {
        Query(
            name: "measures/places",
            text: """
                select md5('programme ' || p || ' 0')::uuid, md5('office ' || p || ' ' || o)::uuid,
                    '@office-' || o || '.programme-' || p || '.invalid'
                from generate_series(1, 20) p, generate_series(1, 5) o
                """, arguments: [], as: Place.init)
    }
}
