public import FoundationEssentials
import Postgres

/// A value that JSON can hold without members of its own names: number, text, truth, array of those, or null.
public protocol JSONValue {
    /// Writes the value where the writer stands.
    func write(to json: inout JSONWriter)
}

extension Int: JSONValue {
    /// Writes the digits.
    public func write(to json: inout JSONWriter) { json.write(digits: String(self)) }
}

extension Double: JSONValue {
    /// Writes the shortest digits that read back equal, `1` for 1.0, and null for what is not a finite number.
    public func write(to json: inout JSONWriter) {
        if !isFinite {
            json.write(literal: "null")
        } else if let whole = Int(exactly: self), magnitude < 0x1p53 {
            json.write(digits: String(whole))
        } else {
            json.write(digits: description)
        }
    }
}

extension Bool: JSONValue {
    /// Writes `true` or `false`.
    public func write(to json: inout JSONWriter) { json.write(literal: self ? "true" : "false") }
}

extension String: JSONValue {
    /// Writes the text in quotes, control characters and U+2028/2029 escaped.
    public func write(to json: inout JSONWriter) { json.write(self) }
}

extension UUID: JSONValue {
    /// Writes small hexadecimal digits in quotes.
    public func write(to json: inout JSONWriter) { json.write(postgresText ?? "") }
}

extension Optional: JSONValue where Wrapped: JSONValue {
    /// Writes the value, or null.
    public func write(to json: inout JSONWriter) {
        if let self { self.write(to: &json) } else { json.write(literal: "null") }
    }
}

extension Array: JSONValue where Element: JSONValue {
    /// Writes the elements in their order.
    public func write(to json: inout JSONWriter) {
        json.array { array in for element in self { array.element(element) } }
    }
}
