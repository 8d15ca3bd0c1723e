/// The text of an array of one dimension, cut into its elements and freed of quotes.
@usableFromInline
struct ArrayText {
    @usableFromInline var bytes: [UInt8] = []

    /// Where in `bytes` each element stands, nil for NULL.
    @usableFromInline var pieces: [Range<Int>?] = []

    /// Nil when the text is no such array.
    @usableFromInline
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count >= 2, text[0] == UInt8(ascii: "{"), text[text.count - 1] == UInt8(ascii: "}") else {
            return nil
        }
        bytes.reserveCapacity(text.count)
        pieces.reserveCapacity(text.count / 2)
        var rest = UnsafeBufferPointer(rebasing: text[1..<text.count - 1])[...]
        if rest.isEmpty { return }
        while true {
            guard rest.first == UInt8(ascii: "\"") ? quoted(&rest) : plain(&rest) else { return nil }
            guard let comma = rest.popFirst() else { return }
            guard comma == UInt8(ascii: ",") else { return nil }
        }
    }

    private mutating func quoted(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let start = bytes.count
        rest.removeFirst()
        while var byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") {
                pieces.append(start..<bytes.count)
                return true
            }
            if byte == UInt8(ascii: "\\") {
                guard let escaped = rest.popFirst() else { return false }
                byte = escaped
            }
            bytes.append(byte)
        }
        return false
    }

    private mutating func plain(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let start = bytes.count
        while let byte = rest.first, byte != UInt8(ascii: ",") {
            guard !Self.mustBeQuoted(byte) else { return false }
            bytes.append(byte)
            rest.removeFirst()
        }
        // Few elements begin as NULL does, and the rest need not be compared.
        let isNull =
            bytes.count - start == 4 && bytes[start] == UInt8(ascii: "N") && bytes[start...].elementsEqual("NULL".utf8)
        pieces.append(isNull ? nil : start..<bytes.count)
        return bytes.count > start
    }

    private static func mustBeQuoted(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\"")
            || byte == UInt8(ascii: "\\")
    }

    /// The element as it stands in an array: quoted unless it is plainly a word or a number.
    static func element(_ text: String) -> String {
        if !text.isEmpty, text.utf8.allSatisfy(isPlain), text.utf8.count != 4 || text.uppercased() != "NULL" {
            return text
        }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted += "\\" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
