import Postgres
import TrainingSQL

extension Query<Evaluation.CohortRow> {
    static func evaluated(_ asked: Evaluation.Asked) -> Self {
        Query(
            SQL.`queries/evaluation/cohort`, asked.programme, asked.cohorts, as: Evaluation.CohortRow.init)
    }
}

extension Query<Evaluation.EnrolmentRow> {
    static func enrolments(of asked: Evaluation.Asked) -> Self {
        Query(
            SQL.`queries/evaluation/enrolments`, asked.programme, asked.cohorts, asked.days,
            as: Evaluation.EnrolmentRow.init)
    }
}

extension Query<Evaluation.SessionRow> {
    static func evaluatedSessions(of asked: Evaluation.Asked) -> Self {
        Query(
            SQL.`queries/evaluation/sessions`, asked.programme, asked.cohorts, as: Evaluation.SessionRow.init)
    }
}

extension Query<Evaluation.MarkRow> {
    static func marks(of asked: Evaluation.Asked) -> Self {
        Query(
            SQL.`queries/evaluation/marks`, asked.programme, asked.cohorts, asked.days, as: Evaluation.MarkRow.init)
    }
}

extension Query<Evaluation.AssessmentRow> {
    static func assessments(of asked: Evaluation.Asked, with instruments: [Instrument.ID?]) -> Self {
        Query(
            SQL.`queries/evaluation/assessments`, asked.programme, asked.cohorts, instruments, asked.days,
            as: Evaluation.AssessmentRow.init)
    }
}

extension Query<Evaluation.SatisfactionRow> {
    static func satisfaction(of asked: Evaluation.Asked) -> Self {
        Query(
            SQL.`queries/evaluation/satisfaction`, asked.programme, asked.cohorts, asked.days,
            as: Evaluation.SatisfactionRow.init)
    }
}

extension Query<Evaluation.WindowRow> {
    static func evaluatedWindows(of asked: Evaluation.Asked) -> Self {
        Query(
            SQL.`queries/evaluation/windows`, asked.programme, asked.cohorts, as: Evaluation.WindowRow.init)
    }
}

extension Query<Evaluation.Name> {
    static func names(in asked: Evaluation.Asked) -> Self {
        Query(
            SQL.`queries/evaluation/names`, asked.programme, asked.cohorts, as: Evaluation.Name.init)
    }
}

extension Query<Instrument> {
    static func instruments(_ ids: Set<Instrument.ID>, in programme: Programme.ID) -> Self {
        Query(SQL.`queries/evaluation/instruments`, programme, Array(ids), as: Instrument.init)
    }
}

extension Query<Cohort> {
    static func cohorts(_ codes: [Cohort.Code], of programme: Programme.ID) -> Self {
        Query(SQL.`queries/evaluation/cohorts`, programme, codes, as: Cohort.init)
    }
}
