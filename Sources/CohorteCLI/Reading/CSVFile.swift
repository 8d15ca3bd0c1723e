import Training

/// A CSV file from outside (RFC 4180, strictly), read line by line without being held in memory.
///
/// Each step gives a row or a refusal with its place. A line with too many or too few cells leaves the others; broken
/// quotes and NUL bytes, after which lines cannot be told apart, and a header that does not fit end the reading.
///
///     var file = try CSVFile(path: "enrolments.csv", layout: layout)
///     for line in file { … }
struct CSVFile: Sequence, IteratorProtocol, Sendable {
    /// What the person should know although the file was read, such as its encoding.
    let notices: [Sentence]
    /// The titles of columns that the layout does not name, in their order.
    let others: [String]
    let header: Header
    private var refusals: [Misread]
    private var reader: RecordReader
    private var isOver: Bool

    /// Opens a file, or standard input for `-`, and reads its header.
    init(path: String, layout: Layout) throws(UnreadableFile) {
        let opening = try CSVOpening(ByteSource(path: path))
        notices = opening.notices
        reader = RecordReader(opening.source, from: opening.place, encoding: opening.encoding)
        let titles: [String]
        switch reader.next() {
        case .record(let line):
            titles = (0..<reader.count).map { [reader] in reader.text($0) ?? "" }
            header = Header(titles: titles, in: layout)
            refusals = header.misreads(line: line, in: layout)
        case .broken(let fault, let line, let cell):
            header = Header(titles: [], in: layout)
            refusals = [fault.misread(line: line, column: nil, cell: cell)]
        case .end:
            throw .empty
        }
        others = header.others(in: layout)
        isOver = !refusals.isEmpty
        refusals.reverse()
    }

    /// How many bytes were read, of how many.
    var offset: Int { reader.place }
    var length: Int { reader.length }

    /// The next row, or the next refusal.
    mutating func next() -> Result<Row, Misread>? {
        if let refusal = refusals.popLast() { return .failure(refusal) }
        while !isOver {
            switch reader.next() {
            case .record(let line):
                if let result = row(line: line) { return result }
            case .broken(let fault, let line, let cell):
                isOver = true
                return .failure(fault.misread(line: line, column: title(cell), cell: cell))
            case .end: isOver = true
            }
        }
        return nil
    }

    private mutating func row(line: Int) -> Result<Row, Misread>? {
        var (cells, isBlank) = ([String](), !reader.hasQuotes)
        cells.reserveCapacity(reader.count)
        for index in 0..<reader.count {
            guard let text = reader.text(index) else {
                isOver = true
                return .failure(RecordFault.changedMeanwhile.misread(line: line, column: nil, cell: index))
            }
            if !text.isEmpty { isBlank = false }
            cells.append(text)
        }
        if isBlank { return nil }
        if let misread = misfit(cells, line: line) { return .failure(misread) }
        return .success(Row(line: line, cells: cells, header: header))
    }

    private func misfit(_ cells: [String], line: Int) -> Misread? {
        let expected = header.names.count
        guard cells.count == expected else {
            return Misread(line: line, column: nil, reason: .cellCount(cells.count, expected: expected))
        }
        guard let index = header.names.indices.first(where: { header.names[$0].isEmpty && !cells[$0].isEmpty }) else {
            return nil
        }
        return Misread(
            line: line, column: nil,
            reason: Sentence(
                "la cellule \(index + 1) est remplie, mais sa colonne n’a pas de titre",
                "cell \(index + 1) is filled, but its column has no title"))
    }

    private func title(_ cell: Int) -> String? {
        header.titles.indices.contains(cell) && !header.titles[cell].isEmpty ? header.titles[cell] : nil
    }
}

extension Sentence {
    fileprivate static func cellCount(_ count: Int, expected: Int) -> Sentence {
        let french = "\(count) cellule\(count > 1 ? "s" : "") pour \(expected) colonne\(expected > 1 ? "s" : "")"
        let english = "\(count) cell\(count > 1 ? "s" : "") for \(expected) column\(expected > 1 ? "s" : "")"
        guard count > expected else { return Sentence(french, english) }
        return Sentence(
            french + " ; un texte qui contient le séparateur se met entre guillemets \"…\"",
            english + "; a text that contains the separator goes in quotes")
    }
}
