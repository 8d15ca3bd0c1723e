/// The bytes of elements put aside, written at the end and taken from the start.
public struct SpoolBytes: Sendable {
    private(set) var bytes: [UInt8] = []
    private var start = 0

    init() {}

    var count: Int { bytes.count }
    /// How many are still to be taken.
    var left: Int { bytes.count - start }

    mutating func put(_ number: Int32) {
        let bits = UInt32(bitPattern: number)
        for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    }

    mutating func put(_ number: Int32, at place: Int) {
        let bits = UInt32(bitPattern: number)
        for index in 0..<4 { bytes[place + index] = UInt8(truncatingIfNeeded: bits >> UInt32(8 * index)) }
    }

    /// Puts a text, or nil.
    mutating func put(_ text: String?) {
        guard let text else { return put(Int32(-1)) }
        put(Int32(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func takeInt32() -> Int32 {
        defer { start += 4 }
        return peekInt32()
    }

    func peekInt32() -> Int32 {
        var bits: UInt32 = 0
        for index in 0..<4 { bits |= UInt32(bytes[start + index]) << UInt32(8 * index) }
        return Int32(bitPattern: bits)
    }

    mutating func takeText() -> String? {
        let length = Int(takeInt32())
        guard length >= 0 else { return nil }
        defer { start += length }
        return String(decoding: bytes[start..<(start + length)], as: UTF8.self)
    }

    /// Forgets what was taken and holds more behind the rest.
    mutating func follow(with more: [UInt8]) {
        bytes = left == 0 ? more : bytes[start...] + more
        start = 0
    }
}
