import Statistics
import Training

extension Edition {
    /// The territorial diagnostic as an edition tells it.
    struct Territory: Sendable {
        let providers: Evaluation.Looked
        let communes: Evaluation.Looked
        let criteria: [CriterionLine]
        let index: ToldFigures
        /// The providers that the reader may see by name.
        let indices: [Evaluation.Indexed]
        /// Nil is kept back.
        let agreement: (figures: Agreement, seconded: Int)?
    }

    /// F11 of one criterion.
    struct CriterionLine: Sendable {
        let criterion: Criterion
        let figures: ToldFigures
    }

    /// The offices' skills as an edition tells them.
    struct Skills: Sendable {
        let filled: Int
        let offices: Int
        let gaps: [Sentence]
        /// Nil is kept back.
        let matrix: Evaluation.SkillMatrix?
    }
}

extension Edition.Territory {
    init(_ diagnosis: Evaluation.Diagnosis) {
        (providers, communes) = (diagnosis.providers, diagnosis.communes)
        criteria = diagnosis.criteria.map {
            .init(
                criterion: $0.criterion,
                figures: ToldFigures(rows: $0.figures.entries.map { .init(name: $0.name, value: .value($0.value)) }))
        }
        index = ToldFigures(diagnosis.index)
        indices = diagnosis.indices
        agreement = (diagnosis.agreement, diagnosis.seconded)
    }

    init(_ territory: Evaluation.Release.Territory, _ silences: Silences) {
        (providers, communes) = (territory.providers, territory.communes)
        criteria = territory.criteria.map { table in
            let code = table.criterion.criterion.rawValue
            return .init(
                criterion: table.criterion, figures: silences.figures(table.rows, at: "diagnostic.criteria.\(code)"))
        }
        index = silences.figures(territory.index.rows, at: "diagnostic.provider_index")
        indices = territory.own
        agreement = nil
    }
}

extension Edition.Skills {
    init(_ matrix: Evaluation.SkillMatrix) {
        (filled, offices) = (matrix.filled, matrix.offices.count)
        (gaps, self.matrix) = (matrix.gaps.map(\.title), matrix)
    }

    init(_ skills: Evaluation.Release.Skills) {
        (filled, offices) = (skills.filled, skills.offices)
        (gaps, matrix) = (skills.gaps.map(\.title), skills.matrix)
    }
}
