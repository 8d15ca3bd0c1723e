import Training

/// What the categories of providers are called: the words of the reference data that come with the product.
enum CategoryLabel {
    /// The words of a category's code; nil of an unknown one.
    static func of(_ code: String) -> Sentence? { all[code] }

    private static let all: [String: Sentence] = {
        let lines = try? Lines.reference("seed/reference/categories.csv", .categories) { row throws(Misread) in
            (code: row["code"], label: Sentence(row["label_fr"], row["label_en"]))
        }
        return Dictionary(lines?.read.map(\.request).map { ($0.code, $0.label) } ?? [], uniquingKeysWith: { $1 })
    }()
}
