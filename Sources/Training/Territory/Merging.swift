import FoundationEssentials
public import Postgres
import TrainingSQL

extension Participant {
    /// What makes two records look like one person.
    public enum Likeness: String, CaseIterable, PostgresValue, Labelled {
        case sameEmail = "same_email"
        case sameNameAndProvider = "same_name_and_provider"
        public var label: Sentence {
            switch self {
            case .sameEmail: Sentence("même adresse", "same e-mail")
            case .sameNameAndProvider: Sentence("même nom, même prestataire", "same name and provider")
            }
        }
    }

    /// Two records that may be one person.
    public struct Duplicate: Sendable {
        public let because: Likeness
        public let participant: String
        public let other: String
        public let familyName: String
        public let givenName: String
        public let provider: String
        public let office: Office.Code
        public let phone: String?
        public let otherFamilyName: String
        public let otherGivenName: String
        public let otherProvider: String
        public let otherOffice: Office.Code
        public let otherPhone: String?
    }

    /// A place of somebody who turned out to be somebody else.
    struct Moving: Sendable {
        let cohort: Cohort.Code
        let status: Enrolment.Status
        /// Where the other stands in the same cohort.
        let keptStatus: Enrolment.Status?
        /// The half-days where both were seen, and the waves at which both answered.
        let sessions: String?
        let waves: String?

        /// Whether both need the place: only one that ended before it began stays where it is.
        var meets: Bool { keptStatus != nil && status != .withdrawn && status != .rejected }
    }

    /// What a merge does with a place.
    public struct MovedPlace: Equatable, Sendable {
        public let cohort: Cohort.Code
        public let status: Enrolment.Status
        /// False when it stays as it is: a withdrawn or rejected application beside the other's place.
        public let isMoved: Bool
    }

    /// What a merge, or its undoing, did.
    public struct Merge: Equatable, Sendable {
        public let kept: String
        public let gone: String
        /// False when they were one already.
        public let isNew: Bool
        public let places: [MovedPlace]
    }
}

extension Query<Participant.Duplicate> {
    static func duplicates(in programme: Programme.ID) -> Self {
        Query(SQL.`queries/participant/duplicates`, programme, as: Participant.Duplicate.init)
    }
}

extension Query<Participant.Moving> {
    static func moving(from gone: Participant.ID, to kept: Participant.ID, in programme: Programme.ID) -> Self {
        Query(SQL.`queries/participant/moving`, programme, kept, gone, as: Participant.Moving.init)
    }
}

extension Query<Participant.MovedPlace> {
    static func movedBack(to gone: Participant.ID, in programme: Programme.ID) -> Self {
        Query(SQL.`queries/participant/moved_back`, programme, gone, as: Participant.MovedPlace.init)
    }
}

extension Command {
    static func merge(_ gone: Participant.ID, into kept: Participant.ID, of programme: Programme.ID, reason: String)
        -> Command
    {
        Command(SQL.`queries/participant/merge`, programme, Participant.MergeID.new(), kept, gone, reason)
    }

    static func unmerge(_ gone: Participant.ID, of programme: Programme.ID, reason: String) -> Command {
        Command(SQL.`queries/participant/unmerge`, programme, Participant.MergeID.new(), gone, reason)
    }
}

extension Transaction {
    /// Pairs of records that look like one person, whatever the accents and case.
    public func duplicates(in programme: Programme.ID) throws -> [Participant.Duplicate] {
        try planForMany(of: programme)
        return try ask(.duplicates(in: programme))
    }

    /// Makes the person `gone` the person `kept`: places, marks and answers move, and the old e-mail names the one kept.
    ///
    /// In a cohort where both have a place it is refused, unless that of `gone` was withdrawn or rejected: it stays as it is.
    public func merge(_ gone: String, into kept: String, of programme: Programme.ID, reason: String) throws
        -> Participant.Merge
    {
        try lockPeople(of: programme)
        let kept = try livingRecord(kept, of: programme)
        let gone = try record(gone, of: programme)
        if gone.mergedInto == kept.participantID {
            return .init(kept: kept.participant, gone: gone.participant, isNew: false, places: [])
        }
        try refuseMerging(gone, into: kept)
        let places = try ask(.moving(from: gone.participantID, to: kept.participantID, in: programme))
        let meeting = places.filter(\.meets)
        guard meeting.isEmpty else { throw Refusal.meeting(meeting, kept, gone) }
        try change(.merge(gone.participantID, into: kept.participantID, of: programme, reason: reason))
        return .init(
            kept: kept.participant, gone: gone.participant, isNew: true,
            places: places.map { .init(cohort: $0.cohort, status: $0.status, isMoved: $0.keptStatus == nil) })
    }

    /// Takes a merge back: the person `gone` is one again, with the places that had moved; later ones stay with the other.
    public func unmerge(_ gone: String, of programme: Programme.ID, reason: String) throws -> Participant.Merge {
        try lockPeople(of: programme)
        let gone = try record(gone, of: programme)
        guard let other = gone.mergedInto?.postgresText else {
            throw Refusal(
                rule: "person_is_merged", "« \(gone.participant) » n’est fusionnée avec personne.",
                "\"\(gone.participant)\" is not merged with anybody.")
        }
        let kept = try record(other, of: programme)
        let places = try ask(.movedBack(to: gone.participantID, in: programme))
        try change(.unmerge(gone.participantID, of: programme, reason: reason))
        return .init(kept: kept.participant, gone: gone.participant, isNew: true, places: places)
    }

    private func refuseMerging(_ gone: Participant.Record, into kept: Participant.Record) throws {
        guard gone.participantID != kept.participantID else {
            throw Refusal(
                rule: "merge_is_of_two_people", "« \(gone.participant) » est déjà cette personne.",
                "\"\(gone.participant)\" is that person already.")
        }
        guard gone.mergedInto == nil else {
            throw Refusal(
                rule: "person_is_merged_once", "« \(gone.participant) » est déjà fusionnée avec une autre personne.",
                "\"\(gone.participant)\" is merged with somebody else already.")
        }
        guard !gone.standsForOthers else {
            throw Refusal(
                rule: "merged_person_stands_for_nobody",
                "D’autres fiches sont déjà fusionnées dans « \(gone.participant) » : gardez celle-ci.",
                "Other records are merged into \"\(gone.participant)\" already: keep that one.")
        }
        guard gone.officeID == kept.officeID else {
            throw Refusal(
                rule: "merging_is_within_an_office",
                "Deux offices suivent ces personnes (\(kept.office), \(gone.office)) : transférez d’abord l’une des deux.",
                "Two offices follow these people (\(kept.office), \(gone.office)): transfer one of them first.")
        }
    }
}

extension Participant {
    /// The key of a merge or of its undoing.
    struct MergeID: Identity {
        let rawValue: UUID
    }
}

extension Refusal {
    /// Both have a place in a cohort: where, what they share there, and what can be done.
    fileprivate static func meeting(
        _ places: [Participant.Moving], _ kept: Participant.Record, _ gone: Participant.Record
    ) -> Refusal {
        let french = places.map { $0.words(.french) }.joined(separator: " ; ")
        let english = places.map { $0.words(.english) }.joined(separator: "; ")
        let advice = advice(places, kept, gone)
        return Refusal(
            rule: "merged_places_do_not_meet",
            "Les deux ont une place dans la même cohorte — \(french). \(advice.french)",
            "Both have a place in the same cohort: \(english). \(advice.english)")
    }

    /// Whose application can still be withdrawn, so that the record with the place that remains is the one to keep.
    private static func advice(
        _ places: [Participant.Moving], _ kept: Participant.Record, _ gone: Participant.Record
    ) -> Sentence {
        func canLeave(_ status: Enrolment.Status?) -> Bool {
            status.map { [.applied, .waitlisted, .offered, .enrolled].contains($0) } ?? false
        }
        if places.allSatisfy({ canLeave($0.status) }) {
            return Sentence(
                "Une candidature en trop se retire d’abord (enrolment withdraw ou reject de « \(gone.participant) »).",
                "Withdraw or reject the application that is one too many first (that of \"\(gone.participant)\").")
        }
        if places.allSatisfy({ canLeave($0.keptStatus) }) {
            return Sentence(
                "Retirez d’abord la candidature de « \(kept.participant) », puis gardez l’autre fiche (participant merge \(gone.participant) \(kept.participant)).",
                "Withdraw the application of \"\(kept.participant)\" first, then keep the other record (participant merge \(gone.participant) \(kept.participant))."
            )
        }
        return Sentence(
            "Qui est entré en formation y garde sa place : ces deux fiches ne se fusionnent pas.",
            "Whoever entered keeps their place there: these two records are not merged.")
    }
}

extension Participant.Moving {
    fileprivate func words(_ language: Language) -> String {
        let isFrench = language == .french
        let seen = sessions.map { isFrench ? "présents tous deux à \($0)" : "both were at \($0)" }
        let answered = waves.map { isFrench ? "réponses des deux : \($0)" : "both answered: \($0)" }
        let standing = [keptStatus, status].compactMap { $0?.label.text(language) }.joined(separator: " / ")
        return "\(cohort) (" + [standing, seen, answered].compactMap { $0 }.joined(separator: ", ") + ")"
    }
}
