/// A number to call: as it is dialled, and as people read it.
struct PhoneNumber {
    let dialled: String
    let words: String

    init(_ number: String) {
        dialled = number.filter { $0.isNumber || $0 == "+" }
        let isFrench = dialled.utf8.count == 10 && dialled.first == "0"
        words = isFrench ? Self.paired(dialled) : number
    }

    /// `05 36 49 02 03`, which no line end parts.
    private static func paired(_ digits: String) -> String {
        var words = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, index.isMultiple(of: 2) { words += "\u{A0}" }
            words.append(digit)
        }
        return words
    }
}
