extension Ink {
    /// The attributes as they stand on a shape, made once each: a page has thousands of shapes.
    var written: String { Self.all[self] ?? Self.written(attributes) }

    private static let all: [Ink: String] = {
        let alone: [Ink] = [
            .rule, .guide, .zero, .head, .tick, .before, .meanHalo, .mean, .meanLabel, .meanLarge, .whisker, .diamond,
            .quiet, .loud, .kept, .lost, .day, .month, .monthLine, .base, .column, .full, .open, .tieKept, .tieGained,
            .tieLost, .bundle, .node, .nodeNumber,
        ]
        let trends = [Trend.improved, .unchanged, .declined].flatMap { [Ink.line($0), .end($0), .dot($0), .bar($0)] }
        let marks = PresenceMark.allCases.flatMap { [Ink.box($0), .sign($0)] }
        return Dictionary(uniqueKeysWithValues: (alone + trends + marks).map { ($0, written($0.attributes)) })
    }()

    private static func written(_ attributes: [(name: String, value: String)]) -> String {
        attributes.reduce(into: "") { source, attribute in source.write(attribute.name, attribute.value) }
    }
}
