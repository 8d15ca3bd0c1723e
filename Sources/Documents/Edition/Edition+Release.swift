import Statistics
import Training

extension Edition {
    /// The edition of an office or of everybody: what their release tells, and nothing else.
    ///
    /// - Parameter office: the name of the office that reads, instead of its code.
    init(_ release: Evaluation.Release, office: String?) {
        let silences = Silences(release.suppressed)
        reader = release.audience.office.map { .relay(office ?? $0.rawValue) } ?? .shared
        (cohort, asOf, status) = (release.cohort, release.asOf, release.status)
        minimumGroup = release.minimumGroup
        flow = Flow(release.flow, hidesLosses: silences["flow.losses"] != nil)
        attendance = Attendance(release.attendance)
        objectives = release.objectives.map {
            Objective(
                title: $0.title, answer: $0.isSuppressed ? nil : $0.answer, source: $0.isSuppressed ? nil : $0.source,
                isWithheld: $0.isSuppressed)
        }
        overall = silences.figures(release.overall.rows, at: "figures.overall")
        areas = release.areas.map { Part($0, "figures.areas.\($0.code)", silences) }
        competences = release.competences.map { Part($0, "figures.competences.\($0.code)", silences) }
        offices = release.offices.map { Group($0, "groups.offices.\($0.code)", silences) }
        categories = release.categories.map { Group($0, "groups.categories.\($0.code)", silences) }
        sensitivity = release.sensitivity.map {
            Sensitivity(title: $0.title, n: $0.n, meanChange: $0.meanChange, isWithheld: $0.isSuppressed)
        }
        changesSign = Told(release.sensitivityChangesSign, else: silences["sensitivity_changes_sign"] ?? .protected)
        territory = release.territory.map { Territory($0, silences) }
        skills = release.skills.map(Skills.init)
        network = release.network
        (missing, people) = (release.missing, release.people)
        keptBack = Set(release.blanks.filter(\.isSuppressed).map(\.name))
        hidesMissing = silences["missing"] != nil
        withheld = release.suppressed
        (versions, inputsSHA256, evaluationSHA256) = (
            release.versions, release.inputsSHA256, release.evaluationSHA256
        )
    }
}

extension Edition.Flow {
    fileprivate init(_ counts: [Evaluation.Release.Count], hidesLosses: Bool) {
        func count(_ name: String) -> Int? { counts.first { $0.name == name }?.value }
        (applied, enrolled, entered) = (count("applied"), count("enrolled"), count("entered"))
        (completed, assessedBefore) = (count("completed"), count("assessed_before"))
        (assessedAfter, pairs, waitlisted) = (count("assessed_after"), count("pairs"), count("waitlisted"))
        losses = hidesLosses ? nil : []
    }
}

extension Edition.Attendance {
    fileprivate init(_ attendance: Evaluation.Release.Attendance) {
        sessions = attendance.bySession.map { Edition.Session(session: $0.session, isWithheld: $0.isSuppressed) }
        (planned, plannedMinutes) = (attendance.planned, attendance.plannedMinutes)
        (attendedMinutes, unmarked) = (attendance.attendedMinutes, attendance.unmarked)
    }
}

extension Edition.Part {
    fileprivate init(_ table: Evaluation.Release.Table, _ path: String, _ silences: Silences) {
        let figures = silences.figures(table.rows, at: path)
        let p = figures.figure("holm_p")
        var value: Double? { if case .number(let number) = p?.value { number } else { nil } }
        self.init(code: table.code, title: table.title, figures: figures, holmP: value, hidesP: p?.silence != nil)
    }
}

extension Edition.Group {
    fileprivate init(_ table: Evaluation.Release.Table, _ path: String, _ silences: Silences) {
        let figures = silences.figures(table.rows, at: path)
        (code, name, self.figures) = (table.code, table.title, figures)
        (entered, assiduity) = (figures.integer("entered"), figures.number("assiduity"))
    }
}
