import ArgumentParser
import Training

/// A whole signed sheet entered at once: what holds for all who were expected, and who differs.
struct RollCallOptions: ParsableArguments {
    @Option(help: "A whole sheet: the status of everybody expected who is not marked yet, such as present.")
    var all: Presence?
    @Option(help: "A whole sheet: leaves this person as they are; as often as needed.") var except: [String] = []
    @Option(help: "A whole sheet: this person was there after all; as often as needed.") var present: [String] = []
    @Option(help: "A whole sheet: this person was absent; as often as needed.") var absent: [String] = []
    @Option(help: "A whole sheet: this person was excused; as often as needed.") var excused: [String] = []
    @Option(help: "A whole sheet: this person was exempt; as often as needed.") var exempt: [String] = []
    @Option(help: "A whole sheet: PERSON=MINUTES attended by somebody late; as often as needed.") var late: [Part] = []
    @Option(help: "A whole sheet: PERSON=MINUTES attended by somebody who left early.") var leftEarly: [Part] = []

    /// `PERSON=MINUTES`.
    struct Part: ExpressibleByArgument {
        let participant: String
        let minutes: Int

        init?(argument: String) {
            guard let equals = argument.lastIndex(of: "=") else { return nil }
            guard let minutes = Int(argument[argument.index(after: equals)...]) else { return nil }
            participant = String(argument[..<equals])
            self.minutes = minutes
        }
    }

    func validate() throws {
        if let all, all == .late || all == .leftEarly || all == .unmarked {
            throw ValidationError(
                "--all takes present, absent, excused or exempt; --late and --left-early name people."
            )
        }
        guard all != nil || exceptions.isEmpty && except.isEmpty else {
            throw ValidationError("People who differ go with --all.")
        }
    }

    private var exceptions: [Attendance.RollCall.Exception] {
        func named(_ people: [String], _ status: Presence) -> [Attendance.RollCall.Exception] {
            people.map { .init(Spelling.composed($0), status) }
        }
        func parts(_ people: [Part], _ status: Presence) -> [Attendance.RollCall.Exception] {
            people.map { .init(Spelling.composed($0.participant), status, minutes: $0.minutes) }
        }
        return named(present, .present) + named(absent, .absent) + named(excused, .excused) + named(exempt, .exempt)
            + parts(late, .late) + parts(leftEarly, .leftEarly)
    }

    /// The sheet of a half-day; nil when none is entered.
    func rollCall(at session: Session.Code?, mode: Session.Mode?, reason: String?) throws -> Attendance.RollCall? {
        guard let all else { return nil }
        guard let session else {
            throw Usage("--all va avec --session : la séance de la feuille.", "--all goes with --session: the sheet's.")
        }
        return Attendance.RollCall(
            session: session, status: all, mode: mode, reason: reason.map(Spelling.composed), exceptions: exceptions,
            leftOut: except.map(Spelling.composed))
    }
}
