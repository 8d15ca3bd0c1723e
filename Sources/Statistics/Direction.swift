/// F3: how many people improved, stayed and declined, the exact sign test and the interval of the share that improved.
struct Direction: Sendable, Equatable {
    let improved: Int
    let unchanged: Int
    let declined: Int
    let p: Figure<Double>
    let improvedInterval: Figure<Interval>

    init(_ sample: PairedSample) {
        improved = sample.count { $0 > 0 }
        unchanged = sample.count { $0 == 0 }
        declined = sample.count { $0 < 0 }
        p =
            sample.obstacleToExactTest.map(Figure.unavailable)
            ?? exactSignTest(positive: improved, negative: declined)
        improvedInterval =
            sample.obstacle.map(Figure.unavailable) ?? wilsonInterval(improved, of: sample.count)
    }
}

extension PairedSample {
    /// Why no exact p can be made of the changes that are not zero, if so.
    var obstacleToExactTest: NotComputable? {
        if let obstacleToSpread { return obstacleToSpread }
        switch count(where: { $0 != 0 }) {
        case 0: return .noChange
        case ..<6: return .belowSix
        default: return nil
        }
    }
}
