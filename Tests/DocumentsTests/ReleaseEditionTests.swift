import Statistics
import Testing

@testable import Documents
@testable import Training

/// The edition that is made of a release: what the release keeps back never reaches the page.
@Suite struct ReleaseEditionTests {
    private typealias Release = Evaluation.Release

    /// A release of which every figure is kept back; what stands beside a mark of suppression is still in it.
    private func silent(_ example: Example) -> Release {
        let evaluation = example.evaluation
        func untold(_ code: String, _ title: Sentence) -> Release.Table {
            Release.Table(code: code, title: title, rows: nil)
        }
        return Release(
            cohort: evaluation.cohort, audience: .shared, asOf: evaluation.asOf, status: evaluation.status,
            minimumGroup: 5, flow: ["applied", "enrolled", "entered", "pairs"].map { .init(name: $0, value: nil) },
            attendance: Release.Attendance(
                sessions: evaluation.attendance.sessions.count, planned: evaluation.attendance.planned,
                plannedMinutes: 4200, attendedMinutes: nil, unmarked: 0,
                bySession: evaluation.attendance.sessions.map { .init(session: $0, isSuppressed: true) }),
            objectives: evaluation.objectives.map {
                .init(code: $0.code, title: $0.title, answer: $0.answer, source: $0.source, isSuppressed: true)
            }, overall: untold("overall", Sentence("Score global", "Overall score")),
            areas: evaluation.figures.areas.map { untold($0.code, $0.title) },
            competences: evaluation.figures.competences.map { untold($0.code, $0.title) }, holmM: nil,
            offices: evaluation.groups.offices.map { untold($0.code, $0.name) },
            categories: evaluation.groups.categories.map { untold($0.code, $0.name) }, sensitivity: [],
            sensitivityChangesSign: nil, blanks: [.init(name: "satisfaction", isSuppressed: true)], missing: [],
            people: [],
            suppressed: [
                .init(what: "flow", reason: .protected), .init(what: "figures.overall", reason: .protected),
                .init(what: "missing", reason: .coordinatorOnly),
            ], versions: evaluation.versions, inputsSHA256: evaluation.inputsSHA256, evaluationSHA256: "00")
    }

    private func page(_ release: Release, in language: Language = .french) -> [UInt8] {
        EvaluationPage(release, office: nil, names: [:], in: language).html()
    }

    @Test(arguments: 0..<Example.gallery.count, Language.allCases)
    func whatIsKeptBackChangesNoByteOfThePage(index: Int, language: Language) {
        let example = Example.gallery[index]
        var other = example
        other.pairs = { $0 % 3 == 0 ? nil : Pair(before: 31, after: 31 + Double($0 % 7)) }
        other.mark = { person, session in (person + session) % 2 == 0 ? .absent : .present }
        let (release, otherwise) = (silent(example), silent(other))
        let same = page(release, in: language) == page(otherwise, in: language)
        #expect(same, "a value that is kept back is told")
        let reading = PageReading(page(release, in: language))
        #expect(reading.unbalanced == nil)
        if language == .french { #expect(PageReading.blemishes(reading.words.replacing("&#39;", with: "'")) == []) }
    }

    /// Offices at their places, every line as thick as every other: the picture is the totals that are told, and no more.
    @Test(arguments: [nil, 12] as [Int?]) func theNetworkIsDrawnByOfficeWithoutAnybody(across: Int?) throws {
        let example = Example()
        var release = silent(example)
        let counts: [(String, Int?)] = [
            ("people_before", 20), ("ties_before", 20), ("ties_across_offices_before", across), ("people_after", 20),
            ("ties_after", 60), ("ties_across_offices_after", across.map { $0 * 3 }), ("ties_gained_after", 41),
        ]
        release.network = [
            .init(
                code: "knows", title: Sentence("Qui ?", "Who?"),
                rows: counts.map { .init(name: $0.0, value: $0.1.map { .integer($0) }) })
        ]
        let html = String(decoding: page(release), as: UTF8.self)
        let parts = html.components(by: "class=\"chart network\"")
        let drawing = try #require(parts.dropFirst().first)
        let offices = example.evaluation.groups.offices.count
        #expect(drawing.matches(of: /<circle\s/).count == 2 * offices)
        let widths = drawing.matches(of: /stroke-width="([0-9.]+)"[^>]*stroke="#7fb2d9"/).map { String($0.1) }
        #expect(widths.count == offices * (offices - 1) && Set(widths).count == 2, "\(widths)")
        for name in example.names.values { #expect(!html.contains(Escaping.escaped(name.name))) }
        release.network = [.init(code: "knows", title: Sentence("Qui ?", "Who?"), rows: nil)]
        #expect(!String(decoding: page(release), as: UTF8.self).contains("class=\"chart network\""))
    }

    @Test func eachReasonStandsWhereItsFigureWouldBe() {
        let silences = Silences([
            .init(what: "figures.overall.{t,t_p}", reason: .individual),
            .init(what: "groups.offices.albi.*", reason: .coordinatorOnly),
            .init(what: "groups.offices.gaillac", reason: .protected),
        ])
        let overall = silences.figures(
            [.init(name: "n", value: .integer(18)), .init(name: "t", value: nil), .init(name: "d_z", value: nil)],
            at: "figures.overall")
        #expect(overall.n == .value(18))
        #expect(overall.t == .withheld(.individual))
        #expect(overall.number("d_z") == .withheld(.protected))
        #expect(
            silences.figures([.init(name: "t", value: nil)], at: "groups.offices.albi").t.silence == .coordinatorOnly)
        #expect(silences.figures(nil, at: "groups.offices.gaillac").isWithheld)
    }

    @Test func aDraftWhoseTasksAreHiddenIsNotCalledComplete() {
        var example = Example()
        example.status = .draft
        let words = PageReading(page(silent(example))).words
        #expect(words.contains("Il reste à régler des points réservés à la coordination."))
        #expect(!words.contains("Rien ne manque"))
    }

    @Test func aLossWhoseReasonIsHiddenIsNotCalledUnknown() {
        let html = String(
            decoding: EvaluationPage(edition: Example().edition(for: .shared), names: [:], in: .french).html(),
            as: UTF8.self)
        #expect(html.contains("motifs réservés à la coordination") && !html.contains("sans motif connu"))
    }
}

extension String {
    /// What stands between the places where a mark occurs.
    fileprivate func components(by mark: String) -> [Substring] {
        split(separator: mark, omittingEmptySubsequences: false)
    }
}
