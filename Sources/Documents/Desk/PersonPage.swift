public import Training

extension DeskPage {
    /// One person: how to reach them, before and after by competence, what the office did and can do, attendance.
    ///
    /// - Parameters:
    ///   - office: whose desk it is.
    ///   - typed: what was typed in the form that is shown again with its faults.
    ///   - standing: the act that stands already where one was to be logged.
    ///   - notice: what was just done.
    public static func person(
        _ file: Followed.File, by office: Office.Code?, typed: Typed? = nil, standing: Followed.Act? = nil,
        notice: Sentence? = nil, _ reader: Reader
    ) -> DeskPage {
        let say = Tongue(reader.language)
        let person = file.record.person
        return DeskPage(
            DeskView(
                title: say.words("\(person.givenName) \(person.familyName)"), bar: .init(reader, at: nil),
                notice: notice.map { say($0) }, person: PersonView(file, by: office, typed, standing: standing, say)),
            reader.language)
    }
}

struct PersonView {
    struct Place {
        let title: String
        let colon: String
        let status: String
        let since: String
    }

    struct Score {
        let title: String
        let chart: Markup
        let before: String
        let after: String
        let change: String
    }

    struct Mark {
        let date: String
        let theme: String
        let status: String
        let minutes: String
    }

    /// Nil for one's own.
    let guest: GuestPart?
    let hasVisits: Bool
    let visits: [AccessView.Line]
    let provider: String
    let commune: String
    let phone: PhoneNumber?
    let email: String?
    let places: [Place]
    let hasScores: Bool
    let scores: [Score]
    let hasMarks: Bool
    let assiduity: String
    let marks: [Mark]
    /// Nil for another office's person.
    let support: SupportPart?
    let diagnosis: DiagnosisPart?

    init(
        _ file: Followed.File, by office: Office.Code?, _ typed: DeskPage.Typed?, standing: Followed.Act?, _ say: Tongue
    ) {
        let record = file.record
        let person = record.person
        guest = file.help == nil ? file.accesses.first.map { GuestPart($0, say) } : nil
        visits = file.help == nil ? [] : file.accesses.map { AccessView.Line($0, say) }
        hasVisits = !visits.isEmpty
        support = file.help.map { SupportPart($0, for: record, by: office, typed, standing: standing, say) }
        diagnosis = file.help?.diagnosis.map { DiagnosisPart($0, say) }
        (provider, commune) = (say.words(person.provider), say.words(person.commune))
        (phone, email) = (person.phone.map(PhoneNumber.init), person.email)
        places = record.places.map {
            Place(
                title: say.words($0.title), colon: say(" :", ":"), status: say($0.status.label),
                since: say("le \(say.shortDate($0.effectiveOn))", "on \(say.shortDate($0.effectiveOn))"))
        }
        scores = record.changes.map { Self.score($0, say) }
        hasScores = !scores.isEmpty
        marks = record.marks.map { mark in
            Mark(
                date: say.shortDate(mark.date), theme: say.words(mark.theme), status: say(mark.status.label),
                minutes: "\(say.integer(Int(mark.minutes))) / \(say.integer(Int(mark.plannedMinutes)))")
        }
        hasMarks = !marks.isEmpty
        let counted = record.marks.filter { $0.status != .exempt }
        let (attended, planned) = counted.reduce((0, 0)) { ($0.0 + Int($1.minutes), $0.1 + Int($1.plannedMinutes)) }
        assiduity =
            planned == 0
            ? ""
            : say(
                "Assiduité : \(say.share(Double(attended) / Double(planned))) (\(say.integer(attended)) minutes sur \(say.integer(planned)))",
                "Assiduity: \(say.share(Double(attended) / Double(planned))) (\(say.integer(attended)) of \(say.integer(planned)) minutes)"
            )
    }

    private static func score(_ change: Followed.Change, _ say: Tongue) -> Score {
        let difference = change.before.flatMap { before in change.after.map { $0 - before } }
        return Score(
            title: say(change.title), chart: chart(from: change.before, to: change.after, say),
            before: say.score(change.before),
            after: say.score(change.after), change: say.change(difference))
    }

    /// From before (hollow) to after (full) on a line from 0 to 100; the numbers stand beside it.
    static func chart(from before: Double?, to after: Double?, _ say: Tongue) -> Markup {
        let trend = before.flatMap { before in
            after.map { $0 > before ? Trend.improved : $0 < before ? .declined : .unchanged }
        }
        func place(_ score: Double) -> String { percent(3 + score * 0.94) }
        var shapes: [Markup] = [
            .element("line", .guide, ["x1": place(0), "x2": place(100), "y1": "11", "y2": "11"])
        ]
        if let before, let after, let trend {
            shapes.append(
                .element("line", .bar(trend), ["x1": place(before), "x2": place(after), "y1": "11", "y2": "11"]))
        }
        if let before {
            shapes.append(.element("circle", .before, ["cx": place(before), "cy": "11", "r": "4.5"]))
        }
        if let after {
            shapes.append(.element("circle", .dot(trend ?? .improved), ["cx": place(after), "cy": "11", "r": "5"]))
        }
        return .drawing(
            say(
                "avant \(say.score(before)), après \(say.score(after))",
                "before \(say.score(before)), after \(say.score(after))"),
            ["width": "100%", "height": "22"], isSilent: true, shapes)
    }
}
