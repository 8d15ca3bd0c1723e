import Testing

@testable import CohorteCLI
@testable import Training

/// A day with its time of day as a cell gives it: what is read, and what is refused rather than guessed.
struct InstantTests {
    private func read(_ text: String) -> Observation.Time? {
        try? Cell(text: text, line: 2, column: "sent_at").instant()
    }

    private func time(_ hour: Int, _ minute: Int, second: Int = 0, offset: String? = nil) -> Observation.Time? {
        guard let day = Day(year: 2021, month: 9, day: 13), let clock = TimeOfDay(hour: hour, minute: minute) else {
            return nil
        }
        return Observation.Time(day, clock, second: second, offset: offset)
    }

    @Test(arguments: [
        "2021-09-13 09:30", "13/09/2021 09:30", "2021-09-13T09:30:00", "13/09/2021 9h30", "2021-09-13\u{A0}9:30",
        "2021-09-13   09:30",
    ])
    func aTimeWithoutAnOffsetIsOnTheClocksOfParis(text: String) { #expect(read(text) == time(9, 30)) }

    @Test(arguments: [
        ("2021-09-13 09:30+02:00", "+02:00"), ("2021-09-13T09:30:00Z", "+00:00"), ("2021-09-13 09:30 -0330", "-03:30"),
        ("2021-09-13 09:30+01", "+01:00"),
    ])
    func anOffsetIsKept(text: String, offset: String) { #expect(read(text) == time(9, 30, offset: offset)) }

    @Test func secondsAreKept() { #expect(read("2021-09-13 09:30:07") == time(9, 30, second: 7)) }

    @Test(arguments: [
        "", "2021-09-13", "2021-09-13 ", "2021-02-30 09:30", "2021-09-13 24:00", "2021-09-13 09:60",
        "2021-09-13 09:30:60",
        "2021-09-13 09:30+25:00", "2021-09-13 09:30+2", "2021-09-13 09:30 UTC", "09:30 2021-09-13",
        "2021-09-13 09:30:0a",
        "2021-09-13 9", "demain 09:30", "2021-09-13 09:30+02:00+02:00", "2021-09-13 -", "13/09/21 09:30",
    ])
    func whatIsNoInstantIsRefused(text: String) { #expect(read(text) == nil) }
}
