import Statistics
import Testing

@Suite struct AttendanceFiguresTests {
    private func mark(_ planned: Int, _ attended: Int?, exempt: Bool = false) -> AttendanceFigures.Mark {
        .init(planned: planned, attended: attended, isExempt: exempt, isPresent: (attended ?? 0) > 0)
    }

    @Test func minutesAreTheTruth() {
        let figures = AttendanceFigures([mark(180, 180), mark(180, 150), mark(180, 0), mark(210, nil)])
        #expect(figures.plannedMinutes == 750 && figures.attendedMinutes == 330)
        #expect(isClose(figures.assiduity.value, 0.44))
        #expect(figures.traineeHours == 5.5 && figures.unmarked == 1 && figures.present == 2)
    }

    @Test func whoIsExemptIsLeftOutOfBoth() {
        let figures = AttendanceFigures([mark(180, 180), mark(180, nil, exempt: true), mark(180, 60, exempt: true)])
        #expect(figures == AttendanceFigures([mark(180, 180)]))
    }

    @Test func withNothingPlannedThereIsNoAssiduity() {
        #expect(AttendanceFigures([]).assiduity == .unavailable(.noSessions))
        #expect(AttendanceFigures([mark(180, 180, exempt: true)]).assiduity == .unavailable(.noSessions))
        #expect(AttendanceFigures([mark(0, 0)]).assiduity == .unavailable(.noSessions))
    }

    @Test func absurdMinutesNeitherTrapNorPassOne() {
        let absurd = [mark(.max, .max), mark(.max, .min), mark(-5, 9), mark(60, 90)]
        let figures = AttendanceFigures(absurd)
        #expect(figures.assiduity == .value(1))
        #expect(AttendanceFigures([mark(60, 90)]).attendedMinutes == 60)
    }
}
