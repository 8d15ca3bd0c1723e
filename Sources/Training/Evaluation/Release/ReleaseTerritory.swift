import Statistics

extension Evaluation.Release {
    /// What is told of the territorial diagnostic: of providers what the rank test lets be told, of communes all, for those
    /// are no people.
    public struct Territory: Sendable {
        public let providers: Evaluation.Looked
        public let communes: Evaluation.Looked
        /// In the order of the grid.
        public let criteria: [CriterionTable]
        public let index: Table
        /// The providers that the office follows.
        public let own: [Evaluation.Indexed]
    }

    /// The figures of F11 of one criterion; nil is suppressed.
    public struct CriterionTable: Sendable {
        public let criterion: Criterion
        public let rows: [Row]?
    }

    /// What is told of the offices' skills: to offices all of it, to everybody how many said something and what none can.
    public struct Skills: Sendable {
        public let filled: Int
        public let offices: Int
        public let gaps: [Evaluation.MatrixTheme]
        /// Nil for everybody.
        public let matrix: Evaluation.SkillMatrix?
    }
}

extension ReleaseSums {
    /// Both values of each provider that has them: on one criterion, or of its index.
    func territory(_ name: String, _ values: [String: String]) -> ToldSum {
        ToldSum(
            name: "diagnostic/\(name)",
            terms: values.keys.sorted().map { .init($0, ToldSum.quantity("diagnostic", name, values[$0] ?? "")) })
    }

    /// The values before and after, by pseudonym, of the providers that have both.
    func values(of criterion: Criterion.Code) -> [String: (before: Int, after: Int)] {
        func values(_ wave: Observation.Wave) -> [String: Int] {
            let lines = seen.filter { $0.criterion == criterion && $0.wave == wave && $0.rank == 1 }
            return Dictionary(lines.compactMap { line in line.value.map { (line.unit, $0) } }) { first, _ in first }
        }
        let (before, after) = (values(.before), values(.after))
        return before.reduce(into: [:]) { both, line in
            if let last = after[line.key] { both[line.key] = (line.value, last) }
        }
    }

    func territory(of criterion: Criterion.Code) -> ToldSum {
        territory(criterion.rawValue, values(of: criterion).mapValues { "\($0.before):\($0.after)" })
    }

    /// The indices before and after, by pseudonym, of the providers that have both.
    func indices(_ diagnosis: Evaluation.Diagnosis) -> [String: Pair] {
        Dictionary(
            diagnosis.indices.compactMap { indexed in
                guard let before = indexed.before.index.value, let after = indexed.after.index.value else {
                    return nil
                }
                return (indexed.pseudonym, Pair(before: before, after: after))
            }
        ) { first, _ in first }
    }

    func territory(indicesOf diagnosis: Evaluation.Diagnosis) -> ToldSum {
        territory("index", indices(diagnosis).mapValues { "\($0.before):\($0.after)" })
    }

    /// Every sum that may be told of the diagnostic.
    func territory(_ diagnosis: Evaluation.Diagnosis?) -> [ToldSum] {
        guard let diagnosis else { return [] }
        let criteria = diagnosis.criteria.map(\.criterion).filter { $0.unit == .provider }
        return criteria.map { territory(of: $0.criterion) } + [territory(indicesOf: diagnosis)]
    }
}

extension Releasing {
    mutating func territory(_ own: Set<String>) -> Evaluation.Release.Territory? {
        guard let diagnosis = evaluation.secondary.diagnosis else { return nil }
        let criteria = diagnosis.criteria.map { criterion($0) }
        let index = index(diagnosis)
        suppress("diagnostic.agreement", .coordinatorOnly)
        return .init(
            providers: diagnosis.providers, communes: diagnosis.communes, criteria: criteria, index: index,
            own: diagnosis.indices.filter { own.contains($0.pseudonym) })
    }

    /// How many said yes before and after, where that leaves open who; never who changed.
    private mutating func criterion(_ change: Evaluation.CriterionChange) -> Evaluation.Release.CriterionTable {
        let (criterion, figures) = (change.criterion, change.figures)
        guard criterion.unit == .provider else {
            return .init(criterion: criterion, rows: figures.entries.map { .init(name: $0.name, value: $0.value) })
        }
        let path = "diagnostic.criteria.\(criterion.criterion.rawValue)"
        let sum = sums.territory(of: criterion.criterion)
        let values = sums.values(of: criterion.criterion)
        let classes = classes(of: sum, in: sum, like: [sum.name], territory).filter { !$0.isEmpty }
        let isOpen = classes.allSatisfy { people in
            let values = people.compactMap { values[$0] }
            return Latitude.isLeft(byCount: values.count { ProviderIndex.isYes($0.before) }, of: values.count)
                && Latitude.isLeft(byCount: values.count { ProviderIndex.isYes($0.after) }, of: values.count)
        }
        guard isOpen, admits(territory: sum) else {
            suppress(path, .protected)
            return .init(criterion: criterion, rows: nil)
        }
        let told: Set = ["n", "yes_before", "yes_before_ci95", "yes_after", "yes_after_ci95"]
        let hidden = figures.entries.map(\.name).filter { !told.contains($0) }
        suppress("\(path).{\(hidden.joined(separator: ","))}", .coordinatorOnly)
        return .init(
            criterion: criterion,
            rows: figures.entries.map { .init(name: $0.name, value: told.contains($0.name) ? $0.value : nil) })
    }

    private mutating func index(_ diagnosis: Evaluation.Diagnosis) -> Evaluation.Release.Table {
        let (path, title) = ("diagnostic.provider_index", Sentence("Indice des prestataires", "Index of providers"))
        let (sum, pairs) = (sums.territory(indicesOf: diagnosis), sums.indices(diagnosis))
        let classes = classes(of: sum, in: sum, like: [sum.name], territory)
        guard hasLatitude(pairs, classes), admits(territory: sum) else {
            suppress(path, .protected)
            return .init(code: "provider_index", title: title, rows: nil)
        }
        let shown = pieces(classes, pairs)
        return .init(code: "provider_index", title: title, rows: rows(path, diagnosis.index.entries, shown))
    }

    /// What offices say of themselves is no person's: to offices all, to everybody what counts.
    mutating func skills(_ reader: Evaluation.Release.Reader) -> Evaluation.Release.Skills? {
        guard let matrix = evaluation.secondary.skills else { return nil }
        if reader == .shared { suppress("skills.themes", .coordinatorOnly) }
        return .init(
            filled: matrix.filled, offices: matrix.offices.count, gaps: matrix.gaps,
            matrix: reader == .shared ? nil : matrix)
    }
}

extension Evaluation.Release.Territory {
    /// Whether the mean change of the index is told with its interval.
    var isIndexTold: Bool { index.rows?.contains { $0.name == "ci95" && $0.value != nil } == true }

    /// Whether something is told of each of these criteria.
    func tells(_ codes: [String]) -> Bool {
        codes.allSatisfy { code in
            criteria.contains { $0.criterion.criterion.rawValue == code && $0.rows != nil }
        }
    }
}
