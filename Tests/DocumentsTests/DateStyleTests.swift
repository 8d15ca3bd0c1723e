import Testing

@testable import Documents

@Suite struct DateStyleTests {
    let french = DateStyle.french
    let english = DateStyle.english

    @Test func daysAreWrittenAsPeopleDo() {
        #expect(french.long(year: 2021, month: 9, day: 13) == "13 septembre 2021")
        #expect(french.long(year: 2021, month: 10, day: 1) == "1er octobre 2021")
        #expect(french.short(year: 2021, month: 9, day: 3) == "03/09/2021")
        #expect(french.weekday(year: 2021, month: 9, day: 13) == "lun. 13 sept.")
        #expect(english.long(year: 2021, month: 10, day: 1) == "1 October 2021")
        #expect(english.weekday(year: 2021, month: 10, day: 31) == "Sun 31 Oct")
    }

    @Test func weekdaysFollowOneAnother() {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var expected = DateStyle.weekday(year: 1900, month: 1, day: 1)
        #expect(expected == 0)
        for year in 1900...2100 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            for month in 1...12 {
                for day in 1...(lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)) {
                    #expect(DateStyle.weekday(year: year, month: month, day: day) == expected)
                    expected = (expected + 1) % 7
                }
            }
        }
    }

    @Test func aMonthOutOfTheYearIsItsNumber() {
        #expect(french.month(13) == "13")
        #expect(french.weekday(year: 2021, month: 0, day: 1).hasSuffix("0"))
    }

    @Test func durationsAreInHoursAndMinutes() {
        #expect(french.duration(minutes: 180) == "3\u{A0}h")
        #expect(french.duration(minutes: 210) == "3\u{A0}h\u{A0}30")
        #expect(french.duration(minutes: 65) == "1\u{A0}h\u{A0}05")
        #expect(french.duration(minutes: 45) == "45\u{A0}min")
        #expect(french.duration(minutes: 0) == "0\u{A0}min")
        #expect(english.duration(minutes: 210) == "3\u{A0}h\u{A0}30\u{A0}min")
    }

    @Test func timesOfDayAreWrittenAsPeopleDo() {
        #expect(french.time(hour: 9, minute: 0) == "9\u{A0}h")
        #expect(french.time(hour: 14, minute: 5) == "14\u{A0}h\u{A0}05")
        #expect(english.time(hour: 14, minute: 5) == "14:05")
    }
}
