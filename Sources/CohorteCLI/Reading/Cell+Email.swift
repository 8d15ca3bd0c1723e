import Training

extension Cell {
    /// An e-mail address: one @, a dot in the domain, at most 254 bytes, nothing that cannot be seen.
    func email() throws(Misread) -> String {
        let address = try required()
        if Self.isPlainEmail(address.utf8Span.span) { return address }
        if let (french, english) = Self.faultOfEmail(address) {
            throw misread(
                "\(quoted.french) n’est pas une adresse : \(french)", "\(quoted.english) is not an address: \(english)")
        }
        return address
    }

    /// Whether the address is one of the usual kind, which needs no closer look.
    private static func isPlainEmail(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count <= 64 else { return false }
        var (dots, hasAt, last) = (0, false, UInt8(ascii: "."))
        for index in bytes.indices {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x30...0x39: break
            case UInt8(ascii: "."):
                guard last != byte, last != 0x2D else { return false }
                if hasAt { dots += 1 }
            case UInt8(ascii: "@"):
                guard !hasAt, last != 0x2E else { return false }
                hasAt = true
                last = 0x2E
                continue
            case UInt8(ascii: "-"): guard last != 0x2E else { return false }
            case UInt8(ascii: "_"), UInt8(ascii: "+"): guard !hasAt else { return false }
            default: return false
            }
            last = byte
        }
        return dots > 0 && last != 0x2E && last != 0x2D
    }

    private static func faultOfEmail(_ address: String) -> (french: String, english: String)? {
        if let scalar = address.unicodeScalars.first(where: isUnfit) {
            if scalar.properties.isWhitespace { return ("elle contient une espace", "it has a space") }
            let isShown = scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
            let name = isShown ? String(scalar) : "U+" + String(scalar.value, radix: 16, uppercase: true)
            return ("« \(name) » y est de trop", "it has a \"\(name)\"")
        }
        if address.utf8.count > 254 { return ("elle dépasse 254 octets", "it has more than 254 bytes") }
        let halves = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard halves.count == 2 else {
            let isMissing = halves.count == 1
            return isMissing ? ("il manque « @ »", "the @ is missing") : ("« @ » y est deux fois", "it has two @")
        }
        let (local, domain) = (Substring(halves[0]), Substring(halves[1]))
        if local.isEmpty { return ("rien avant « @ »", "nothing before the @") }
        if local.utf8.count > 64 { return ("plus de 64 octets avant « @ »", "more than 64 bytes before the @") }
        if local.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).contains(where: \.isEmpty) {
            return ("un point est mal placé avant « @ »", "a dot is misplaced before the @")
        }
        return faultOfDomain(domain)
    }

    private static func faultOfDomain(_ domain: Substring) -> (french: String, english: String)? {
        let labels = domain.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(
            Substring.init)
        guard labels.count > 1 else { return ("il manque un point après « @ »", "a dot is missing after the @") }
        let isFit = labels.allSatisfy { label in
            !label.isEmpty && label.utf8.count <= 63 && label.utf8.first != 0x2D && label.utf8.last != 0x2D
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
