import FoundationEssentials
public import Training

extension DeskPage {
    /// Whom to call first and why, in all the cohorts that run; then all those whom the office follows in one cohort.
    public static func people(
        _ cards: [Followed.Card], calls: [Followed.Call], in cohort: Followed.CohortLine,
        among cohorts: [Followed.CohortLine], query: String,
        status: Enrolment.Status?, _ reader: Reader
    ) -> DeskPage {
        let say = Tongue(reader.language)
        return DeskPage(
            DeskView(
                title: say("Mes participants", "My participants"), bar: .init(reader, at: .people),
                people: PeopleView(cards, calls, cohort, cohorts, query, status, say)), reader.language)
    }
}

struct PeopleView {
    struct Cohorts {
        let several: Bool
        let all: [DeskView.Link]
    }

    struct Status {
        let code: String
        let words: String
        let isChosen: Bool
    }

    struct Call {
        let address: String
        let name: String
        let phone: PhoneNumber?
        let reasons: [String]
    }

    struct Row {
        let address: String
        let name: String
        let provider: String
        let commune: String
        let status: String
        let assiduity: String
        let before: String
        let after: String
    }

    let cohorts: Cohorts
    let cohort: String
    let code: String
    let query: String
    let statuses: [Status]
    let hasCalls: Bool
    let calls: [Call]
    let found: String
    let hasPeople: Bool
    let rows: [Row]

    init(
        _ cards: [Followed.Card], _ calls: [Followed.Call], _ line: Followed.CohortLine,
        _ cohorts: [Followed.CohortLine], _ query: String, _ status: Enrolment.Status?, _ say: Tongue
    ) {
        self.cohorts = Cohorts(
            several: cohorts.count > 1,
            all: cohorts.map {
                .init(
                    address: "/participants?cohort=\($0.cohort)", words: say.words($0.title),
                    isHere: $0.cohort == line.cohort)
            })
        cohort = say.words(line.title) + ", " + say.period(line.startsOn, line.endsOn)
        (code, self.query) = (line.cohort.rawValue, query)
        statuses = Enrolment.Status.allCases.map {
            .init(code: $0.rawValue, words: say($0.label), isChosen: $0 == status)
        }
        let isOfSeveral = Set(calls.flatMap { $0.reasons.map(\.cohort) }).subtracting([line.title]).isEmpty == false
        self.calls = calls.map { Self.call($0, naming: isOfSeveral, say) }
        hasCalls = !calls.isEmpty
        let isLimited = !query.isEmpty || status != nil
        found =
            isLimited
            ? say(
                "\(cards.count) \(say.noun(cards.count, "personne trouvée", "personnes trouvées", "person found", "people found"))",
                "\(cards.count) \(say.noun(cards.count, "personne trouvée", "personnes trouvées", "person found", "people found"))"
            ) : say("Tous : \(cards.count)", "All: \(cards.count)")
        hasPeople = !cards.isEmpty
        rows = cards.map { Self.row($0, say) }
    }

    /// - Parameter isOfSeveral: whether each reason names its cohort.
    private static func call(_ call: Followed.Call, naming isOfSeveral: Bool, _ say: Tongue) -> Call {
        Call(
            address: address(call.participantID), name: say.words("\(call.givenName) \(call.familyName)"),
            phone: call.phone.map(PhoneNumber.init),
            reasons: call.reasons.map { reason, cohort in
                isOfSeveral ? "\(say(reason.sentence)) (\(say.words(cohort)))" : say(reason.sentence)
            })
    }

    private static func row(_ card: Followed.Card, _ say: Tongue) -> Row {
        Row(
            address: address(card.participantID), name: say.words("\(card.familyName) \(card.givenName)"),
            provider: say.words(card.provider), commune: say.words(card.commune), status: say(card.status.label),
            assiduity: say.share(card.assiduity), before: say.score(card.before),
            after: say.score(card.after))
    }

    private static func address(_ person: Participant.ID) -> String {
        "/participants/\(person.rawValue.uuidString.lowercased())"
    }
}
