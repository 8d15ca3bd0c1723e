import Mustache
import Testing

@testable import Documents
@testable import Training

/// What templates read: every struct of a page by its fields, without reflection at each word.
@Suite struct TemplateViewTests {
    private struct Sample: TemplateView {
        static let fields = TemplateFields(of: Self.self)
        let count: Int
        let word: String
        let maybe: String?
        let none: Markup?
        let list: [Int]
        let isTrue: Bool
    }

    @Test func eachPropertyIsReadByItsName() {
        let sample = Sample(count: 3, word: "Été", maybe: "là", none: nil, list: [1, 2], isTrue: true)
        #expect(sample.child(named: "count") as? Int == 3 && sample.child(named: "word") as? String == "Été")
        #expect(sample.child(named: "maybe") as? String == "là" && sample.child(named: "none") == nil)
        #expect(sample.child(named: "list") as? [Int] == [1, 2] && sample.child(named: "isTrue") as? Bool == true)
        #expect(sample.child(named: "nothing") == nil)
    }

    /// A struct that is not listed would be read by reflection, at many times the cost.
    @Test(arguments: 0..<Example.gallery.count) func nothingOfAPageIsReadByReflection(index: Int) {
        let example = Example.gallery[index]
        let cast = Cast(names: example.names, say: .french)
        var strangers: Set<String> = []
        func look(_ value: Any, _ depth: Int) {
            let mirror = Mirror(reflecting: value)
            if mirror.displayStyle == .struct, !(value is any TemplateView), !(value is Markup) {
                let name = String(reflecting: type(of: value))
                if name.hasPrefix("Documents.") { strangers.insert(name) }
            }
            guard depth < 12, !(value is String) else { return }
            for child in mirror.children { look(child.value, depth + 1) }
        }
        look(EvaluationView(Edition(example.evaluation), cast, supersedes: nil), 0)
        look(EvaluationView(example.edition(for: .shared), cast, supersedes: nil), 0)
        #expect(strangers == [])
    }
}
