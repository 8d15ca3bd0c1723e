import FoundationEssentials
import Testing
import Training

/// Texts in JSON, as other programs read them and as people see them.
struct JSONTextTests {
    private func written(_ text: String, under name: String = "a") -> String {
        var json = JSONWriter()
        json.object { $0.field(name, text) }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// Texts of any length, so that every place in a group of eight bytes is met.
    @Test func whateverIsWrittenReadsBackEqual() throws {
        let odd: [Unicode.Scalar] = [
            "\"", "\\", "\n", "\r", "\t", "\0", "\u{1F}", " ", "!", "#", "[", "]", "~", "\u{7F}", "\u{80}", "é", "ÿ",
            "’", "\u{2028}",
            "\u{202E}", "\u{2066}", "\u{61C}", "\u{600}", "Ω", "😀", "\u{FFFD}", "\u{10FFFF}",
        ]
        for round in 0..<4_000 {
            var scalars = String.UnicodeScalarView(repeatElement("a", count: Int.random(in: 0...17)))
            for _ in 0..<round % 4 {
                let at = scalars.indices.randomElement() ?? scalars.startIndex
                scalars.insert(odd.randomElement() ?? "b", at: at)
            }
            let text = String(scalars)
            let read = try JSONDecoder().decode([String: String].self, from: Data(written(text).utf8))
            #expect(read["a"].map { Array($0.utf8) } == Array(text.utf8))
            let name = try JSONDecoder().decode([String: String].self, from: Data(written("x", under: text).utf8))
            #expect(name.first.map { Array($0.key.utf8) } == Array(text.utf8))
        }
    }

    @Test func nothingInItTurnsTheDirectionOfWritingOrEndsALine() {
        let values = [0...0x1F, 0x7F...0x7F, 0x61C...0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069]
        for value in values.joined() {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            let text = written("Zoé" + String(Character(scalar)) + "l’amie")
            #expect(!text.unicodeScalars.contains(scalar), "\(value)")
        }
        #expect(written("Zoé l’amie سلام") == #"{"a":"Zoé l’amie سلام"}"#)
    }

    @Test func membersOfTextAreSeparatedLikeOthers() {
        var json = JSONWriter()
        json.object { object in
            object.field("a", "x")
            object.field("b", 1)
            object.field("c", "\"")
            object.field("d", "y")
            object.field("e", nil as String?)
            object.field("f", "")
        }
        #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":"x","b":1,"c":"\"","d":"y","e":null,"f":""}"#)
    }
}
