@_spi(Reflection) import Swift

/// The labels of a struct's stored properties, in order; none when the type is no struct or is itself one column.
func storedLabels<Row>(of row: Row.Type) -> [String] {
    guard !(row is any PostgresValue.Type) else { return [] }
    var isStruct = false
    _forEachField(of: Held<Row>.self) { _, _, _, kind in
        isStruct = kind == .struct
        return true
    }
    guard isStruct else { return [] }
    var labels: [String] = []
    _forEachField(of: row) { label, _, _, _ in
        labels.append(String(cString: label))
        return true
    }
    return labels
}

/// Holds a type as a field, for the reflection tells a kind only of fields.
private struct Held<Value> { let value: Value }

/// A Swift label as a column's name: `inputsSHA256` is `inputs_sha256`, `htmlURLs` is `html_urls`.
func snakeCase(_ label: String) -> String {
    let letters = Array(label)
    var name = ""
    for (index, letter) in letters.enumerated() {
        if letter.isUppercase, index > 0, letters[index - 1] != "_" {
            let opensWord = !letters[index - 1].isUppercase || letters[(index + 1)...].opensLowercaseWord
            if opensWord { name += "_" }
        }
        name += letter.lowercased()
    }
    return name
}

extension ArraySlice<Character> {
    /// Whether small letters follow that are more than the plural of an abbreviation.
    fileprivate var opensLowercaseWord: Bool {
        guard let first, first.isLowercase else { return false }
        return first != "s" || dropFirst().first?.isLowercase == true
    }
}
