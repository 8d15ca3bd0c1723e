/// A figure, or the reason why there is none; never a NaN standing for both.
public enum Figure<Value: Sendable & Equatable>: Sendable, Equatable {
    case value(Value)
    case unavailable(NotComputable)

    /// The figure at full precision, nil when it is unavailable.
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }

    /// Why the figure is unavailable, nil when there is one.
    public var reason: NotComputable? {
        if case .unavailable(let reason) = self { reason } else { nil }
    }

    /// The figure transformed, its reason kept.
    func map<Other>(_ transform: (Value) -> Other) -> Figure<Other> {
        switch self {
        case .value(let value): .value(transform(value))
        case .unavailable(let reason): .unavailable(reason)
        }
    }
}

extension Figure<Double> {
    /// A number that arithmetic may have carried beyond what a double holds.
    init(finite number: Double) {
        self = number.isFinite ? .value(number) : .unavailable(.beyondRange)
    }
}

extension Figure<Interval> {
    /// An interval whose ends arithmetic may have carried beyond what a double holds.
    init(finite interval: Interval) {
        self =
            interval.lower.isFinite && interval.upper.isFinite
            ? .value(interval) : .unavailable(.beyondRange)
    }
}

/// A confidence interval, its ends included, in the unit of what it estimates.
public struct Interval: Sendable, Equatable {
    public let lower: Double
    public let upper: Double

    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }
}
