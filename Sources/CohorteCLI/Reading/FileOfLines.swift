import Training

/// A file whose lines are requests or refusals, read as often as asked without being held in memory; and what the person
/// should know of the file.
struct FileOfLines<Request: Sendable>: LineSource {
    let path: String
    let notices: [Sentence]
    /// The columns that the layout does not name.
    let others: [String]
    private let file: CSVFile
    private let progress: ImportProgress?
    /// Hands over every line. It is made where the request's type is known, so that the loop is compiled for that type.
    private let walk: @Sendable (_ body: (Lines<Request>) throws -> Void) throws -> Void

    init(
        _ path: String, _ layout: Layout, progress: ImportProgress? = nil,
        _ request: @escaping @Sendable (Row) throws(Misread) -> Request
    ) throws {
        let file: CSVFile
        do { file = try CSVFile(path: path, layout: layout) } catch {
            throw FileUnreadable(path: path, reason: error.reason)
        }
        (self.path, self.file, self.progress) = (path, file, progress)
        (notices, others) = (file.notices, file.others)
        walk = { body in
            var (file, lines) = (file, Lines<Request>())
            while let line = file.next() {
                switch line {
                case .failure(let misread): lines.misread.append(misread)
                case .success(let row):
                    do throws(Misread) { lines.read.append((row.line, try request(row))) } catch {
                        lines.misread.append(error)
                    }
                }
                guard lines.read.count + lines.misread.count == 256 else { continue }
                progress?.read(file.offset, of: file.length)
                try body(lines)
                lines = Lines()
            }
            try body(lines)
        }
    }

    /// Hands over every line, in the file's order, and reads the next ones meanwhile.
    func each(_ body: (Lines<Request>) throws -> Void) throws {
        let (handover, walk) = (Handover<Lines<Request>>(), walk)
        handover.make { put in try walk(put) }
        defer { handover.abandon() }
        while let lines = try handover.take() { try body(lines) }
    }

    /// All of a file's lines at once, for those that are few by nature.
    func all() throws -> Lines<Request> {
        var all = Lines<Request>()
        try walk { lines in
            all.read += lines.read
            all.misread += lines.misread
        }
        return all
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
