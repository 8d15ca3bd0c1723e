import FoundationEssentials
import Postgres
import TrainingSQL

@testable import Training

extension Statement {
    /// Every statement of the product, enumerated by hand with any arguments.
    static let all =
        territory + diagnostics + cohorts + enrolments + sessions + competences + relays + door + evaluations
        + StatementTests.stagings.map { Statement(Command($0.table)) }

    private static let programme = Programme.ID.new()
    private static let enrolment = Enrolment.ID.new()
    private static let day: Day = "2021-09-13"
    private static let cohort = Cohort(
        programmeID: programme, cohortID: .new(), code: "pilote", title: "", places: 1, startsOn: day,
        endsOn: day,
        minimumAssiduity: 80, quotaUntil: nil, status: .open)
    private static let instrument = Instrument(
        instrumentID: .new(), code: "essai", version: 1, title: "", framework: Example.framework)

    private static var territory: [Statement] {
        [
            .init(.applied()),
            .init(.day(at: nil)), .init(.local(Instant(rawValue: ""))), .init(.programmes()), .init(.position()),
            .init(.hasReplayed("")),
            .init(.add(Programme(id: programme, code: .init(rawValue: ""), name: ""))),
            .init(.offices(of: programme)), .init(.office("", of: programme)),
            .init(.add(Office(officeID: .new(), code: "", name: "", shortName: ""), to: programme)),
            .init(.communes(of: programme, office: nil)), .init(.resolveCommunes(of: programme)),
            .init(.addStagedCommunes(to: programme)),
            .init(.faults(SQL.`queries/commune/faults`, programme)),
            .init(.providers(of: programme, office: nil)), .init(.categories()),
            .init(.set(Example.categories[0], at: 1)), .init(.login()),
            .init(.record("", version: 1, checksum: "")),
            .init(.participants(of: programme, cohort: nil, office: nil, named: nil)),
            .init(.participant("", of: programme)), .init(.places(of: .new(), in: programme, on: day)),
            .init(.duplicates(in: programme)), .init(.crowd(of: programme, in: nil)), .init(.record("", of: programme)),
            .init(.moving(from: .new(), to: .new(), in: programme)),
            .init(.movedBack(to: .new(), in: programme)), .init(.colleagues(of: .new(), in: programme)),
            .init(.past(of: .new(), in: programme)),
            .init(.merge(.new(), into: .new(), of: programme, reason: "")),
            .init(.unmerge(.new(), of: programme, reason: "")),
            .init(.transfer(.new(), to: .new(), of: programme, reason: "")),
        ]
    }

    private static var diagnostics: [Statement] {
        let grid = Diagnostic.grid
        return [
            .init(.themes()), .init(.theme(named: "")), .init(.criteria(of: grid)),
            .init(.set(Example.themes[0], at: 1)),
            .init(.set(Example.criteria[0], at: 1, in: grid)), .init(.resolveObservations(of: programme)),
            .init(.rankObservations(of: programme)), .init(.compareObservations(of: programme, isFile: true)),
            .init(.faults(SQL.`queries/observation/faults`, programme, grid, day)),
            .init(.addStagedObservations(to: programme)), .init(.correctStagedObservations(of: programme)),
            .init(.observed()), .init(.observations(Observation.Filter(), of: programme, on: day)),
            .init(Query<Observation.Correction>.corrections(of: programme)),
            .init(.providers(named: "", of: programme)), .init(.communes(named: "", of: programme)),
            .init(.resolveSkills(of: programme)), .init(.faults(SQL.`queries/skill/faults`, programme)),
            .init(.addStagedSkills(to: programme)), .init(.skillsSaid()),
            .init(.skills(of: programme, theme: nil, office: nil, on: nil)),
            .init(.matches(Example.themes[0].theme, of: programme, on: day, atLeast: 1, own: nil)),
        ]
    }

    private static var cohorts: [Statement] {
        let opening = Cohort.Opening(
            code: "", title: "", places: 1, startsOn: day, endsOn: day, minimumAssiduity: 1, quotas: [],
            quotaUntil: nil)
        return [
            .init(.cohort("", of: programme)), .init(.cohorts(of: programme, code: nil)),
            .init(.quotas(of: cohort)),
            .init(.lock(cohort)), .init(.open(opening, in: programme)), .init(.unsettled(in: cohort)),
            .init(.lockAll(in: programme)), .init(.cohortsWithLapsedOffers(in: programme, on: day)),
            .init(.keep(1, of: cohort.cohortID, for: .new(), in: programme)),
            .init(.set(.closed, of: cohort)),
        ]
    }

    private static var enrolments: [Statement] {
        [
            .init(.resolvePlaces(in: cohort)), .init(.resolvePeople(in: cohort)),
            .init(.faults(SQL.`queries/enrolment/faults`, programme, cohort.cohortID, day)),
            .init(.addStagedProviders(to: cohort)), .init(.addStagedParticipants(to: cohort)),
            .init(.addStagedEnrolments(to: cohort)), .init(.seatApplications(of: cohort, on: day)),
            .init(.outcome(in: cohort, on: day)),
            .init(.enrolments(in: cohort, status: nil, office: nil, on: day)),
            .init(.giveStagedEmails(in: cohort)), .init(.offers(in: programme, cohort: nil)),
            .init(.lapse(in: cohort, on: day)),
            .init(.enrolment(of: "", in: cohort)), .init(.history(of: enrolment, in: programme)),
            .init(.assiduity(in: cohort, on: day)), .init(.next(for: .untaken, in: cohort, on: day)),
            .init(.markedOutside(enrolment, in: programme)),
            .init(.signed(without: enrolment, from: day, in: programme)),
            .init(.move(enrolment, by: .init(to: .active, on: day), in: programme)),
        ]
    }

    private static var sessions: [Statement] {
        [
            .init(.sessions(of: cohort)), .init(.addStagedSessions(to: cohort)),
            .init(.faults(SQL.`queries/session/faults`, programme, cohort.cohortID)),
            .init(.attendance(in: cohort, session: nil, participant: nil)),
            .init(.unmarked(in: cohort, on: day)),
            .init(.resolveMarks(in: cohort)), .init(.markStaged(in: cohort)), .init(.enter(cohort)),
            .init(.unenter(cohort)),
            .init(.start(cohort)),
            .init(.faults(SQL.`queries/attendance/faults`, programme, cohort.cohortID, day)),
            .init(.marked()),
            .init(.compareMarks(in: cohort, isFile: true)),
            .init(.cancel("s1", of: cohort, because: "")), .init(.expected(at: "s1", of: cohort)),
            .init(.hours(of: programme, in: nil)), .init(.tallies(in: cohort, on: day, justMarked: false)),
            .init(.corrections(in: cohort)), .init(.certified(in: cohort, on: day, nil)),
            .init(.attended(in: cohort, on: day)), .init(.stagedCancelled(in: cohort)), .init(.changes(in: cohort)),
            .init(.change(Transaction.sessions[0], of: cohort, because: nil)),
        ]
    }

    private static var competences: [Statement] {
        let item = Instrument.Request(
            item: "", competence: "", textFr: "", textEn: "", minimum: 0, maximum: 1, isReversed: false)
        let found = Enrolment.Found(
            enrolmentID: enrolment, officeID: .new(), status: .active, reason: nil, effectiveOn: day,
            appliedOn: day,
            offeredThrough: nil, participant: "")
        return [
            .init(.frameworks()), .init(.competences(of: Example.framework)),
            .init(.add(Example.framework, titles: Sentence("", ""))),
            .init(.add(Example.competences[0], at: 1, to: Example.framework)),
            .init(.set(Example.competences[0], at: 1, in: Example.framework)),
            .init(.declare(instrument, of: cohort)),
            .init(.instruments(of: programme)), .init(.instrument("", version: nil, of: programme)),
            .init(.instrument(answeredBy: cohort, code: nil)), .init(.items(of: .new(), in: programme)),
            .init(.add(instrument, as: .init(kind: .skills, isAnonymous: false), to: programme)),
            .init(.standing(of: .new(), in: programme, cohort: nil)),
            .init(.instruments(on: .pix, answeredIn: cohort)), .init(.ceilings()),
            .init(
                .set(
                    Framework.Ceiling(
                        framework: .pix, level: 5, perCompetence: 40, total: 640, statedOn: day,
                        source: Sentence("", "")))),
            .init(.named([], in: cohort)), .init(.windows(of: cohort)),
            .init(.datedAssessments(in: cohort, at: nil)), .init(.open(.after, of: cohort, from: day, to: day)),
            .init(.mapping(from: .new(), to: .new(), in: programme)), .init(.mappings(of: programme)),
            .init(.map(.init(fromPosition: 1, toPosition: 1), from: .new(), to: .new(), in: programme)),
            .init(
                .faults(
                    SQL.`queries/anonymous/faults`, programme, cohort.cohortID, instrument.instrumentID,
                    Assessment.Wave.after, day)),
            .init(.addStagedSheets(to: cohort, of: instrument, at: .after)),
            .init(.add(item, at: 1, to: instrument, in: programme)),
            .init(.assessments(in: cohort, at: nil)), .init(.notAssessed(in: cohort, at: nil, by: nil)),
            .init(.assessments(of: enrolment, at: .after, by: nil, in: programme)),
            .init(.explain(found, in: cohort, at: .after, .other, note: nil)),
            .init(.explained(enrolment, at: .after, in: programme)),
            .init(.pairs(in: programme, cohort: nil)),
            .init(.resolveAssessments(in: cohort)),
            .init(
                .faults(
                    SQL.`queries/assessment/faults`, programme, cohort.cohortID, instrument.instrumentID,
                    Assessment.Wave.after, day)),
            .init(.addStagedAssessments(to: cohort, of: instrument, at: .after)),
            .init(.reminders(in: cohort, at: nil)),
            .init(.remind(found, of: .after, by: .email, on: day, note: nil, in: cohort)),
        ]
    }

    private static var relays: [Statement] {
        let content = Support.Content(minutes: 1, autonomy: .partly, outcome: .solved)
        return [
            .init(.resolveNamings(in: cohort)), .init(.knownNamings(of: programme)),
            .init(.faults(SQL.`queries/network/faults`, programme, cohort.cohortID, day)),
            .init(.addStagedAnswers(to: cohort)), .init(.addStagedNamings(to: cohort)),
            .init(.namings(in: cohort, at: nil)),
            .init(.retract(.knows, at: .before, from: enrolment, to: enrolment, of: programme, because: "")),
            .init(.namings(of: .init(cohort, on: day))), .init(.supports(of: .init(cohort, on: day))),
            .init(.resolveSupports(in: cohort, on: .digcomp)), .init(.addStagedSupports(to: cohort)),
            .init(.faults(SQL.`queries/support/faults`, programme, cohort.cohortID, day)),
            .init(
                .log(
                    .init(participant: "", day: day, mode: .phone, theme: "", content: content),
                    about: Example.themes[0],
                    for: enrolment, by: .new(), on: .digcomp, in: cohort)),
            .init(.support(.new(), of: programme)),
            .init(.change(.new(), to: content, on: nil, isCancelled: false, of: programme, because: "")),
            .init(.supports(of: programme, cohort: nil, participant: nil, office: nil, overdueOn: nil)),
            .init(.supportLoad(of: programme, cohort: nil, on: day)),
            .init(.supportsByCompetence(in: cohort, on: day)),
        ]
    }

    private static var door: [Statement] {
        let pass = Pass.Key(programme: programme, pass: .new())
        let office = Office.Key(programme: programme, office: .new())
        let person = Participant.ID.new()
        return [
            .init(.passes(of: programme, office: nil)), .init(.shown(pass)),
            .init(.used(pass, at: Instant(rawValue: ""))),
            .init(.issue(.new(in: programme), for: office.office, "", until: nil, replacing: nil)),
            .init(.revoke(pass)), .init(.end(pass, in: 1)), .init(.readings(of: programme, naming: nil)),
            .init(.checkOfReadings(of: programme)), .init(.append("", to: programme)),
            .init(.grant(to: person, office, pass.pass, reason: "")), .init(.accesses(to: nil, of: programme)),
            .init(.accesses(shownTo: office)), .init(.seek("")),
            .init(Query<Access.Told>.accesses(of: programme, office: nil, person: nil, onlyOpen: false)),
            .init(.answered("", pass)),
            .init(.keep(.init(requestSHA256: "", status: 200, answer: ""), "", pass, office)),
            .init(.me(office)), .init(.followedCohorts(of: programme)),
            .init(.followed(in: cohort.code, of: programme, .init(limit: 1))),
            .init(.followed(in: cohort.code, of: programme, .init(limit: 1, query: "é"))),
            .init(.published(of: cohort.code, in: programme)),
            .init(Query<Followed.Person>.followed(person, of: programme)),
            .init(Query<Followed.Place>.followed(person, of: programme)),
            .init(Query<Followed.Mark>.followed(person, of: programme)),
            .init(Query<Followed.Assessed>.followed(person, of: programme)),
            .init(.cards(in: cohort, on: day, query: nil, status: nil)),
            .init(.acts(for: person, of: programme, .init(limit: 1))), .init(.act(.new(), of: programme)),
            .init(.held(.new(), of: programme)),
            .init(.logged(for: person, in: cohort.code, of: programme, on: day, .phone, "")),
            .init(.due(before: day, of: programme, .init(limit: 1))), .init(.skills(of: office, on: day)),
            .init(Query<Followed.Seen>.followed(person, of: programme)),
        ]
    }

    private static var evaluations: [Statement] {
        let facts = Evaluation.Facts(
            cohort: .init(
                asked: 1, code: "", title: "", programme: "", startsOn: day, endsOn: day, places: 1,
                minimumAssiduity: 1, status: .open, instrumentID: nil,
                lastAssessedOn: nil, schemaVersion: nil),
            asOf: day, enrolments: [], sessions: [], marks: [], instrument: nil, items: [],
            assessments: [], satisfaction: [], categories: [])
        let evaluation = Evaluation(
            facts, status: .draft, versions: .init(program: "", schema: 1), inputsSHA256: "")
        let asked = Evaluation.Asked(cohort, on: day)
        return [
            .init(.cohorts([], of: programme)), .init(.evaluated(asked)), .init(.enrolments(of: asked)),
            .init(.instruments([], in: programme)), .init(.evaluatedWindows(of: asked)),
            .init(.evaluatedSessions(of: asked)), .init(.marks(of: asked)),
            .init(.assessments(of: asked, with: [instrument.instrumentID])), .init(.satisfaction(of: asked)),
            .init(.observations(of: asked)), .init(.skills(in: programme, on: day)),
            .init(.names(in: asked)), .init(.sha256(of: "")), .init(.same(as: [evaluation], asked)),
            .init(.add(evaluation, "", in: cohort)), .init(.evaluation(of: cohort, number: nil)),
            .init(.evaluations(of: programme, cohort: nil)),
            .init(.due(in: programme)), .init(.lockEvaluations(of: asked)), .init(.inForce(asked)),
            .init(.hold(asked)), .init(.moveToEvaluated(asked)),
            .init(.enforce([1], asked, steps: [1])), .init(.written([1], asked)), .init(.follows(in: cohort)),
            .init(.told(of: cohort, before: nil)),
            .init(.publication(of: cohort, evaluation: nil, for: "shared", minimumGroup: nil)),
            .init(.publications(of: programme, cohort: nil)),
            .init(
                Query<Publication>(
                    SQL.`queries/publication/add`, programme, UUID(), cohort.cohortID, Int32(1), "shared", Int32(5),
                    [String](), "", "", "", as: Publication.init)),
        ]
    }
}
