import Training

extension Cell {
    /// An e-mail address: one @, a dot in the domain, at most 254 bytes, nothing that cannot be seen.
    func email() throws(Misread) -> String {
        let address = try required()
        if let (french, english) = Self.faultOfEmail(address) {
            throw misread(
                "\(quoted.french) n’est pas une adresse : \(french)", "\(quoted.english) is not an address: \(english)")
        }
        return address
    }

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

    private static func faultOfEmail(_ address: String) -> (french: String, english: String)? {
        if let scalar = address.unicodeScalars.first(where: isUnfit) {
            if scalar.properties.isWhitespace { return ("elle contient une espace", "it has a space") }
            let isShown = scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
            let name = isShown ? String(scalar) : "U+" + String(scalar.value, radix: 16, uppercase: true)
            return ("« \(name) » y est de trop", "it has a \"\(name)\"")
        }
        if address.utf8.count > 254 { return ("elle dépasse 254 octets", "it has more than 254 bytes") }
        let halves = address.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2 else {
            let isMissing = halves.count == 1
            return isMissing ? ("il manque « @ »", "the @ is missing") : ("« @ » y est deux fois", "it has two @")
        }
        let (local, domain) = (halves[0], halves[1])
        if local.isEmpty { return ("rien avant « @ »", "nothing before the @") }
        if local.utf8.count > 64 { return ("plus de 64 octets avant « @ »", "more than 64 bytes before the @") }
        if local.hasPrefix(".") || local.hasSuffix(".") || local.contains("..") {
            return ("un point est mal placé avant « @ »", "a dot is misplaced before the @")
        }
        return faultOfDomain(domain)
    }

    private static func faultOfDomain(_ domain: Substring) -> (french: String, english: String)? {
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1 else { return ("il manque un point après « @ »", "a dot is missing after the @") }
        let isFit = labels.allSatisfy { label in
            !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.unicodeScalars.allSatisfy { scalar in
                    let properties = scalar.properties
                    return scalar == "-" || properties.isAlphabetic || properties.numericType == .decimal
                        || properties.generalCategory == .nonspacingMark
                }
        }
        return isFit ? nil : ("« \(domain) » n’est pas un nom de domaine", "\"\(domain)\" is not a domain name")
    }

    private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .unassigned, .privateUse: true
        default: "\"(),:;<>[]\\".unicodeScalars.contains(scalar)
        }
    }
}
