import Postgres
import Testing

@testable import Training

/// "Now" as people write it: an instant, or a time on the clocks of Paris, which skip an hour and show one twice.
struct ClockTests {
    @Test(arguments: [
        ("2021-10-31T23:30", "2021-10-31"), ("2021-10-31T00:30", "2021-10-31"), ("2021-10-31T22:30Z", "2021-10-31"),
        ("2021-10-31T23:30Z", "2021-11-01"), ("2021-07-01 00:30:00", "2021-07-01"), ("2021-06-30T22:30Z", "2021-07-01"),
        ("2021-10-31T02:30+02:00", "2021-10-31"), ("2021-10-31T02:30+01:00", "2021-10-31"),
        ("2021-10-31T01:59:59", "2021-10-31"), ("2021-10-31T03:00", "2021-10-31"), ("2021-03-28T03:00", "2021-03-28"),
    ])
    func aTimeIsOnTheDayThatTheClocksOfParisShow(text: String, day: String) async throws {
        try await TestDatabase.undone { (tx) throws in
            #expect(try tx.day(.instant(Instant(rawValue: text))) == Example.day(day))
        }
    }

    @Test(arguments: [
        ("2021-10-31T02:30", "local_time_is_one", ["2021-10-31T02:30+02:00", "2021-10-31T02:30+01:00"]),
        ("2021-10-31T02:00", "local_time_is_one", ["2021-10-31T02:00+02:00", "2021-10-31T02:00+01:00"]),
        ("2021-03-28T02:30", "local_time_exists", ["2021-03-28T01:30:00", "2021-03-28T03:30:00"]),
        ("2021-03-28T02:00", "local_time_exists", ["2021-03-28T01:00:00", "2021-03-28T03:00:00"]),
        ("2021-10-31T24:30", "instant_exists", []), ("2021-02-30T10:00", "instant_exists", []),
    ])
    func aTimeThatIsNoneOrTwoIsRefusedWithBothNamed(text: String, rule: String, named: [String]) async throws {
        try await TestDatabase.undone { tx in
            do {
                let day = try tx.attempt { try $0.day(.instant(Instant(rawValue: text))) }
                Issue.record("\(text) is \(day)")
            } catch let refusal as Refusal {
                #expect(refusal.rule == rule)
                for name in named {
                    #expect(refusal.sentence.french.contains(name) && refusal.sentence.english.contains(name))
                }
            }
        }
    }
}
