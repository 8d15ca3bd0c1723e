/// What is left to read of the text of a date, a time or an instant.
struct TextReader {
    private var rest: Slice<UnsafeBufferPointer<UInt8>>

    init(_ text: UnsafeBufferPointer<UInt8>) { rest = text[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// Takes the characters if they come next.
    mutating func skip(_ characters: StaticString) -> Bool {
        let bytes = UnsafeBufferPointer(start: characters.utf8Start, count: characters.utf8CodeUnitCount)
        guard rest.starts(with: bytes) else { return false }
        rest.removeFirst(bytes.count)
        return true
    }

    /// Takes all the digits that come next; nil when there are more or fewer than said.
    mutating func digits(_ count: ClosedRange<Int>) -> Int? {
        var value = 0
        var taken = 0
        while let byte = rest.first, case let digit = byte &- UInt8(ascii: "0"), digit <= 9 {
            taken += 1
            guard taken <= count.upperBound else { return nil }
            value = value * 10 + Int(digit)
            rest.removeFirst()
        }
        return taken >= count.lowerBound ? value : nil
    }

    /// Takes two digits and any after a point, as microseconds, the seconds below 60; nil when they are not such.
    mutating func seconds() -> Int? {
        guard let whole = digits(2...2), whole < 60 else { return nil }
        guard skip(".") else { return whole * 1_000_000 }
        let before = rest.count
        guard var part = digits(1...6) else { return nil }
        for _ in (before - rest.count)..<6 { part *= 10 }
        return whole * 1_000_000 + part
    }
}

/// A number with zeros before it, to at least `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
