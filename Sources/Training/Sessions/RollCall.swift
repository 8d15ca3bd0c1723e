public import Postgres

extension Attendance {
    /// A signed sheet entered at once: what holds for all who were expected, and whoever differs.
    public struct RollCall: Sendable {
        /// Somebody who differs from the others.
        public struct Exception: Sendable {
            let participant: String, status: Presence, minutes: Int?

            public init(_ participant: String, _ status: Presence, minutes: Int? = nil) {
                (self.participant, self.status, self.minutes) = (participant, status, minutes)
            }
        }

        let session: Session.Code, status: Presence, mode: Session.Mode?, reason: String?
        let exceptions: [Exception], leftOut: [String]

        /// - Parameters:
        ///   - reason: why whoever differs does, and why a mark there was is corrected.
        ///   - leftOut: who keeps the mark they have, or none.
        public init(
            session: Session.Code, status: Presence, mode: Session.Mode? = nil, reason: String? = nil,
            exceptions: [Exception] = [], leftOut: [String] = []
        ) {
            (self.session, self.status, self.mode, self.reason) = (session, status, mode, reason)
            (self.exceptions, self.leftOut) = (exceptions, leftOut)
        }
    }

    /// What a roll call did.
    public struct Called: Sendable {
        public let outcome: [Outcome]
        /// Who was marked before, such as an announced absence, and keeps that mark.
        public let kept: [Session.Expected]
    }
}

extension Transaction {
    /// Marks everybody expected at a half-day at once; a mark there is stays, unless the person is named.
    ///
    /// Somebody named who is not expected, or twice, is refused with all the others that are: nothing is marked.
    public func call(
        _ roll: Attendance.RollCall, in code: Cohort.Code, of programme: Programme.ID, on day: Day
    ) throws -> Attendance.Called {
        let cohort = try lockedCohort(code, of: programme)
        let session = try session(roll.session, of: cohort)
        guard !session.isCancelled else { throw Refusal.cancelled(session.session) }
        guard session.date <= day || roll.status == .excused else { throw Refusal.toCome(session) }
        let expected = try ask(.expected(at: roll.session, of: cohort))
        let people = try roll.people(among: expected) { try askOne(.enrolment(of: $0, in: cohort))?.participant }
        let kept = expected.filter { people.isKept($0) }
        let requests = roll.requests(for: expected.filter { !people.isKept($0) && !people.isLeftOut($0) }, people)
        do {
            let lines = Lines(read: requests.enumerated().map { (line: $0.offset, request: $0.element) }, misread: [])
            var outcomes: [Attendance.Outcome] = []
            try attend(lines, in: code, of: programme, on: day, isFile: false) { outcomes.append($0.outcome) }
            return Attendance.Called(outcome: outcomes, kept: kept)
        } catch let refused as LinesRefused {
            throw Refusals(try refused.lines.all().map { Refusal($0, of: requests) }) ?? refused
        }
    }
}

extension Attendance.RollCall {
    /// Who was named, by the way the sheet names them.
    struct People {
        var exceptions: [String: Exception] = [:]
        var leftOut: Set<String> = []

        func isLeftOut(_ person: Session.Expected) -> Bool { leftOut.contains(person.participant) }

        func isKept(_ person: Session.Expected) -> Bool {
            person.status != .unmarked && exceptions[person.participant] == nil && !isLeftOut(person)
        }
    }

    /// Finds everybody named on the sheet, by the way `find` says that the sheet names them. Throws `Refusals`.
    func people(among expected: [Session.Expected], _ find: (String) throws -> String?) throws -> People {
        let known = Set(expected.map(\.participant))
        var people = People()
        var refusals: [Refusal] = []
        for name in exceptions.map(\.participant) + leftOut {
            guard let found = try find(name), known.contains(found) else {
                refusals.append(.notExpected(name, at: session))
                continue
            }
            if people.leftOut.contains(found) || people.exceptions[found] != nil {
                refusals.append(.namedTwice(found, at: session))
            }
            if let exception = exceptions.first(where: { $0.participant == name }) {
                people.exceptions[found] = exception
            } else {
                people.leftOut.insert(found)
            }
        }
        if let refused = Refusals(refusals) { throw refused }
        return people
    }

    func requests(for expected: [Session.Expected], _ people: People) -> [Attendance.Request] {
        expected.map { person in
            let exception = people.exceptions[person.participant]
            let status = exception?.status ?? self.status
            return Attendance.Request(
                session: session.rawValue, participant: person.participant, status: status, minutes: exception?.minutes,
                mode: status.isThere ? mode : nil, reason: exception == nil ? nil : reason)
        }
    }
}

extension Refusal {
    fileprivate static func notExpected(_ name: String, at session: Session.Code) -> Refusal {
        Refusal(
            rule: "roll_call_names_who_is_expected",
            "« \(name) » n’est pas sur la feuille de \(session) : personne de ce nom n’est inscrit ce jour-là.",
            "\"\(name)\" is not on the sheet of \(session): nobody of that name is enrolled that day.")
    }

    fileprivate static func toCome(_ session: Session.Line) -> Refusal {
        Refusal(
            rule: "sheet_is_entered_after_its_half_day",
            "La séance \(session.session) du \(session.date.french) n’a pas encore eu lieu : seules des absences s’annoncent.",
            "Session \(session.session) of \(session.date) has not been held yet: only absences are announced.")
    }

    fileprivate static func namedTwice(_ name: String, at session: Session.Code) -> Refusal {
        Refusal(
            rule: "roll_call_names_people_once", "\(name) est nommé deux fois pour \(session).",
            "\(name) is named twice for \(session).")
    }

    /// A bad line of a roll call, said of the person.
    fileprivate init(_ misread: Misread, of requests: [Attendance.Request]) {
        let person = misread.line.flatMap { requests.indices.contains($0) ? requests[$0].participant : nil } ?? "?"
        self.init(
            rule: "roll_call_is_right", "\(person) : \(misread.reason.french).", "\(person): \(misread.reason.english)."
        )
    }
}
