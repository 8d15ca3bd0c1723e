public import Postgres
import TrainingSQL

/// What is observed and helped with (joignabilité, site web, …), as data.
public struct Theme: Sendable, Equatable {
    public struct Code: RawRepresentable, Hashable, PostgresValue, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Of acts that are older than the list, under words of their own; none is logged with it.
        public static let other = Code(rawValue: "autre")
    }

    public let theme: Code
    public let labelFr: String
    public let labelEn: String
    /// Whether an office may be skilled at it.
    public let isSkill: Bool

    public init(theme: Code, labelFr: String, labelEn: String, isSkill: Bool) {
        (self.theme, self.labelFr, self.labelEn, self.isSkill) = (theme, labelFr, labelEn, isSkill)
    }

    public var label: Sentence { Sentence(labelFr, labelEn) }
}

/// One criterion of the diagnostic grid: what is looked at from outside, on a provider or on a commune.
public struct Criterion: Sendable, Equatable {
    public struct Code: RawRepresentable, Hashable, PostgresValue, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// What a criterion is looked at on.
    public enum Unit: String, CaseIterable, PostgresValue, Labelled {
        case provider, commune
        public var label: Sentence {
            switch self {
            case .provider: Sentence("prestataire", "provider")
            case .commune: Sentence("commune", "commune")
            }
        }
    }

    public let criterion: Code
    public let unit: Unit
    /// Whether a mystery mail tells, by its times instead of a value.
    public let isMail: Bool
    public let theme: Theme.Code
    public let themeFr: String
    public let themeEn: String
    /// How much its theme weighs when a provider asks what to do first, from 1 to 9.
    public let weight: Int32
    public let labelFr: String
    public let labelEn: String
    public let scaleFr: String
    public let scaleEn: String
    /// What to do first where its value is low.
    public let stepFr: String
    public let stepEn: String

    public init(
        criterion: Code, unit: Unit, isMail: Bool, theme: Theme.Code, themeFr: String, themeEn: String, weight: Int32,
        labelFr: String, labelEn: String, scaleFr: String, scaleEn: String, stepFr: String, stepEn: String
    ) {
        (self.criterion, self.unit, self.isMail, self.theme) = (criterion, unit, isMail, theme)
        (self.themeFr, self.themeEn, self.weight) = (themeFr, themeEn, weight)
        (self.labelFr, self.labelEn, self.scaleFr, self.scaleEn) = (labelFr, labelEn, scaleFr, scaleEn)
        (self.stepFr, self.stepEn) = (stepFr, stepEn)
    }

    public var label: Sentence { Sentence(labelFr, labelEn) }
    public var themeLabel: Sentence { Sentence(themeFr, themeEn) }
    public var scale: Sentence { Sentence(scaleFr, scaleEn) }
    public var step: Sentence { Sentence(stepFr, stepEn) }
}

/// The territorial diagnostic.
public enum Diagnostic {
    /// The version of the grid that observations are made by.
    public static let grid = "v1"
}

extension Query<Theme> {
    static func themes() -> Self { Query(SQL.`queries/theme/list`, as: Theme.init) }
    static func theme(named name: String) -> Self { Query(SQL.`queries/theme/named`, name, as: Theme.init) }
}

extension Query<Criterion> {
    static func criteria(of grid: String) -> Self { Query(SQL.`queries/criterion/list`, grid, as: Criterion.init) }
}

extension Command {
    static func set(_ theme: Theme, at position: Int) -> Command {
        Command(
            SQL.`queries/theme/set`, theme.theme, theme.labelFr, theme.labelEn, theme.isSkill, Int32(position))
    }

    static func set(_ criterion: Criterion, at position: Int, in grid: String) -> Command {
        Command(
            SQL.`queries/criterion/set`, grid, criterion.criterion, Int32(position), criterion.unit, criterion.isMail,
            criterion.theme, criterion.weight, criterion.labelFr, criterion.labelEn, criterion.scaleFr,
            criterion.scaleEn, criterion.stepFr, criterion.stepEn)
    }
}

extension Transaction {
    /// The themes, in their order.
    public func themes() throws -> [Theme] { try ask(.themes()) }

    /// The criteria of the grid in use, in its order.
    public func criteria() throws -> [Criterion] { try ask(.criteria(of: Diagnostic.grid)) }

    /// Has the themes and the grid as the reference data have them. As the owner.
    public func setGrid(_ themes: [Theme], _ criteria: [Criterion]) throws {
        for (index, theme) in themes.enumerated() { try change(.set(theme, at: index + 1)) }
        for (index, criterion) in criteria.enumerated() {
            try change(.set(criterion, at: index + 1, in: Diagnostic.grid))
        }
    }

    /// The theme that may be a skill of this code, or a `Refusal`.
    public func skillTheme(_ code: Theme.Code) throws -> Theme {
        let themes = try themes().filter(\.isSkill)
        guard let theme = themes.first(where: { $0.theme == code }) else {
            let known = themes.map(\.theme.rawValue).joined(separator: ", ")
            throw Refusal(
                rule: "theme_is_known", "Le thème « \(code.rawValue) » n’existe pas ; thèmes : \(known).",
                "There is no theme \"\(code.rawValue)\"; themes: \(known).")
        }
        return theme
    }
}
