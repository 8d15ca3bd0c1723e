/// Cuts what a COPY out sends into fields, whichever of its two formats the server announced.
struct CopyReader {
    let isBinary: Bool
    let columns: Int
    let statement: String
    private var isStarted = false
    private var isEnded = false

    init(isBinary: Bool, columns: Int, statement: String) {
        self.isBinary = isBinary
        self.columns = columns
        self.statement = statement
    }

    /// Appends the fields of a piece, which holds whole rows and may be written on, NULL as no bytes at no address; tells
    /// how many rows there were.
    mutating func cut(
        _ piece: UnsafeMutableRawBufferPointer, into fields: inout [UnsafeRawBufferPointer]
    ) throws -> Int {
        if isBinary { return try cutBinary(UnsafeRawBufferPointer(piece), into: &fields) }
        guard piece.last == UInt8(ascii: "\n") else { throw malformed }
        var line = CopyLine(UnsafeMutableRawBufferPointer(rebasing: piece.dropLast()))
        guard line.cut(into: &fields, columns: columns) else { throw malformed }
        return 1
    }

    /// Refuses a binary COPY that ended before its end.
    func finish() throws {
        guard !isBinary || isEnded else { throw malformed }
    }

    private mutating func cutBinary(
        _ piece: UnsafeRawBufferPointer, into fields: inout [UnsafeRawBufferPointer]
    ) throws -> Int {
        var reader = BinaryReader(piece)
        if !isStarted {
            try start(&reader)
            isStarted = true
        }
        var rows = 0
        while !reader.rest.isEmpty {
            guard !isEnded, let count = reader.number(Int16.self) else { throw malformed }
            isEnded = count == -1
            if isEnded { continue }
            guard Int(count) == columns else { throw malformed }
            for _ in 0..<count {
                guard let field = reader.field() else { throw malformed }
                fields.append(field ?? UnsafeRawBufferPointer(start: nil, count: 0))
            }
            rows += 1
        }
        return rows
    }

    /// Takes the signature, the flags, none of which may be one that must be understood, and what follows them.
    private func start(_ reader: inout BinaryReader) throws {
        let signature = BinaryWriter.signature
        guard let sent = reader.take(signature.count), sent.elementsEqual(signature),
            let flags = reader.number(UInt32.self), flags < 1 << 16,
            let length = reader.number(Int32.self), reader.take(Int(length)) != nil
        else { throw malformed }
    }

    private var malformed: PostgresError {
        PostgresError(sqlState: "22P04", message: "no such row of COPY's", statement: statement)
    }
}
