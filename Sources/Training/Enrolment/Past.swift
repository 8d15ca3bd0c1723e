extension Enrolment.Status {
    /// Whether somebody at this status is enrolled: expected at the half-days.
    var isEnrolled: Bool { [.enrolled, .active, .suspended, .completed].contains(self) }

    /// Whether it is the end of an enrolment, whose day is the first one no longer enrolled.
    var isLeaving: Bool { [.withdrawn, .droppedOut, .excluded].contains(self) }
}

/// Every step of an enrolment, in order.
typealias Past = [Enrolment.Step]

extension Past {
    /// The steps that hold: a correction dated back to the step before it, or earlier, takes that step out.
    ///
    /// Their days never go backwards. A correction that only takes back what was taken out is none of them.
    var holding: Past {
        reduce(into: []) { holding, step in
            guard step.isCorrection, let last = holding.last, step.effectiveOn <= last.effectiveOn else {
                return holding.append(step)
            }
            holding.removeLast()
            if holding.last?.status != step.status { holding.append(step) }
        }
    }

    /// The day before which the next step cannot be dated; a correction goes back to the step before the one that it corrects.
    func earliest(forCorrection isCorrection: Bool) -> Day? {
        (isCorrection ? holding.dropLast() : holding[...]).last?.effectiveOn
    }

    /// Whether a correction of this day undoes that somebody who was enrolled is no longer.
    func isUndone(by move: Enrolment.Move) -> Bool {
        let holding = holding
        guard move.isCorrection, let last = holding.last, move.day <= last.effectiveOn else { return false }
        return holding.dropLast().last?.status.isEnrolled == true
    }

    /// Whether the very same step was taken since somebody last reopened it: said again it changes nothing.
    func hasTaken(_ move: Enrolment.Move) -> Bool {
        let since = split(omittingEmptySubsequences: false) { $0.isCorrection && $0.status != .enrolled }.last ?? []
        return since.contains { step in
            step.status == move.status && step.effectiveOn == move.day && step.reason == move.reason
                && !move.isCorrection && step.step > 1
        }
    }
}
