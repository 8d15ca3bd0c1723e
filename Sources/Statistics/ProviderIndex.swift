/// How one provider looks on the web: 100 x the mean of its criteria that apply / 3, each observed from 0 to 3; mystery
/// mails are no part of it.
public struct ProviderIndex: Sendable, Equatable {
    /// Below so many criteria that apply there is no index.
    public static let fewestCriteria = 15
    /// The best value of a criterion.
    public static let best = 3

    /// Criteria that apply and were observed.
    public let criteria: Int
    /// Between 0 and 100.
    public let index: Figure<Double>

    /// The values of the criteria that apply and were observed; one off the scale gives no index.
    public init(_ values: [Int]) {
        criteria = values.count
        if !values.allSatisfy({ (0...Self.best).contains($0) }) {
            index = .unavailable(.outsideScale)
        } else if values.count < Self.fewestCriteria {
            index = .unavailable(.belowFifteenCriteria)
        } else {
            index = .value(100 * Double(values.reduce(0, +)) / Double(Self.best * values.count))
        }
    }

    /// Whether a criterion counts as a yes: basic at least.
    public static func isYes(_ value: Int) -> Bool { value >= 2 }
}
