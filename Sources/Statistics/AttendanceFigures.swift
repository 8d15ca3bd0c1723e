/// F16: attendance in minutes over held, non-cancelled sessions, of one person, one session or a whole cohort.
public struct AttendanceFigures: Sendable, Equatable {
    /// One enrolment at one session.
    public struct Mark: Sendable, Equatable {
        /// Minutes planned; a negative number counts as none.
        public let planned: Int
        /// Minutes attended, from 0 to `planned`, taken at the nearest end otherwise; nil while unmarked.
        public let attended: Int?
        /// Neither planned nor attended minutes of an exempt person count.
        public let isExempt: Bool
        /// Whether the person was there, for any length of time.
        public let isPresent: Bool

        public init(planned: Int, attended: Int?, isExempt: Bool, isPresent: Bool) {
            self.planned = planned
            self.attended = attended
            self.isExempt = isExempt
            self.isPresent = isPresent
        }
    }

    /// Minutes planned, exempt removed; excused and unmarked stay.
    public let plannedMinutes: Int
    /// Minutes attended, exempt removed.
    public let attendedMinutes: Int
    /// Marks still to be made; an exempt person has nothing to mark.
    public let unmarked: Int
    /// How many were there.
    public let present: Int

    public init(_ marks: [Mark]) {
        let counted = marks.filter { !$0.isExempt }
        plannedMinutes = Self.sum(counted.map { max(0, $0.planned) })
        attendedMinutes = Self.sum(counted.map { min(max(0, $0.attended ?? 0), max(0, $0.planned)) })
        unmarked = counted.count { $0.attended == nil }
        present = counted.count { $0.isPresent && $0.attended != nil }
    }

    /// Attended over planned minutes, between 0 and 1.
    public var assiduity: Figure<Double> {
        plannedMinutes > 0
            ? .value(Double(attendedMinutes) / Double(plannedMinutes)) : .unavailable(.noSessions)
    }

    /// Hours attended, added over everyone.
    public var traineeHours: Double { Double(attendedMinutes) / 60 }

    private static func sum(_ minutes: [Int]) -> Int {
        minutes.reduce(0) { total, next in
            let (sum, overflows) = total.addingReportingOverflow(next)
            return overflows ? .max : sum
        }
    }
}
