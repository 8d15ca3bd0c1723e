import Postgres

@testable import Training

/// One small cohort from the first application to the evaluation: two people from each office, everything happens to somebody.
extension Transaction {
    static var sessions: [Session.Request] {
        [
            session("s1", on: "2021-09-13", .afternoon, from: 14, to: 17),
            session("s2", on: "2021-10-11", .morning, from: 9, to: 12),
            session("s3", on: "2021-12-06", .morning, from: 9, to: 12),
        ]
    }

    static func session(
        _ code: Session.Code, on day: Day, _ halfDay: Session.HalfDay = .morning, from starts: Int,
        to ends: Int,
        minute: Int = 0, place: String = "Salle imaginaire"
    ) -> Session.Request {
        Session.Request(
            code: code, date: day, halfDay: halfDay, starts: .at(starts, minute), ends: .at(ends, minute),
            place: place,
            mode: .onSite, trainer: "Formatrice fictive", theme: "Thème")
    }

    /// Publishes a questionnaire of five items over three areas, the second reverse-keyed, on a scale from 0 to 8.
    @discardableResult
    func publishTrial(to programme: Programme.ID) throws -> Instrument {
        let items = [("q1", "1.1"), ("q2", "1.1"), ("q3", "1.2"), ("q4", "2.1"), ("q5", "3.1")].map {
            Instrument.Request(
                item: $0, competence: $1, textFr: "Question \($0)", textEn: "Question \($0)", minimum: 0,
                maximum: 8,
                isReversed: $0 == "q2")
        }
        return try publish(
            "essai", title: "Essai", framework: Example.framework, Lines(items), to: programme
        ).instrument
    }

    @discardableResult
    func attend(_ marks: [Attendance.Request], in programme: Programme.ID, on day: Day = "2022-01-31")
        throws
        -> [Attendance.LineOutcome]
    {
        try attend(Lines(marks), in: "pilote", of: programme, on: day)
    }

    @discardableResult
    func assess(
        _ answers: [(name: String, answers: [String: Answer])], at wave: Assessment.Wave, on day: Day,
        in programme: Programme.ID
    ) throws -> (added: Int, unchanged: Int, instrument: Instrument, judgedBy: Instrument?) {
        let lines = answers.map {
            Assessment.Request(participant: "\($0.name)@example.org", takenOn: day, answers: $0.answers)
        }
        return try assess(
            Lines(lines), columns: [], in: "pilote", of: programme, with: "essai", at: wave, on: day)
    }

    /// Tells the whole story with these people, who are named after their offices, and leaves the cohort closed.
    ///
    /// The second of each office is corrected from absent to late, and is not assessed afterwards; who is third waits. An
    /// unfinished story lacks one person's last mark, every explanation and the end. `order` is that of the lines of the
    /// files, but of the applications, whose order is a fact.
    func tellStory(
        in programme: Programme.ID, surname: String = "", isUnfinished: Bool = false, order: ([Int]) -> [Int] = { $0 }
    ) throws {
        func ordered<Element>(_ lines: [Element]) -> [Element] { order(Array(lines.indices)).map { lines[$0] } }
        let offices = Example.offices
        let names = offices.flatMap { ["\($0)1\(surname)", "\($0)2\(surname)"] }
        let seconds = offices.map { "\($0)2\(surname)" }
        try openCohort(places: 10, quotas: ordered(offices.map { ($0, 2) }), in: programme)
        try enrol(offices.flatMap { o in (1...3).map { Example.person("\(o)\($0)\(surname)", of: o) } }, in: programme)
        _ = try schedule(Lines(ordered(Self.sessions)), in: "pilote", of: programme)
        try publishTrial(to: programme)
        let marks = names.flatMap { name in
            ["s1", "s2"].map { Attendance.Request.mark($0, name, seconds.contains(name) ? .absent : .present) }
        }
        try attend(ordered(marks), in: programme)
        let corrections = seconds.flatMap { name in
            ["s1", "s2"].map { Attendance.Request.mark($0, name, .late, 170, reason: "Retard") }
        }
        try attend(ordered(corrections), in: programme)
        try attend(ordered(names.dropLast(isUnfinished ? 1 : 0).map { .mark("s3", $0, .present) }), in: programme)
        let cancelled = [Self.session("s4", on: "2021-12-13", from: 9, to: 12)]
        _ = try schedule(Lines(cancelled), in: "pilote", of: programme)
        _ = try cancel("s4", in: "pilote", of: programme, because: "Neige")
        let before = names.map { ($0, [String: Answer].numbers([1, 7, 2, 3, 4])) }
        try assess(ordered(before), at: .before, on: "2021-09-10", in: programme)
        let after = offices.enumerated().map {
            ("\($1)1\(surname)", [String: Answer].numbers([3, 6, 2, 5, Double($0)]))
        }
        try assess(ordered(after), at: .after, on: "2022-01-20", in: programme)
        _ = try remind(
            [], in: "pilote", of: programme, of: .after, by: .email, on: "2022-01-25", today: "2022-01-31")
        if isUnfinished { return }
        for name in ordered(seconds) {
            _ = try explain(
                "\(name)@example.org", in: "pilote", of: programme, at: .after, .unreachable, note: "Appelé")
        }
        _ = try complete(nil, in: "pilote", of: programme, on: "2022-01-31")
        _ = try close("pilote", of: programme)
    }
}

extension Attendance.Request {
    static func mark(
        _ session: String, _ name: String, _ status: Presence, _ minutes: Int? = nil,
        mode: Session.Mode? = nil,
        reason: String? = nil
    ) -> Self {
        Self(
            session: session, participant: "\(name)@example.org", status: status, minutes: minutes,
            mode: mode, reason: reason)
    }
}

extension TimeOfDay {
    static func at(_ hour: Int, _ minute: Int = 0) -> TimeOfDay {
        guard let time = TimeOfDay(hour: hour, minute: minute) else {
            preconditionFailure("no time: \(hour):\(minute)")
        }
        return time
    }
}

extension [String: Answer] {
    /// Answers to the items `q1`, `q2`, … in their order.
    static func numbers(_ numbers: [Double]) -> Self {
        Dictionary(
            uniqueKeysWithValues: numbers.enumerated().map { ("q\($0.offset + 1)", .number($0.element)) })
    }
}
