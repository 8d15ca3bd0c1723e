import Testing
import Training

@testable import CohorteCLI

private func cell(_ text: String) -> Cell { Cell(text: text, line: 7, column: "colonne") }

private func refusal<Value>(_ read: () throws(Misread) -> Value) -> Misread? {
    do {
        _ = try read()
        return nil
    } catch { return error }
}

@Suite struct CellTests {
    @Test(arguments: ["2021-09-13", "13/09/2021"])
    func daysAreReadInBothOrders(text: String) throws {
        #expect(try cell(text).day() == (2021, 9, 13))
    }

    @Test(arguments: ["29/02/2021", "2021-02-29", "31/04/2021", "00/01/2021", "2021-13-01", "09/13/2021", "29/02/1900"])
    func daysThatDoNotExistAreRefusedAsSuch(text: String) {
        #expect(refusal { () throws(Misread) in try cell(text).day() }?.reason.french.contains("n’existe pas") == true)
    }

    @Test(arguments: [
        "13/9/2021", "13/09/21", "2021/09/13", "13-09-2021", "٠١/٠٢/٢٠٢١", "44452", "2021-09-13T00", "2021-9-013",
    ])
    func whatIsNotADayIsRefusedWithTheFormsExpected(text: String) {
        #expect(refusal { () throws(Misread) in try cell(text).day() }?.reason.french.contains("jj/mm/aaaa") == true)
    }

    @Test(arguments: [
        ("0.30000000000000004", 0.1 + 0.2), ("1e-05", 1e-5), ("5e-324", Double.leastNonzeroMagnitude),
        ("1,7976931348623157E+308", 1.7976931348623157e308),
        ("-2.5e3", -2500), ("\u{2212}0,5", -0.5), ("12", 12), ("100000000000000000000", 1e20),
    ])
    func numbersThatProgramsWriteAreReadAsWritten(text: String, number: Double) throws {
        #expect(try cell(text).scientific() == number)
    }

    @Test(arguments: ["1e", "e5", "1e5.5", "1e400", "nan", "inf", "0x10", "1e-", "1 000", "1e+-5", ".5", "5."])
    func whatIsNoNumberForProgramsEitherIsRefused(text: String) {
        #expect(refusal { () throws(Misread) in try cell(text).scientific() } != nil)
    }

    @Test func yearsAreOfOurTimes() {
        #expect(refusal { () throws(Misread) in try cell("31/12/1899").day() } != nil)
        #expect(refusal { () throws(Misread) in try cell("01/01/2101").day() } != nil)
        #expect(refusal { () throws(Misread) in try cell("29/02/2000").day() } == nil)
    }

    @Test(arguments: ["09:30", "9:30", "9h30", "09H30", "9 h 30", "9\u{A0}h\u{A0}30", "09:30:00"])
    func timesOfDayAreReadAsPeopleWriteThem(text: String) throws {
        #expect(try cell(text).time() == (9, 30))
    }

    @Test(arguments: ["24:00", "9:60", "930", "9:3", "9.30", "h30", ":30", "9:30:15", "9h30:00", "-9:30", "9:", "99h"])
    func otherTimesAreRefused(text: String) {
        #expect(refusal { () throws(Misread) in try cell(text).time() } != nil)
    }

    @Test func anHourAloneIsATime() throws {
        #expect(try cell("14h").time() == (14, 0))
    }

    @Test(arguments: [
        ("12,5", 12.5), ("12.5", 12.5), ("-3", -3), ("\u{2212}0,1", -0.1), ("+7", 7), ("0", 0), ("007", 7),
        ("123456789012345", 123_456_789_012_345), ("-0", 0),
    ])
    func decimalsHavePointOrComma(text: String, expected: Double) throws {
        #expect(try cell(text).decimal() == expected)
    }

    @Test(arguments: [
        "1e5", "1 000", "1.000,5", "1,2,3", ",5", "5,", "nan", "inf", "0x10", "--1", "1234567890123456", "١", "", "+",
        "12 %",
    ])
    func otherDecimalsAreRefused(text: String) {
        #expect(refusal { () throws(Misread) in try cell(text).decimal() } != nil)
    }

    @Test func wholeNumbersStayInTheirBounds() throws {
        #expect(try cell("180").integer(in: 0...240) == 180)
        #expect(
            refusal { () throws(Misread) in try cell("241").integer(in: 0...240) }?.reason.english.contains("0 and 240")
                == true)
        #expect(refusal { () throws(Misread) in try cell("99999999999999999999").integer() } != nil)
        #expect(refusal { () throws(Misread) in try cell("3.0").integer() } != nil)
    }

    @Test(arguments: [
        "a@b.fr", "Zoé.Martin+x@exemple.co.uk", "o'neil@exemple.fr", "a@été.fr", "a@例え.jp", "x_y-z@a-b.fr",
        "a@xn--abc.fr",
    ])
    func addressesOfPeopleAreRead(text: String) throws {
        #expect(try cell(text).email() == text)
    }

    @Test(arguments: [
        "a", "a@b", "a@@b.fr", "a@b@c.fr", "@b.fr", "a@", "a@.fr", "a@b.", "a@b..fr", "a b@c.fr", "a@b .fr", "a@-b.fr",
        "a@b-.fr",
        ".a@b.fr", "a.@b.fr", "a..b@c.fr", "Zoé <a@b.fr>", "a@b.fr,c@d.fr", "a@b.fr;c@d.fr", "a\u{200B}@b.fr",
        "a\u{202E}@b.fr",
        "a\u{7}@b.fr", "mailto:a@b.fr", "a@b_c.fr", "a@b!.fr",
    ])
    func brokenAddressesAreRefusedWithTheirFault(text: String) {
        let misread = refusal { () throws(Misread) in try cell(text).email() }
        #expect(misread?.reason.french.contains(" : ") == true)
        #expect(misread?.column == "colonne" && misread?.line == 7)
    }

    @Test func addressesHaveAtMost254Bytes() {
        let long = String(repeating: "a.", count: 125) + "fr"
        #expect(refusal { () throws(Misread) in try cell("a@" + long).email() } == nil)
        #expect(refusal { () throws(Misread) in try cell("aaa@" + long).email() } != nil)
    }

    @Test(arguments: [
        ("06 12 34 56 78", "0612345678"), ("+33 6.12.34.56.78", "+33612345678"), ("06\u{A0}12\u{202F}34", "061234"),
    ])
    func phoneNumbersLoseTheirSpaces(text: String, expected: String) throws {
        #expect(try cell(text).phone() == expected)
    }

    @Test(arguments: [
        "12345", "123456789012345678901", "06+12345678", "0612345678 (bureau)", "3,36E+10", "٠٦١٢٣٤٥٦٧٨", "+",
    ])
    func otherPhoneNumbersAreRefused(text: String) {
        #expect(refusal { () throws(Misread) in try cell(text).phone() } != nil)
    }

    @Test func yesAndNoAreReadInBothLanguages() throws {
        for yes in ["oui", "OUI", "vrai", "Yes", "true", "1"] { #expect(try cell(yes).boolean()) }
        for no in ["non", "Faux", "no", "FALSE", "0"] { #expect(try !cell(no).boolean()) }
        #expect(refusal { () throws(Misread) in try cell("peut-être").boolean() } != nil)
    }

    @Test func codesHaveOtherNamesAndSuggestions() throws {
        let choices = [Choice("late", "retard"), Choice("left_early", "parti_tôt"), Choice("present", "présent")]
        #expect(try cell("Retard").code(choices) == "late")
        #expect(try cell("parti tot").code(choices) == "left_early")
        #expect(try cell("PRÉSENT").code(choices) == "present")
        #expect(
            refusal { () throws(Misread) in try cell("retrad").code(choices) }?.reason.french.contains("« retard »")
                == true)
        let far = refusal { () throws(Misread) in try cell("zzz").code(choices) }
        #expect(far?.reason.french.hasSuffix("(retard, parti_tôt, présent)") == true)
        #expect(far?.reason.english.hasSuffix("(late, left_early, present)") == true)
    }

    @Test func anEmptyCellHasNoValueAndIsRefusedWhereOneIsNeeded() throws {
        #expect(try cell("").filled?.day() == nil)
        #expect(refusal { () throws(Misread) in try cell("").day() }?.reason.french == "cellule vide")
        #expect(refusal { () throws(Misread) in try cell("").boolean() }?.reason.french == "cellule vide")
    }

    @Test func noTextCrashesAnyReader() {
        let scalars: [Unicode.Scalar] = [
            "0", "1", "9", "/", "-", ":", "h", ".", ",", "@", "+", "é", "\u{301}", "🏔", "e", " ", "\u{2212}",
        ]
        for _ in 0..<20_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12) { text.append(scalars.randomElement() ?? "0") }
            let cell = cell(String(text))
            if let day = try? cell.day() { #expect(1...31 ~= day.day && 1900...2100 ~= day.year) }
            if let time = try? cell.time() { #expect(0..<24 ~= time.hour && 0..<60 ~= time.minute) }
            if let number = try? cell.decimal() { #expect(number.isFinite) }
            if let phone = try? cell.phone() { #expect(6...21 ~= phone.utf8.count) }
            if let email = try? cell.email() { #expect(email.utf8.count { $0 == 0x40 } == 1) }
            _ = try? cell.integer()
        }
    }
}
