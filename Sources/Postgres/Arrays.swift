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

    public init?(postgresText: UnsafeBufferPointer<UInt8>?) {
        guard let postgresText, var text = ArrayText(postgresText) else { return nil }
        var elements: [Element] = []
        while !text.isAtEnd {
            guard let element: Element = text.next() else { return nil }
            elements.append(element)
        }
        self = elements
    }
}

/// The text of an array of one dimension, read element by element.
struct ArrayText {
    private let text: UnsafeBufferPointer<UInt8>
    private let end: Int
    private var at = 1
    private var unquoted: [UInt8] = []

    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count >= 2, text[0] == UInt8(ascii: "{"), text[text.count - 1] == UInt8(ascii: "}") else {
            return nil
        }
        self.text = text
        end = text.count - 1
    }

    var isAtEnd: Bool { at >= end }

    /// The next element and the comma behind it; nil when the text is no array or the element no such value.
    mutating func next<Element: PostgresValue>() -> Element? {
        let value: Element? = text[at] == UInt8(ascii: "\"") ? quoted() : plain()
        guard value != nil, at < end else { return at == end ? value : nil }
        guard text[at] == UInt8(ascii: ","), at + 1 < end else { return nil }
        at += 1
        return value
    }

    private mutating func quoted<Element: PostgresValue>() -> Element? {
        unquoted.removeAll(keepingCapacity: true)
        at += 1
        while at < end, text[at] != UInt8(ascii: "\"") {
            if text[at] == UInt8(ascii: "\\") { at += 1 }
            guard at < end else { return nil }
            unquoted.append(text[at])
            at += 1
        }
        guard at < end else { return nil }
        at += 1
        return unquoted.withUnsafeBufferPointer { Element(postgresText: $0) }
    }

    private mutating func plain<Element: PostgresValue>() -> Element? {
        let start = at
        while at < end, text[at] != UInt8(ascii: ",") {
            guard !"{}\"\\".utf8.contains(text[at]) else { return nil }
            at += 1
        }
        guard at > start else { return nil }
        let element = UnsafeBufferPointer(rebasing: text[start..<at])
        return Element(postgresText: element.elementsEqual("NULL".utf8) ? nil : element)
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
