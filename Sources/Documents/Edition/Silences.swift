import Training

/// Why something is kept back from who reads.
typealias Silence = Evaluation.Release.Reason

/// What a release keeps back and why, by path in `evaluation.json`.
struct Silences {
    private let byPath: [String: Silence]

    /// Several figures of one table stand in braces: `figures.overall.{t,t_p}`.
    init(_ suppressed: [Evaluation.Release.Suppression]) {
        let paths = suppressed.flatMap { line -> [(String, Silence)] in
            guard line.what.hasSuffix("}"), let open = line.what.firstIndex(of: "{") else {
                return [(line.what, line.reason)]
            }
            let names = line.what[open...].dropFirst().dropLast().split(separator: ",")
            return names.map { ("\(line.what[..<open])\($0)", line.reason) }
        }
        byPath = Dictionary(paths) { first, _ in first }
    }

    /// The reason of a path, or of all that stands beside it.
    subscript(path: String) -> Silence? {
        byPath[path] ?? path.lastIndex(of: ".").flatMap { byPath[path[...$0] + "*"] }
    }

    /// The figures of a table, `path` being the table's; what is nil in it without a reason is protected.
    func figures(_ rows: [Evaluation.Release.Row]?, at path: String) -> ToldFigures {
        guard let rows else { return ToldFigures(withheld: self[path] ?? .protected) }
        return ToldFigures(
            rows: rows.map { row in
                .init(name: row.name, value: Told(row.value, else: self["\(path).\(row.name)"] ?? .protected))
            })
    }
}
