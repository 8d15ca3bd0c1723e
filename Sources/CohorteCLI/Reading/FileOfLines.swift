import Training

/// A file read into requests: each line a request or a refusal, and what the person should know of the file.
struct FileOfLines<Request: Sendable>: Sendable {
    let path: String
    let lines: Lines<Request>
    let notices: [Sentence]
    /// The columns that the layout does not name.
    let others: [String]
    private let header: Header

    init(_ path: String, _ layout: Layout, _ read: (Row) throws(Misread) -> Request) throws {
        self.path = path
        do {
            var file = try CSVFile(path: path, layout: layout)
            notices = file.notices
            others = file.others
            header = file.header
            var lines = Lines<Request>()
            while let line = file.next() {
                switch line {
                case .failure(let misread): lines.misread.append(misread)
                case .success(let row):
                    do { lines.read.append((row.line, try read(row))) } catch { lines.misread.append(error) }
                }
            }
            self.lines = lines
        } catch {
            throw FileUnreadable(path: path, reason: error.reason)
        }
    }

    /// Runs the import of the lines, and says of refused ones in which file, and under which title, they are.
    func imported<Value>(_ body: (Lines<Request>) async throws -> Value) async throws -> Value {
        do { return try await body(lines) } catch let refused as LinesRefused {
            throw FileRefused(
                path: path,
                lines: refused.lines.map { line in
                    Misread(line: line.line, column: line.column.map(header.title), reason: line.reason)
                })
        }
    }
}

/// Lines of a file were refused, and nothing was written.
struct FileRefused: Error {
    let path: String
    let lines: [Misread]

    var sentences: [Sentence] {
        let name = path == "-" ? "stdin" : path
        let count = lines.count
        return lines.map { $0.sentence(in: name) } + [
            Sentence(
                "\(count) erreur\(count > 1 ? "s" : "") dans \(name) : rien n’a été écrit.",
                "\(count) error\(count > 1 ? "s" : "") in \(name): nothing was written.")
        ]
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
