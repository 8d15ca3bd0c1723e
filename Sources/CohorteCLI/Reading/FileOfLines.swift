import Training

/// A file whose lines are requests or refusals, read as often as asked without being held in memory; and what the person
/// should know of the file.
struct FileOfLines<Request: Sendable>: LineSource {
    let path: String
    let notices: [Sentence]
    /// The columns that the layout does not name.
    let others: [String]
    private let file: CSVFile
    private let request: @Sendable (Row) throws(Misread) -> Request
    private let progress: ImportProgress?

    init(
        _ path: String, _ layout: Layout, progress: ImportProgress? = nil,
        _ request: @escaping @Sendable (Row) throws(Misread) -> Request
    ) throws {
        (self.path, self.request, self.progress) = (path, request, progress)
        do {
            file = try CSVFile(path: path, layout: layout)
            (notices, others) = (file.notices, file.others)
        } catch {
            throw FileUnreadable(path: path, reason: error.reason)
        }
    }

    func each(_ body: (Line<Request>) throws -> Void) throws {
        var (file, count) = (file, 0)
        while let line = file.next() {
            count += 1
            if count % 256 == 0 { progress?.read(file.offset, of: file.length) }
            switch line {
            case .failure(let misread): try body(.misread(misread))
            case .success(let row):
                let request: Request
                do { request = try self.request(row) } catch {
                    try body(.misread(error))
                    continue
                }
                try body(.read(row.line, request))
            }
        }
    }

    /// All of a file's lines at once, for those that are few by nature.
    func all() throws -> Lines<Request> {
        var lines = Lines<Request>()
        try each { line in
            switch line {
            case .misread(let misread): lines.misread.append(misread)
            case .read(let line, let request): lines.read.append((line, request))
            }
        }
        return lines
    }

    /// Runs the import of the file, and says of refused lines in which file, and under which title, they are.
    func imported<Value>(_ body: (Self) async throws -> Value) async throws -> Value {
        defer { progress?.finish() }
        do { return try await body(self) } catch let refused as LinesRefused {
            throw FileRefused(path: path, header: file.header, lines: refused.lines)
        }
    }

    /// Refuses a file in which a line could not be read.
    func refuse(_ misread: [Misread]) throws {
        guard let refused = try LinesRefused(misread) else { return }
        throw FileRefused(path: path, header: file.header, lines: refused.lines)
    }
}

/// Lines of a file were refused, and nothing was written.
struct FileRefused: Error {
    let path: String
    let header: Header
    let lines: Spool<Misread>

    /// Hands over a sentence for each bad line as the file titles its columns, and one for all of them.
    func each(_ body: (Sentence) throws -> Void) throws {
        let name = path == "-" ? "stdin" : path
        try lines.each { line in
            let titled = Misread(line: line.line, column: line.column.map(header.title), reason: line.reason)
            try body(titled.sentence(in: name))
        }
        let count = lines.count
        try body(
            Sentence(
                "\(count) erreur\(count > 1 ? "s" : "") dans \(name) : rien n’a été écrit.",
                "\(count) error\(count > 1 ? "s" : "") in \(name): nothing was written."))
    }
}

/// A file that cannot be read at all.
struct FileUnreadable: Error {
    let path: String
    let reason: Sentence

    var sentence: Sentence { Sentence("\(path) : \(reason.french).", "\(path): \(reason.english).") }
}

/// A file's name without its folder and `.csv`: the code that a file gives to what it holds.
func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return name.lowercased().hasSuffix(".csv") ? String(name.dropLast(4)) : name
}
