public import Postgres

extension Transaction {
    /// The cohort of this code, or a `Refusal`.
    public func cohort(_ code: Cohort.Code, of programme: Programme.ID) throws -> Cohort {
        guard let cohort = try askOne(.cohort(code, of: programme)) else {
            throw Refusal.unknown("La cohorte", "cohort", code.rawValue, "cohorte cohort list")
        }
        return cohort
    }

    /// The cohort of this code, locked until the end: whoever counts its places does it alone.
    public func lockedCohort(_ code: Cohort.Code, of programme: Programme.ID) throws -> Cohort {
        let cohort = try cohort(code, of: programme)
        _ = try ask(.lock(cohort))
        return try self.cohort(code, of: programme)
    }

    /// The cohorts of a programme, by their first day; only one when its code is given.
    public func cohorts(of programme: Programme.ID, code: Cohort.Code? = nil) throws -> [Cohort.Line] {
        try ask(.cohorts(of: programme, code: code))
    }

    /// The places kept for offices.
    public func quotas(of cohort: Cohort) throws -> [Cohort.Quota] { try ask(.quotas(of: cohort)) }

    /// Opens a cohort with its places and quotas; the same twice is unchanged, anything else under its code is refused.
    public func open(_ opening: Cohort.Opening, in programme: Programme.ID) throws -> Made {
        let quotas = try opening.quotas.map { (office: try office($0.office, of: programme), seats: $0.seats) }
        guard Set(quotas.map(\.office.code)).count == quotas.count else {
            throw Refusal(
                rule: "quota_is_once_per_office", "Un office n’a qu’un quota.", "An office has one quota only.")
        }
        guard quotas.allSatisfy({ $0.seats <= opening.places }), quotas.map(\.seats).reduce(0, +) <= opening.places
        else {
            throw Refusal(
                rule: "quotas_fit_in_the_places", "Les quotas dépassent les places de la cohorte.",
                "The quotas exceed the cohort's places.")
        }
        if let id = try askOne(.open(opening, in: programme)) {
            for quota in quotas { try change(.keep(quota.seats, of: id, for: quota.office.officeID, in: programme)) }
            return .added
        }
        let known = try cohort(opening.code, of: programme)
        let kept = Dictionary(uniqueKeysWithValues: try self.quotas(of: known).map { ($0.office, Int($0.seats)) })
        let wanted = Dictionary(uniqueKeysWithValues: quotas.map { ($0.office.code, $0.seats) })
        guard known.title == opening.title, Int(known.places) == opening.places, known.startsOn == opening.startsOn,
            known.endsOn == opening.endsOn, Int(known.minimumAssiduity) == opening.minimumAssiduity,
            known.quotaUntil == opening.quotaUntil, kept == wanted
        else {
            throw Refusal(
                rule: "cohort_is_known_otherwise", "La cohorte « \(opening.code) » existe déjà autrement.",
                "The cohort \"\(opening.code)\" exists already otherwise.")
        }
        return .unchanged
    }

    /// Closes a cohort once nobody's place is open; closed already is unchanged.
    public func close(_ code: Cohort.Code, of programme: Programme.ID) throws -> Made {
        let cohort = try lockedCohort(code, of: programme)
        guard cohort.status != .closed, cohort.status != .evaluated else { return .unchanged }
        let unsettled = try ask(.unsettled(in: cohort))
        guard unsettled.isEmpty else {
            func list(_ language: Language) -> String {
                unsettled.map { "\($0.people) « \($0.status.label.text(language)) »" }.joined(separator: ", ")
            }
            throw Refusal(
                rule: "cohort_closes_when_settled",
                "La cohorte ne peut pas être close : \(list(.french)). Voir « cohorte enrolment list --cohort \(code) ».",
                "The cohort cannot be closed: \(list(.english)). See \"cohorte enrolment list --cohort \(code)\".")
        }
        try change(.set(.closed, of: cohort))
        return .added
    }
}
