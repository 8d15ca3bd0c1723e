/// F15: how fast mystery mails were answered: the share within 24 and 48 hours and the Kaplan-Meier median, a mail
/// without reply being censored at 168 hours; never the mean of those who answered.
public struct MysteryMail: Sendable, Equatable {
    /// A mail is followed for a week.
    public static let longestFollowUp = 168.0

    /// One mail that was sent.
    public enum Mail: Sendable, Equatable {
        /// Answered after so many hours; beyond a week it counts as not answered within it.
        case replied(hours: Double)
        /// Not answered while it was followed, for so many hours.
        case silent(hours: Double)
    }

    public let sent: Int
    /// Answered within the week.
    public let replied: Int
    /// 1 - S(24) and 1 - S(48), between 0 and 1; without early censoring the plain share of the mails sent.
    public let within24: Figure<Double>
    public let within48: Figure<Double>
    /// In hours; halfway where S rests at one half, as R's `survfit` does.
    public let median: Figure<Double>

    public init(_ mails: [Mail]) {
        let times = mails.map(Self.followed).sorted { ($0.hours, $1.isReply ? 1 : 0) < ($1.hours, $0.isReply ? 1 : 0) }
        let obstacle: NotComputable? =
            mails.isEmpty ? .noAnswers : times.allSatisfy { $0.hours.isFinite && $0.hours >= 0 } ? nil : .notFinite
        sent = mails.count
        replied = times.count { $0.isReply }
        if let obstacle {
            (within24, within48, median) = (.unavailable(obstacle), .unavailable(obstacle), .unavailable(obstacle))
            return
        }
        let steps = Self.steps(times)
        let last = times.last?.hours ?? 0
        func share(_ hours: Double) -> Figure<Double> {
            let staying = steps.last { $0.hours <= hours }?.staying ?? 1
            return hours <= last || staying == 0 ? .value(1 - staying) : .unavailable(.followedTooShortly)
        }
        (within24, within48) = (share(24), share(48))
        median = Self.median(steps, last: last)
    }

    private static func followed(_ mail: Mail) -> (hours: Double, isReply: Bool) {
        switch mail {
        case .replied(let hours) where hours <= longestFollowUp: (hours, true)
        case .silent(let hours): (min(hours, longestFollowUp), false)
        case .replied(let hours): (hours.isFinite ? longestFollowUp : hours, false)
        }
    }

    /// The survival function where it falls: the share that waits longer than so many hours (Kaplan and Meier 1958).
    private static func steps(_ times: [(hours: Double, isReply: Bool)]) -> [(hours: Double, staying: Double)] {
        var steps: [(hours: Double, staying: Double)] = []
        var (staying, index) = (1.0, 0)
        while index < times.count {
            let tied = times[index...].prefix { $0.hours == times[index].hours }
            let replies = tied.count { $0.isReply }
            if replies > 0 {
                let waiting = times.count - index
                staying = waiting == replies ? 0 : staying * (Double(waiting - replies) / Double(waiting))
                steps.append((times[index].hours, staying))
            }
            index += tied.count
        }
        return steps
    }

    private static func median(_ steps: [(hours: Double, staying: Double)], last: Double) -> Figure<Double> {
        // The product of fractions is one half only to within rounding.
        let tolerance = 1e-9
        guard let index = steps.firstIndex(where: { $0.staying <= 0.5 + tolerance }) else {
            return .unavailable(.medianNotReached)
        }
        guard steps[index].staying >= 0.5 - tolerance else { return .value(steps[index].hours) }
        let end = index + 1 < steps.count ? steps[index + 1].hours : last
        return .value((steps[index].hours + end) / 2)
    }
}

extension MysteryMail {
    /// The figures of F15 in their order.
    public var entries: [Entry] {
        [
            Entry("sent", sent), Entry("replied", replied), Entry("within_24h", within24),
            Entry("within_48h", within48), Entry("median_hours", median),
        ]
    }
}
