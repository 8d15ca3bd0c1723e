import Postgres
import Testing

@testable import Training

/// Hours for the annual training report: attended ones, by year and category, over all cohorts.
struct TraineeHoursTests {
    @Test func hoursAreAddedOverCohortsByYearAndCategory() async throws {
        try await AttendanceTests.scheduled { tx, programme in
            try tx.enrol([Example.person("m1", category: "musee")], in: programme)
            _ = try tx.schedule(
                Lines([Transaction.session("s4", on: "2022-01-10", from: 9, to: 12)]), in: "pilote", of: programme)
            try tx.call(.init(session: "s1", status: .present), in: programme)
            try tx.call(
                .init(
                    session: "s4", status: .present, mode: .remote,
                    exceptions: [.init("p2@example.org", .late, minutes: 45), .init("m1@example.org", .absent)]),
                in: programme)
            try tx.openCohort("suite", in: programme)
            _ = try tx.enrol(
                Lines([Example.person("p1", on: "2021-07-01")]), in: "suite", of: programme, on: "2021-07-01")
            _ = try tx.schedule(
                Lines([Transaction.session("s1", on: "2021-11-02", from: 9, to: 10)]), in: "suite", of: programme)
            _ = try tx.call(.init(session: "s1", status: .present), in: "suite", of: programme, on: "2022-01-31")
            let hours = try tx.hours(of: programme).map {
                "\($0.year) \($0.category.rawValue) \($0.trainees) \($0.halfDays) \($0.minutes) \($0.hours) \($0.remoteHours)"
            }
            #expect(
                hours == [
                    "2021 gite_meuble 2 3 420 7.0 0.0", "2021 musee 1 1 180 3.0 0.0",
                    "2022 gite_meuble 2 2 225 3.75 3.75",
                ])
            #expect(try tx.hours(of: programme, in: 2022).map(\.year) == [2022])
            #expect(try tx.hours(of: programme, in: 2023).isEmpty)
            #expect(try tx.hours(of: programme).first?.category.label.french == "Gîte ou meublé")
        }
    }

    @Test func theSumIsThatOfTheMarks() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.tellStory(in: programme)
            let marks = try tx.attendance(in: tx.cohort(in: programme)).map { Int($0.minutes) }.reduce(0, +)
            #expect(try tx.hours(of: programme).map(\.minutes).reduce(0, +) == marks)
        }
    }
}
