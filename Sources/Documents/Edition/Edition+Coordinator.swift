import Statistics
import Training

extension Edition {
    /// The coordinator's edition: all of the evaluation.
    init(_ evaluation: Evaluation) {
        (reader, cohort, asOf) = (.coordinator, evaluation.cohort, evaluation.asOf)
        (status, minimumGroup) = (evaluation.status, 0)
        flow = Flow(evaluation.flow)
        attendance = Attendance(evaluation.attendance)
        objectives = evaluation.objectives.map {
            Objective(title: $0.title, answer: $0.answer, source: $0.source, isWithheld: false)
        }
        overall = ToldFigures(evaluation.figures.overall)
        areas = evaluation.figures.areas.map(Part.init)
        competences = evaluation.figures.competences.map(Part.init)
        offices = evaluation.groups.offices.map(Group.init)
        categories = evaluation.groups.categories.map(Group.init)
        sensitivity = evaluation.sensitivity.map {
            Sensitivity(title: $0.title, n: $0.n, meanChange: $0.meanChange, isWithheld: false)
        }
        changesSign = .value(evaluation.sensitivityChangesSign)
        secondary = evaluation.secondary
        territory = evaluation.secondary.diagnosis.map(Territory.init)
        mails = evaluation.secondary.mysteryMail
        skills = evaluation.secondary.skills.map(Skills.init)
        (missing, people) = (evaluation.missing, evaluation.people)
        (versions, inputsSHA256) = (evaluation.versions, evaluation.inputsSHA256)
    }
}

extension Edition.Flow {
    fileprivate init(_ flow: Evaluation.Flow) {
        (applied, enrolled, entered, completed) = (flow.applied, flow.enrolled, flow.entered, flow.completed)
        (assessedBefore, assessedAfter, pairs) = (flow.assessedBefore, flow.assessedAfter, flow.pairs)
        (waitlisted, losses) = (flow.waitlisted, flow.losses)
    }
}

extension Edition.Attendance {
    fileprivate init(_ attendance: Evaluation.Attendance) {
        sessions = attendance.sessions.map { Edition.Session(session: $0, isWithheld: false) }
        planned = attendance.planned
        (plannedMinutes, attendedMinutes) = (attendance.figures.plannedMinutes, attendance.figures.attendedMinutes)
        unmarked = attendance.figures.unmarked
    }
}

extension Edition.Part {
    fileprivate init(_ part: Evaluation.Part) {
        self.init(code: part.code, title: part.title, figures: ToldFigures(part.figures), holmP: part.holmP)
    }
}

extension Edition.Group {
    fileprivate init(_ group: Evaluation.Group) {
        self.init(
            code: group.code, name: group.name, entered: .value(group.entered),
            assiduity: Told(group.attendance.assiduity), figures: ToldFigures(group.figures))
    }
}
