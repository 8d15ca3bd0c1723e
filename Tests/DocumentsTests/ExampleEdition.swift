import Statistics

@testable import Documents
@testable import Training

extension Example {
    /// The edition of an office that follows some people, or of everybody: what tells of few is kept back.
    func edition(
        for reader: Edition.Reader, naming shown: Set<String> = [], changesSign: Told<Bool> = .value(false)
    ) -> Edition {
        let all = Edition(evaluation)
        return Edition(
            reader: reader, cohort: all.cohort, asOf: all.asOf, status: all.status, minimumGroup: 5,
            flow: Edition.Flow(
                applied: all.flow.applied, enrolled: all.flow.enrolled, entered: all.flow.entered, completed: nil,
                assessedBefore: all.flow.assessedBefore, assessedAfter: nil, pairs: all.flow.pairs, waitlisted: nil,
                losses: nil),
            attendance: Edition.Attendance(
                sessions: all.attendance.sessions.enumerated().map { index, session in
                    Edition.Session(session: session.session, isWithheld: index == 1)
                }, planned: all.attendance.planned, plannedMinutes: all.attendance.plannedMinutes,
                attendedMinutes: all.attendance.attendedMinutes, unmarked: all.attendance.unmarked),
            objectives: all.objectives.enumerated().map { index, line in
                Edition.Objective(
                    title: line.title, answer: index == 3 ? nil : line.answer, source: index == 3 ? nil : line.source,
                    isWithheld: index == 3)
            }, overall: Self.mean(all.overall),
            areas: all.areas.map { .init(code: $0.code, title: $0.title, figures: Self.mean($0.figures), holmP: nil) },
            competences: all.competences.enumerated().map { index, part in
                .init(
                    code: part.code, title: part.title,
                    figures: index == 2 ? ToldFigures(withheld: .protected) : Self.mean(part.figures),
                    holmP: index == 2 ? nil : part.holmP)
            }, offices: all.offices.map(Self.withheld(.protected)),
            categories: all.categories.map(Self.withheld(.protected)),
            sensitivity: all.sensitivity.enumerated().map { index, line in
                .init(
                    title: line.title, n: line.n, meanChange: index == 2 ? nil : line.meanChange,
                    isWithheld: index == 2)
            }, changesSign: changesSign, missing: [], hidesMissing: true,
            withheld: [
                .init(what: "groups.offices.albi", reason: .protected),
                .init(what: "figures.overall.{t_p,d_z}", reason: .individual),
                .init(what: "objectives.relays", reason: .coordinatorOnly),
            ], people: all.people.filter { shown.contains($0.pseudonym) }, versions: all.versions,
            inputsSHA256: all.inputsSHA256)
    }

    /// Means and their interval; neither counts of progress nor ranks.
    private static func mean(_ figures: ToldFigures) -> ToldFigures {
        let told = ["n", "mean_before", "mean_after", "mean_change", "ci95", "t", "wilcoxon_p"]
        return ToldFigures(
            rows: figures.rows.map { row in
                .init(name: row.name, value: told.contains(row.name) ? row.value : .withheld(.individual))
            })
    }

    private static func withheld(_ silence: Silence) -> (Edition.Group) -> Edition.Group {
        { group in
            .init(
                code: group.code, name: group.name, entered: .withheld(silence), assiduity: .withheld(silence),
                figures: ToldFigures(withheld: silence))
        }
    }
}
