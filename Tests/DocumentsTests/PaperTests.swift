import Testing

@testable import Documents
@testable import Training

/// Sheets and certificates: what people are called never becomes markup, and everything is said in good French.
@Suite struct PaperTests {
    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func names(_ reading: PageReading) -> [Substring] { reading.tags.map { $0.prefix { $0 != " " } } }

    @Test(arguments: EvaluationPageTests.hostile) func aNameOnASheetNeverBecomesMarkup(text: String) {
        let plain = PageReading(SheetPage(ExamplePaper.sheet([ExamplePaper.person("Nom")], theme: "Nom")).html())
        let bytes = SheetPage(ExamplePaper.sheet([ExamplePaper.person(text)], theme: text)).html()
        let reading = PageReading(bytes)
        #expect(Self.names(reading) == Self.names(plain))
        #expect(reading.unbalanced == nil)
        #expect(!Self.text(bytes).unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\0" })
    }

    @Test(arguments: EvaluationPageTests.hostile) func aNameOnACertificateNeverBecomesMarkup(text: String) {
        let plain = PageReading(CertificatePage(ExamplePaper.certificate()).html())
        let reading = PageReading(CertificatePage(ExamplePaper.certificate(name: text)).html())
        #expect(Self.names(reading) == Self.names(plain))
        #expect(reading.unbalanced == nil)
    }

    @Test func familyAndGivenNameKeepTheirOwnDirections() {
        let page = Self.text(SheetPage(ExamplePaper.sheet([ExamplePaper.person("בן-עמי")])).html())
        #expect(page.contains("<bdi>בן-עמי</bdi> <bdi>Camille</bdi>"))
    }

    /// Everybody has a line, in the order given, and three are left for whoever comes without being expected.
    @Test(arguments: [0, 1, 20, 40]) func everybodyHasALineAndThreeAreLeft(count: Int) {
        let people = (0..<count).map { ExamplePaper.person("Nom\($0)") }
        let page = Self.text(SheetPage(ExamplePaper.sheet(people)).html())
        #expect(page.matches(of: /<th scope="row">/).count == count)
        #expect(page.matches(of: /<tr><td class="rank">/).count == count + SheetView.blanks)
        #expect(page.contains("<td class=\"rank\">\(count + 3)</td>"))
        #expect(page.matches(of: /<td class="running" colspan="5">/).count == 1)
    }

    @Test func anAnnouncedAbsenceIsSaidAndNotWhy() {
        let people = [ExamplePaper.person("A", .excused), ExamplePaper.person("B", .exempt)]
        let page = Self.text(SheetPage(ExamplePaper.sheet(people)).html())
        #expect(page.contains("<td class=\"away\" colspan=\"2\">Absence excusée</td>"))
        #expect(page.contains("<td class=\"away\" colspan=\"2\">Dispense</td>"))
        #expect(!page.contains("genou"))
        for status in [Presence.present, .late, .leftEarly, .absent, .unmarked] {
            let marked = Self.text(SheetPage(ExamplePaper.sheet([ExamplePaper.person("A", status)])).html())
            #expect(marked == Self.text(SheetPage(ExamplePaper.sheet([ExamplePaper.person("A")])).html()))
        }
    }

    @Test func aSheetSaysWhatProofNeeds() {
        let words = PageReading(SheetPage(ExamplePaper.sheet([ExamplePaper.person("Nom")])).html()).words
        for needed in [
            "PETR imaginaire", "Formation «\u{A0}pilote\u{A0}»", "pilote-2021", "s03", "Se faire trouver",
            "lundi\u{A0}11\u{A0}octobre\u{A0}2021, matin", "de 9\u{A0}h à 12\u{A0}h\u{A0}30 (3\u{A0}h\u{A0}30)",
            "Salle des fêtes, Cordes-sur-Ciel", "Dominique Formateur-Fictif", "Signature", "Visa",
        ] { #expect(words.contains(needed), "\(needed)") }
    }

    @Test func aCertificateCountsWhatWasAttended() {
        let words = PageReading(CertificatePage(ExamplePaper.certificate(remote: 1)).html()).words
        for needed in [
            "Anne Exemple", "10\u{A0}h\u{A0}30, en 3\u{A0}demi-journées", "14\u{A0}h", "75,0\u{202F}%",
            "sur place, et 3\u{A0}h\u{A0}30 à distance", "du 10\u{A0}octobre\u{A0}2021 au 12\u{A0}octobre\u{A0}2021",
        ] { #expect(words.contains(needed), "\(needed)") }
        #expect(CertificatePage(ExamplePaper.certificate(name: "L’Œuvre d'Été")).fileName == "p03-l-oeuvre-d-ete-anne")
    }

    /// 1439 of 1800 minutes are not 80 %.
    @Test func anAssiduityIsNeverRoundedUp() {
        let words = PageReading(CertificatePage(ExamplePaper.certificate(attended: 1439, planned: 1800)).html()).words
        #expect(words.contains("79,9\u{202F}%"))
    }

    static let people = (0..<6).map { index in
        ExamplePaper.person("Nom\(index)", index == 2 ? .excused : index == 4 ? .exempt : .unmarked)
    }

    static let pages = [Language.french, .english].flatMap { language in
        [
            // What people wrote stays as they wrote it: a French theme would keep its spaces on an English sheet.
            SheetPage(ExamplePaper.sheet(people, theme: language == .french ? nil : "Theme"), in: language).html(),
            CertificatePage(ExamplePaper.certificate(remote: 2), in: language).html(),
        ]
    }

    @Test(arguments: 0..<4) func paperIsWellMadeSpotlessAndStandsAlone(index: Int) {
        let (page, reading) = (Self.text(Self.pages[index]), PageReading(Self.pages[index]))
        #expect(reading.unbalanced == nil)
        #expect(PageReading.blemishes(reading.words.split(separator: "\n").joined(separator: "\n")) == [])
        for forbidden in ["<script", "<link", "<img", "<iframe", "src=", "http://", "https://", "@import", "url("] {
            #expect(!page.contains(forbidden), "\(forbidden)")
        }
    }

    @Test(arguments: 0..<4) func paperCanBeReadAloud(index: Int) {
        let tags = PageReading(Self.pages[index]).tags
        #expect(tags.contains(index < 2 ? "html lang=\"fr\"" : "html lang=\"en\""))
        #expect(tags.count { $0 == "h1" } == 1 && tags.contains("main"))
        #expect(tags.filter { $0.hasPrefix("th ") || $0 == "th" }.allSatisfy { $0.contains("scope=") })
        #expect(tags.contains { $0.hasPrefix("div class=\"scroll\" role=\"region\" aria-label") })
    }

    /// What people wrote stays as they wrote it; everything else of an English paper is English.
    @Test(arguments: [0, 1, 3]) func nothingOfAnEnglishPaperIsFrench(remote: Int) {
        let said = [
            "PETR imaginaire", "Formation", "Se faire trouver", "Salle des fêtes", "Formateur-Fictif", "Gîte de",
            "Thème de", "Nom",
        ]
        let pages = [
            SheetPage(ExamplePaper.sheet(Self.people), in: .english).html(),
            CertificatePage(ExamplePaper.certificate(remote: remote), in: .english).html(),
        ]
        for line in pages.flatMap({ PageReading($0).words.split(separator: "\n") }) {
            let ours = said.reduce(String(line)) { $0.contains($1) ? "" : $0 }
            #expect(!ours.contains(/[éèêàâçôùûîœ«»\u{202F}]/), "\(ours)")
            #expect(!ours.contains(/\b(le|la|les|des|une|avant|sur|matin|demandés|en|Le)\b/), "\(ours)")
            #expect(!ours.contains(/\d,\d/) && !ours.contains(/\d[ \u{A0}]%/), "\(ours)")
        }
    }

    @Test func anEnglishPaperSaysTheSame() {
        let sheet = PageReading(SheetPage(ExamplePaper.sheet(Self.people), in: .english).html()).words
        for needed in [
            "Attendance sheet", "Monday\u{A0}11\u{A0}October\u{A0}2021, morning", "9:00 to 12:30",
            "3\u{A0}h\u{A0}30\u{A0}min", "Excused absence", "Exempt",
        ] { #expect(sheet.contains(needed), "\(needed)") }
        let certificate = PageReading(CertificatePage(ExamplePaper.certificate(remote: 1), in: .english).html()).words
        for needed in [
            "completed the training course", "3\u{A0}half-days", "75.0%",
            "on site, and 3\u{A0}h\u{A0}30\u{A0}min remotely",
            "from 10\u{A0}October\u{A0}2021 to 12\u{A0}October\u{A0}2021",
        ] { #expect(certificate.contains(needed), "\(needed)") }
    }

    @Test func theTemplatesAreEmbedded() {
        #expect(Language.allCases.allSatisfy { SheetPage.templates[$0] != nil && CertificatePage.templates[$0] != nil })
        #expect(PaperStyle.sheet("sheet").contains("@page") && PaperStyle.sheet("certificate").contains("@page"))
    }

    @Test(arguments: [
        ("Exemple-Un", "exemple-un"), ("N’Existe-Pas", "n-existe-pas"), ("Łukasz Straße", "lukasz-strasse"),
        ("../../etc/passwd", "etc-passwd"), ("A\u{301}e\u{301}", "ae"), ("李", ""), ("-", ""), ("\0a\n", "a"),
        (String(repeating: "x", count: 99), String(repeating: "x", count: 60)),
    ])
    func aFileNameIsPlainWhateverTheName(name: String, wanted: String) {
        #expect(FileName.ascii([name]) == wanted)
        #expect(FileName.ascii(["P01", name]) == (wanted.isEmpty ? "p01" : "p01-" + wanted))
    }
}
