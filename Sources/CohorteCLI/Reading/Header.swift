import Training

/// The first line of a file: which column each cell below it is. One object, since every row holds it.
final class Header: Equatable, Sendable {
    /// The English name of a known column, the title as written of another, nothing of a nameless one.
    let names: [String]
    /// The titles as written.
    let titles: [String]
    /// The lengths of the names, in bytes.
    private let lengths: [Int]

    /// The title under which the file has a column, or its name.
    func title(of name: String) -> String { place(of: name).map { titles[$0] } ?? name }

    /// Where a column stands, from 0; nil when the file has none of that name.
    func place(of name: String) -> Int? {
        // Lengths first: they are there, while to compare two words is a call.
        let length = name.utf8.count
        for place in lengths.indices where lengths[place] == length && names[place] == name { return place }
        return nil
    }

    static func == (one: Header, other: Header) -> Bool { one.names == other.names && one.titles == other.titles }

    init(titles: [String], in layout: Layout) {
        self.titles = titles
        names = titles.map { title in layout.columns.first { $0.goes(by: title) }?.name ?? title }
        lengths = names.map(\.utf8.count)
    }

    /// The titles of the columns that the layout does not know.
    func others(in layout: Layout) -> [String] {
        names.filter { name in !name.isEmpty && !layout.columns.contains { $0.name == name } }
    }

    /// Everything in which the header differs from the layout.
    func misreads(line: Int, in layout: Layout) -> [Misread] {
        duplicates(line: line) + unknown(line: line, in: layout) + missing(line: line, in: layout)
    }

    private func duplicates(line: Int) -> [Misread] {
        var seen: Set<String> = []
        return zip(names, titles).compactMap { name, title in
            guard !name.isEmpty, !seen.insert(Spelling.folded(name)).inserted else { return nil }
            return Misread(
                line: line, column: title,
                reason: Sentence("cette colonne est déjà là sous le même nom", "this column is there twice"))
        }
    }

    private func unknown(line: Int, in layout: Layout) -> [Misread] {
        guard !layout.allowsOthers else { return [] }
        return others(in: layout).map { title in
            if title.unicodeScalars.contains("\t") {
                return Misread(
                    line: line, column: nil,
                    reason: Sentence(
                        "les colonnes sont séparées par des tabulations : enregistrez le fichier avec « ; » ou « , »",
                        "columns are separated by tabs: save the file with ; or ,"))
            }
            let meant = Spelling.nearest(title, in: layout.allNames)
            return Misread(
                line: line, column: title,
                reason: Sentence(
                    "colonne inconnue" + (meant.map { " ; vouliez-vous dire « \($0) » ?" } ?? "")
                        + " (colonnes connues : \(layout.frenchNames))",
                    "unknown column" + (meant.map { "; did you mean \"\($0)\"?" } ?? "")
                        + " (known columns: \(layout.englishNames))"))
        }
    }

    private func missing(line: Int, in layout: Layout) -> [Misread] {
        layout.columns.filter { $0.isRequired && !names.contains($0.name) }.map { column in
            let likely = others(in: layout).first { Spelling.nearest($0, in: [column.name] + column.aliases) != nil }
            return Misread(
                line: line, column: column.aliases.first ?? column.name,
                reason: Sentence(
                    "colonne obligatoire absente" + (likely.map { " ; est-ce « \($0) » ?" } ?? ""),
                    "required column \"\(column.name)\" is missing" + (likely.map { "; is it \"\($0)\"?" } ?? "")))
        }
    }
}
