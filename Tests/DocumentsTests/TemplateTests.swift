import Testing

@testable import Documents

/// What templates do with the values of a view.
@Suite struct TemplateTests {
    struct Inner: Sendable {
        let word: String
        let deeper: String?
    }

    struct Sample: Sendable {
        var count = 3
        var word = "Été & <b>"
        var maybe: String? = "là"
        var none: Markup?
        var blank = Markup(source: "")
        var drawing: Markup? = Markup(source: "<svg/>")
        var list = [1, 2]
        var empty: [String] = []
        var isTrue = true
        var isFalse: Bool? = false
        var inner: Inner? = Inner(word: "dedans", deeper: nil)
        var rows = [Inner(word: "a", deeper: "x"), Inner(word: "b", deeper: nil)]
        var deeper = "dehors"
    }

    private func written(_ template: String, _ sample: Sample = Sample()) -> String? {
        TemplateParser.pieces(of: template).map { pieces in
            // Unsafe because the writer reads properties where they lie.
            withUnsafePointer(to: sample) { place in
                var writer = TemplateWriter(UnsafeRawPointer(place), .of(Sample.self))
                writer.write(pieces)
                return String(decoding: writer.bytes, as: UTF8.self)
            }
        }
    }

    @Test func aNameStandsForItsValueEscapedUnlessItIsMarkupToBe() {
        #expect(written("{{count}} {{word}} {{{word}}}") == "3 Été &amp; &lt;b&gt; Été & <b>")
        #expect(written("{{drawing}}{{{drawing}}}") == "&lt;svg/&gt;<svg/>")
        #expect(written("{{maybe}}{{none}}{{nothing}}{{inner.word}}{{inner.deeper}}") == "làdedans")
    }

    @Test func aSectionIsWrittenForWhatIsThereOnceForEachOfAList() {
        #expect(written("{{#list}}{{.}},{{/list}}{{#empty}}no{{/empty}}") == "1,2,")
        #expect(written("{{#isTrue}}yes{{/isTrue}}{{#isFalse}}no{{/isFalse}}{{#none}}no{{/none}}") == "yes")
        #expect(written("{{#maybe}}<{{.}}>{{/maybe}}{{#blank}}no{{/blank}}") == "<là>")
    }

    @Test func anInvertedSectionIsWrittenExactlyWhereTheSectionIsNot() {
        for name in [
            "list", "empty", "isTrue", "isFalse", "none", "maybe", "blank", "drawing", "inner", "rows", "nothing",
        ] {
            let section = written("{{#\(name)}}x{{/\(name)}}") ?? ""
            #expect(section.isEmpty == (written("{{^\(name)}}y{{/\(name)}}") == "y"), "\(name)")
        }
    }

    /// A name is looked up from the inside outwards, and what is absent inside is found outside.
    @Test func theInnermostThatHasAValueGivesIt() {
        #expect(written("{{#rows}}{{word}}{{deeper}}{{count}} {{/rows}}") == "ax3 bdehors3 ")
        #expect(written("{{#inner}}{{word}} {{inner.word}}{{/inner}}") == "dedans dedans")
    }

    @Test func aLineOfNothingButATagLeavesNoLine() {
        #expect(written("a\n  {{#list}}  \n- {{.}}\n{{/list}}\nb\n") == "a\n- 1\n- 2\nb\n")
        #expect(written("a {{#list}}\n{{.}} {{/list}}\n") == "a \n1 \n2 \n")
        #expect(written("{{count}}\n{{^empty}}{{/empty}}\n") == "3\n\n")
        #expect(written("{{#isTrue}}\nx{{/isTrue}}") == "x")
    }

    @Test(arguments: ["{{", "{{a", "{{#a}}", "{{/a}}", "{{#a}}{{/b}}", "{{}}", "{{{a}}", "{{#a}}{{#b}}{{/a}}{{/b}}"])
    func aBrokenTemplateIsNone(_ template: String) {
        #expect(written(template) == nil)
    }
}
