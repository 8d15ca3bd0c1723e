internal import FoundationEssentials

/// Gives libFuzzer's bytes to one decoder, which their first byte names. A decoder may refuse anything and must not trap;
/// what it takes must come back the same from what is written of it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start, count > 0 else { return 0 }
    let decoder = decoders[Int(start[0]) % decoders.count]
    decoder(UnsafeBufferPointer(start: start + 1, count: count - 1))
    return 0
}

private let decoders: [@Sendable (UnsafeBufferPointer<UInt8>) -> Void] =
    both(Bool.self) + both(Int16.self) + both(Int32.self) + both(Int.self) + both(Double.self) + both(String.self)
    + both(UUID.self) + both(Bytes.self) + both(PostgresDate.self) + both(PostgresTime.self)
    + both(PostgresTimestamp.self) + both(PostgresNumeric.self)
    + both([Int32].self) + both([String?].self) + both([Double?]?.self) + both([Bytes].self) + both([Bool?].self)
    + both([PostgresDate?].self) + both([PostgresNumeric].self) + both([[Int]].self)
    + [copyBinary, copyText, copyWritten]

/// The two decoders of a type.
private func both<Value: PostgresValue>(_: Value.Type) -> [@Sendable (UnsafeBufferPointer<UInt8>) -> Void] {
    [
        { text in if let value = Value(postgresText: text) { mustComeBack(value) } },
        { bytes in if let value = Value(postgresBinary: UnsafeRawBufferPointer(bytes)) { mustComeBack(value) } },
    ]
}

/// A value that was read must be the same from each of the formats in which it is written.
private func mustComeBack<Value: PostgresValue>(_ value: Value) {
    let binary = written(value)
    if let text = value.postgresText {
        let back = Array(text.utf8).withUnsafeBufferPointer { Value(postgresText: $0) }
        // A text that is an array of arrays is refused when it is written, so that its binary form says nothing.
        if let binary { precondition(back.flatMap(written) == binary, "from text") }
    }
    guard let binary else { return }
    let back = binary.withUnsafeBytes { Value(postgresBinary: $0) }
    precondition(back.flatMap(written) == binary, "from binary")
}

/// The value's bytes; nil when it is NULL or what no server takes, such as a NUL in a text.
private func written(_ value: some PostgresValue) -> [UInt8]? {
    var writer = BinaryWriter()
    guard value.appendPostgresBinary(to: &writer), writer.refusal == nil else { return nil }
    return writer.bytes
}

/// What a server might send as the binary COPY of three columns.
@Sendable private func copyBinary(_ input: UnsafeBufferPointer<UInt8>) {
    var writer = BinaryWriter()
    writer.startCopy()
    read(writer.bytes + input, isBinary: true)
    read(Array(input), isBinary: true)
}

/// What a server might send as a line of three columns of COPY's text.
@Sendable private func copyText(_ input: UnsafeBufferPointer<UInt8>) {
    guard let fields = read(Array(input) + [UInt8(ascii: "\n")], isBinary: false) else { return }
    let line = fields.map { field in
        guard let field else { return "\\N".utf8.map { $0 } }
        return field.flatMap { escapes[$0] ?? [$0] }
    }
    let again = Array(line.joined(separator: [UInt8(ascii: "\t")])) + [UInt8(ascii: "\n")]
    precondition(read(again, isBinary: false) == fields, "a line")
}

private let escapes: [UInt8: [UInt8]] = Dictionary(
    uniqueKeysWithValues: zip([8, 12, 10, 13, 9, 11, 92], ["\\b", "\\f", "\\n", "\\r", "\\t", "\\v", "\\\\"])
        .map { ($0, Array($1.utf8)) })

/// Rows that were written, cut anywhere: read as they were, or refused.
@Sendable private func copyWritten(_ input: UnsafeBufferPointer<UInt8>) {
    var writer = BinaryWriter()
    writer.startCopy()
    writer.append(3 as Int16)
    let third = input.count / 3
    for part in [input[..<third], input[third..<2 * third], input[(2 * third)...]] { writer.field(Bytes(Array(part))) }
    let bytes = writer.bytes
    let fields = read(bytes, isBinary: true)
    precondition(fields?.compactMap { $0 }.joined().elementsEqual(input) == true, "a row")
    _ = read(bytes.dropLast(Int(input.first ?? 1)), isBinary: true)
}

/// The fields of one piece of three columns; nil when it is malformed.
@discardableResult
private func read(_ piece: [UInt8], isBinary: Bool) -> [[UInt8]?]? {
    // A copy of its exact size, so that the sanitizer sees any step beyond it.
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: piece.count, alignment: 1)
    defer { bytes.deallocate() }
    bytes.copyBytes(from: piece)
    var reader = CopyReader(isBinary: isBinary, columns: 3, statement: "fuzz")
    var fields: [UnsafeRawBufferPointer] = []
    guard let rows = try? reader.cut(bytes, into: &fields) else { return nil }
    precondition(fields.count == 3 * rows, "as many fields as columns")
    return fields.map { $0.baseAddress == nil ? nil : Array($0) }
}
