/// One line of a file, cut into the cells of its columns.
struct Row: Equatable, Sendable {
    /// The line of the file on which the record starts, from 1.
    let line: Int
    /// The texts in the order of the file's header.
    let cells: [String]
    let header: Header

    /// The text in a column by its English name (another column by its title), empty when absent.
    subscript(name: String) -> String { header.place(of: name).map { cells[$0] } ?? "" }

    /// The cell in a column, which knows where it stands and can be read as a value.
    func cell(_ name: String) -> Cell {
        guard let place = header.place(of: name) else { return Cell(text: "", line: line, column: name) }
        return Cell(text: cells[place], line: line, column: header.titles[place])
    }
}
