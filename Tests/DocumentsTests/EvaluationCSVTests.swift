import Statistics
import Testing

@testable import Documents
@testable import Training

@Suite struct EvaluationCSVTests {
    /// Lines and cells of a file none of whose cells holds a line end or a quote.
    private func table(_ csv: [UInt8]) -> [[String]] {
        String(decoding: csv, as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test(arguments: 0..<Example.gallery.count) func everyFigureIsReadBackToTwelveDigits(index: Int) {
        let evaluation = Example.gallery[index].evaluation
        let lines = table(evaluation.figuresCSV())
        #expect(lines[0] == ["scope", "code", "figure", "value", "lower", "upper", "why"])
        let entries = evaluation.figures.overall.entries
        for (line, entry) in zip(lines.dropFirst(), entries) {
            #expect(line.prefix(3) == ["overall", "", entry.name])
            switch entry.value {
            case .integer(let number): #expect(line[3...] == [String(number), "", "", ""])
            case .number(let number): #expect(Double(line[3]) == significant(number))
            case .interval(let interval):
                #expect(Double(line[4]) == significant(interval.lower))
                #expect(Double(line[5]) == significant(interval.upper))
            case .text(let text): #expect(line[3] == text)
            case .unavailable(let reason): #expect(line[3...] == ["", "", "", reason.rawValue])
            }
        }
    }

    @Test func everyScopeHasEveryFigure() {
        let evaluation = Example().evaluation
        let lines = table(evaluation.figuresCSV()).dropFirst()
        let count = evaluation.figures.overall.entries.count
        let scopes = Dictionary(grouping: lines) { $0[0] }.mapValues(\.count)
        let items = evaluation.secondary.reliability.map(\.items.count).reduce(0, +)
        #expect(
            scopes == [
                "overall": count, "area": 5 * count, "competence": 10 * (count + 1) + 1, "office": 5 * count,
                "category": 4 * count, "attrition": 7, "dose": 4, "bootstrap": 4, "reliability": 2 * 4 + items,
                "response_shift": 1, "satisfaction": 1, "mystery_mail": 1, "diagnostic": 1, "network": 1, "skills": 1,
                "support": 1,
            ])
        #expect(lines.allSatisfy { $0.count == 7 })
    }

    /// Whoever meets a name in the file can ask what it is.
    @Test func everyNameOfTheFileIsExplained() {
        var example = Example()
        example.looksBack = true
        for line in table(example.evaluation.figuresCSV()).dropFirst() where !line[2].isEmpty {
            #expect(!FigureDefinition.meant(by: line[2]).isEmpty, "\(line[2])")
        }
    }

    @Test func aCompetenceOutsideTheFamilySaysWhy() {
        let lines = table(Example().evaluation.figuresCSV())
        #expect(lines.contains(["competence", "3.3", "holm_p", "", "", "", "no_pairs"]))
    }

    @Test func chartsHoldPseudonymsAndNoName() {
        let example = Example()
        for chart in example.evaluation.charts() {
            let words = String(decoding: chart.csv, as: UTF8.self)
            for person in example.names.values { #expect(!words.contains(person.name)) }
        }
    }

    @Test func thePairsOfTheChartAreThoseOfTheFigures() throws {
        let evaluation = Example().evaluation
        let lines = table(try #require(evaluation.charts().first { $0.name == "chart-pairs.csv" }).csv).dropFirst()
        #expect(lines.count == evaluation.figures.overall.n)
        let mean = lines.compactMap { Double($0[3]) }.reduce(0, +) / Double(lines.count)
        #expect(abs(mean - (evaluation.figures.overall.meanChange.value ?? 0)) < 1e-9)
    }

    @Test func attendanceHasALineAPersonAndSession() throws {
        let example = Example()
        let chart = try #require(example.evaluation.charts().first { $0.name == "chart-attendance.csv" })
        #expect(table(chart.csv).count == 1 + example.count * example.sessions)
        #expect(table(chart.csv).contains { $0[4] == "not_expected" && $0[5].isEmpty })
    }

    @Test func theSameEvaluationGivesTheSameFiles() {
        let (one, other) = (Example().evaluation, Example().evaluation)
        #expect(one.figuresCSV() == other.figuresCSV())
        #expect(one.charts().map(\.csv) == other.charts().map(\.csv))
        #expect(Set(one.charts().map(\.name)).count == one.charts().count)
    }
}
