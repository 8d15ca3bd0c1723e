public import Postgres
import TrainingSQL

extension Enrolment {
    /// An offer that stands, and until when.
    public struct Offer: Sendable {
        public let cohort: Cohort.Code
        public let participant: String
        public let familyName: String
        public let givenName: String
        public let phone: String?
        public let office: Office.Code
        public let offeredOn: Day
        /// The last day on which it can be accepted.
        public let offeredThrough: Day
    }

    /// An offer that was not accepted in time, and who was offered the place instead; without a person, a place that was
    /// kept for an office until the quotas were released.
    public struct Lapsed: Equatable, Sendable {
        public let participant: String?
        /// The first day on which the offer stood no longer.
        public let lapsedOn: Day?
        /// Nil when nobody else waits who let no offer lapse.
        public let offeredTo: String?
    }
}

/// An offer as it is put back on the waiting list.
struct LapsedOffer: Sendable {
    let arrival: Int32
    let participant: String
    let lapsedOn: Day
}

extension Query<Enrolment.Offer> {
    static func offers(in programme: Programme.ID, cohort: Cohort.Code?) -> Self {
        Query(SQL.`queries/enrolment/offers`, programme, cohort, as: Enrolment.Offer.init)
    }
}

extension Query<LapsedOffer> {
    static func lapse(in cohort: Cohort, on day: Day) -> Self {
        Query(SQL.`queries/enrolment/lapse`, cohort.programmeID, cohort.cohortID, day, as: LapsedOffer.init)
    }
}

extension Transaction {
    /// The offers that stand, by the day on which they end.
    public func offers(in programme: Programme.ID, cohort: Cohort.Code? = nil) throws -> [Enrolment.Offer] {
        if let cohort { _ = try self.cohort(cohort, of: programme) }
        return try ask(.offers(in: programme, cohort: cohort))
    }

    /// Offers a free place to the first of the waiting list; nil when no place is free, nobody waits, or the cohort is over.
    public func offerNext(_ place: Enrolment.FreePlace = .untaken, in cohort: Cohort, on day: Day) throws -> String? {
        try offer(place, in: cohort, on: day)?.participant
    }

    /// The same, with the last day on which it can be accepted.
    public func offer(_ place: Enrolment.FreePlace = .untaken, in cohort: Cohort, on day: Day) throws
        -> Enrolment.Offered?
    {
        guard !cohort.isClosed, day <= cohort.endsOn else { return nil }
        try planForMany(of: cohort.programmeID, in: cohort.cohortID)
        guard let next = try askOne(.next(for: place, in: cohort, on: day)), next.effectiveOn <= cohort.endsOn
        else { return nil }
        let move = Enrolment.Move(to: .offered, on: max(day, next.effectiveOn))
        try change(.move(next.enrolmentID, by: move, in: cohort.programmeID))
        return try enrolment(of: next.participant, in: cohort).offeredThrough.map {
            Enrolment.Offered(participant: next.participant, through: $0)
        }
    }

    /// Why no place could be offered on a day.
    public func noOffer(in cohort: Cohort, on day: Day) throws -> Refusal {
        func refusal(_ french: String, _ english: String) -> Refusal {
            Refusal(rule: "offer_needs_a_free_place", french, english)
        }
        if cohort.isClosed {
            return refusal(
                "La cohorte « \(cohort.code) » est close : plus personne n’y entre.",
                "The cohort \"\(cohort.code)\" is closed: nobody enters it any more.")
        }
        if day > cohort.endsOn {
            return refusal(
                "La cohorte « \(cohort.code) » est finie depuis le \(cohort.endsOn.french).",
                "The cohort \"\(cohort.code)\" ended on \(cohort.endsOn).")
        }
        let line = try cohorts(of: cohort.programmeID, code: cohort.code).first
        if let line, line.held >= Int(line.places) {
            return refusal(
                "Aucune place n’est libre : \(line.places) sur \(line.places) sont prises.",
                "No place is free: \(line.places) of \(line.places) are taken.")
        }
        if let line, line.waitlisted > 0 {
            let until = cohort.quotaUntil.map { Sentence(" jusqu’au \($0.french)", " until \($0)") } ?? Sentence("", "")
            return refusal(
                "Les places libres sont gardées pour les offices sous leur quota\(until.french), et personne n’attend chez eux.",
                "The free places are kept for the offices below their quota\(until.english), where nobody waits.")
        }
        return refusal("Personne n’est en liste d’attente.", "Nobody is on the waiting list.")
    }

    /// The cohorts of a programme where an offer ended before a day, or places were released for which somebody waits.
    public func cohortsWithLapsedOffers(in programme: Programme.ID, on day: Day) throws -> [Cohort.Code] {
        try ask(.cohortsWithLapsedOffers(in: programme, on: day))
    }

    /// Puts back on the waiting list whoever did not accept by the day before `day`, and offers each place to the next.
    ///
    /// The next is the first who never let an offer lapse: nobody is offered the same place twice by itself, and where all
    /// let theirs lapse the place stays free for whoever applies, or is offered by a person. Done again it changes nothing.
    /// Once the quotas are released, the places that they kept are offered too.
    public func expireOffers(in code: Cohort.Code, of programme: Programme.ID, on day: Day) throws -> [Enrolment.Lapsed]
    {
        let cohort = try lockedCohort(code, of: programme)
        let lapsed = try ask(.lapse(in: cohort, on: day)).sorted {
            ($0.lapsedOn, $0.arrival) < ($1.lapsedOn, $1.arrival)
        }
        var told = try lapsed.map { offer in
            Enrolment.Lapsed(
                participant: offer.participant, lapsedOn: offer.lapsedOn,
                offeredTo: try offerNext(.lapsed, in: cohort, on: day))
        }
        while !cohort.keepsQuotas(on: day), let next = try offerNext(.lapsed, in: cohort, on: day) {
            told.append(.init(participant: nil, lapsedOn: nil, offeredTo: next))
        }
        return told
    }
}
