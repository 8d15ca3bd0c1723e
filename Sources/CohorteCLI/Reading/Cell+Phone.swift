import Training

extension Cell {
    /// A phone number of 6 to 20 digits, without the spaces and dots between them: `+33612345678`.
    func phone() throws(Misread) -> String {
        var number = ""
        for (index, scalar) in try required().unicodeScalars.enumerated() {
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
}
