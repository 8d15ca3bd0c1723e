import Training

extension Cell {
    /// A phone number of 6 to 20 digits, without the spaces and dots between them: `+33612345678`.
    func phone() throws(Misread) -> String {
        if let number = Self.plainPhone(try required()) { return number }
        var number = ""
        for (index, scalar) in text.unicodeScalars.enumerated() {
            switch scalar {
            case "0"..."9": number.unicodeScalars.append(scalar)
            case "+" where index == 0: number = "+"
            case " ", ".", "\u{A0}", "\u{202F}", "\u{2009}": continue
            default:
                throw misread(
                    "\(quoted.french) n’est pas un numéro de téléphone : « \(scalar) » y est de trop",
                    "\(quoted.english) is not a phone number: it has a \"\(scalar)\"")
            }
        }
        let digits = number.utf8.count - (number.hasPrefix("+") ? 1 : 0)
        guard 6...20 ~= digits else {
            throw misread(
                "\(quoted.french) n’est pas un numéro de téléphone : \(digits) chiffres, il en faut de 6 à 20",
                "\(quoted.english) is not a phone number: \(digits) digits, 6 to 20 expected")
        }
        return number
    }

    /// The number without its spaces and dots if it has nothing else and is of a usual length.
    private static func plainPhone(_ text: String) -> String? {
        let bytes = text.utf8Span.span
        guard bytes.count <= 24 else { return nil }
        var isPlain = true
        let number = String(unsafeUninitializedCapacity: 24) { buffer in
            var count = 0
            for index in bytes.indices {
                switch bytes[index] {
                case 0x30...0x39:
                    buffer[count] = bytes[index]
                    count += 1
                case UInt8(ascii: " "), UInt8(ascii: "."): continue
                default: isPlain = false
                }
            }
            isPlain = isPlain && 6...20 ~= count
            return count
        }
        return isPlain ? number : nil
    }
}
