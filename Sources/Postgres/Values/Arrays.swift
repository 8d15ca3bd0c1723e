/// An array of one dimension, counted from 1.
extension Array: PostgresValue where Element: PostgresValue {
    public static var oid: UInt32 { Element.arrayOid }
    public static var arrayOid: UInt32 { Element.arrayOid }

    public var postgresText: String? {
        var text = "{"
        for (index, element) in enumerated() {
            if index > 0 { text += "," }
            text += element.postgresText.map(ArrayText.element) ?? "NULL"
        }
        return text + "}"
    }

    @inlinable
    public init?(postgresText: UnsafeBufferPointer<UInt8>?) {
        guard let postgresText, let text = ArrayText(postgresText) else { return nil }
        self = []
        reserveCapacity(text.pieces.count)
        let isRead = text.bytes.withUnsafeBufferPointer { bytes in
            text.pieces.allSatisfy { piece in
                guard let element = Element(postgresText: piece.map { UnsafeBufferPointer(rebasing: bytes[$0]) }) else {
                    return false
                }
                append(element)
                return true
            }
        }
        guard isRead else { return nil }
    }

    /// Reads PostgreSQL's `array_send`: dimensions, whether there are NULLs, the elements' OID, then for each dimension
    /// its length and first index, then the elements.
    @inlinable
    public init?(postgresBinary: UnsafeRawBufferPointer?) {
        guard let postgresBinary else { return nil }
        var reader = BinaryReader(postgresBinary)
        guard let dimensions = reader.number(Int32.self), let flags = reader.number(UInt32.self), flags <= 1,
            reader.number() == Element.oid
        else { return nil }
        self = []
        if dimensions == 0, reader.rest.isEmpty { return }
        guard dimensions == 1, let count = reader.number(Int32.self), reader.number(Int32.self) == 1,
            // Each element takes four bytes at least, so no count that lies can allocate more than was sent.
            count >= 0, Int(count) <= reader.rest.count / 4
        else { return nil }
        reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let field = reader.field(), let element = Element(postgresBinary: field) else { return nil }
            append(element)
        }
        guard reader.rest.isEmpty else { return nil }
    }

    @inlinable
    public func appendPostgresBinary(to bytes: inout BinaryWriter) -> Bool {
        if Element.oid == Element.arrayOid { bytes.refuse("0A000", "an array of arrays") }
        bytes.append(isEmpty ? 0 : 1 as Int32)
        // PostgreSQL finds the NULLs by itself.
        bytes.append(0 as UInt32)
        bytes.append(Element.oid)
        if isEmpty { return true }
        bytes.append(Int32(clamping: count))
        bytes.append(1 as Int32)
        for element in self { bytes.field(element) }
        return true
    }
}
