import Statistics

extension Diagnostic {
    /// What the lines of a summary are of.
    public enum Grouping: String, CaseIterable, Sendable { case criterion, theme, provider, commune, category, office }

    /// What was observed of a group at one wave, by the first observers.
    public struct Line: Sendable {
        /// The criterion's or theme's code, the office's or category's, the provider's or commune's name.
        public let group: String
        public let label: String
        public let unit: Criterion.Unit
        public let wave: Observation.Wave
        /// Providers or communes.
        public let units: Int
        public let values: Int
        public let notApplicable: Int
        public let notObserved: Int
        /// From 0 to 3.
        public let mean: Double?
        /// Values of at least 2.
        public let yes: Int
        public let yesShare: Double?
        /// Wilson's 95 % interval, of a single criterion only: values of one unit are not independent.
        public let yesLower: Double?
        public let yesUpper: Double?
        /// Providers with fifteen criteria that apply, and the mean of their indices.
        public let indexed: Int
        public let meanIndex: Double?
    }

    /// The observations as lines, mystery mails left out, in the order of the grid or of names; then by wave.
    public static func summary(
        _ lines: [Observation.Line], by grouping: Grouping, _ criteria: [Criterion], in language: Language
    ) -> [Line] {
        let grid = Dictionary(uniqueKeysWithValues: criteria.map { ($0.criterion, $0) })
        var groups: [Key: [Observation.Line]] = [:]
        var order: [Key] = []
        for line in lines where line.rank == 1 {
            guard let criterion = grid[line.criterion], !criterion.isMail,
                let key = Key(line, criterion, grouping, language)
            else { continue }
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(line)
        }
        let places = Dictionary(criteria.enumerated().map { ($1.criterion.rawValue, $0) }) { first, _ in first }
        let sorted = order.enumerated().sorted { one, other in
            one.element.stands(before: other.element, places, grouping, one.offset, other.offset)
        }
        return sorted.map { Line($0.element, groups[$0.element] ?? [], grouping) }
    }

    /// What a line of the summary is of.
    fileprivate struct Key: Hashable {
        let group: String, label: String, unit: Criterion.Unit, wave: Observation.Wave
        /// Tells units of one name apart.
        let place: String

        init?(_ line: Observation.Line, _ criterion: Criterion, _ grouping: Grouping, _ language: Language) {
            (unit, wave) = (criterion.unit, line.wave)
            place = grouping == .provider || grouping == .commune ? line.insee : ""
            switch grouping {
            case .criterion: (group, label) = (criterion.criterion.rawValue, criterion.label.text(language))
            case .theme: (group, label) = (criterion.theme.rawValue, criterion.themeLabel.text(language))
            case .office: (group, label) = (line.office.rawValue, "")
            case .commune: (group, label) = (line.commune, line.insee)
            case .category:
                guard let category = line.category else { return nil }
                (group, label) = (category, "")
            case .provider:
                guard line.unit == .provider else { return nil }
                (group, label) = (line.name, line.commune)
            }
        }

        func stands(before other: Key, _ places: [String: Int], _ grouping: Grouping, _ here: Int, _ there: Int) -> Bool
        {
            if unit != other.unit { return unit == .provider }
            if grouping == .criterion {
                return (places[group] ?? 0, wave.place) < (places[other.group] ?? 0, other.wave.place)
            }
            if grouping == .theme, group == other.group { return wave.place < other.wave.place }
            if grouping == .theme { return here < there }
            return (group, place, wave.place) < (other.group, other.place, other.wave.place)
        }
    }
}

extension Diagnostic.Line {
    fileprivate init(_ key: Diagnostic.Key, _ lines: [Observation.Line], _ grouping: Diagnostic.Grouping) {
        (group, label, unit, wave) = (key.group, key.label, key.unit, key.wave)
        let byUnit = Dictionary(grouping: lines, by: \.place)
        let known = lines.compactMap { $0.value.map(Int.init) }
        (units, values) = (byUnit.count, known.count)
        notApplicable = lines.count { $0.missing == .notApplicable }
        notObserved = lines.count { $0.missing == .notObserved }
        yes = known.count(where: ProviderIndex.isYes)
        mean = known.isEmpty ? nil : significant(Double(known.reduce(0, +)) / Double(known.count))
        yesShare = known.isEmpty ? nil : significant(Double(yes) / Double(known.count))
        let interval = grouping == .criterion ? wilsonInterval(yes, of: known.count).value : nil
        (yesLower, yesUpper) = (interval.map { significant($0.lower) }, interval.map { significant($0.upper) })
        let isWhole = ![.criterion, .theme].contains(grouping) && key.unit == .provider
        let indices =
            isWhole
            ? Dictionary(grouping: lines) { [$0.place, $0.cohort?.rawValue ?? ""] }.values.compactMap {
                ProviderIndex($0.compactMap { $0.value.map(Int.init) }).index.value
            } : []
        indexed = indices.count
        meanIndex = indices.isEmpty ? nil : significant(indices.sorted().reduce(0, +) / Double(indices.count))
    }
}
