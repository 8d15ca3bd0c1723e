import Training

/// What is found out about a file before its lines are read: that it is text, in which encoding, where its header is.
struct CSVOpening {
    let source: ByteSource
    let encoding: TextEncoding
    let place: HeaderPlace
    let notices: [Sentence]

    init(_ source: ByteSource) throws(UnreadableFile) {
        let start = Self.start(of: source)
        try Self.refuseOtherFormats(start)
        let hasMark = start.starts(with: [0xEF, 0xBB, 0xBF])
        self.source = source
        (encoding, notices) = try Self.encoding(of: source, hasMark: hasMark)
        guard let place = HeaderPlace(in: source, from: hasMark ? 3 : 0) else { throw .empty }
        self.place = place
    }

    private static func start(of source: ByteSource) -> ArraySlice<UInt8> {
        var bytes = [UInt8](repeating: 0, count: 8)
        return bytes[..<source.read(into: &bytes, 0..<min(8, source.count), at: 0)]
    }

    private static func refuseOtherFormats(_ start: ArraySlice<UInt8>) throws(UnreadableFile) {
        if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            throw UnreadableFile(
                "c’est un classeur (.xlsx ou .ods) : enregistrez-le en CSV",
                "this is a workbook (.xlsx or .ods): save it as CSV")
        }
        if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw UnreadableFile(
                "c’est un ancien classeur (.xls) : enregistrez-le en CSV",
                "this is an old workbook (.xls): save it as CSV")
        }
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
            throw UnreadableFile(
                "ce texte est en UTF-16 : enregistrez-le en CSV UTF-8", "this text is in UTF-16: save it as UTF-8 CSV")
        }
    }

    private static func encoding(
        of source: ByteSource, hasMark: Bool
    ) throws(UnreadableFile) -> (TextEncoding, [Sentence]) {
        let survey = EncodingSurvey(source)
        guard let line = survey.foreign.map(source.line) else { return (.utf8, []) }
        if hasMark {
            throw UnreadableFile(
                "ce fichier se dit en UTF-8, mais la ligne \(line) ne l’est pas",
                "this file says it is UTF-8, but line \(line) is not")
        }
        if let undefined = survey.undefined {
            let byte = String(undefined.byte, radix: 16, uppercase: true)
            let other = source.line(at: undefined.offset)
            throw UnreadableFile(
                "ce fichier n’est ni en UTF-8 (ligne \(line)) ni en Windows-1252 (ligne \(other), octet \(byte))",
                "this file is neither UTF-8 (line \(line)) nor Windows-1252 (line \(other), byte \(byte))")
        }
        let isMixed = survey.hasLongLetters
        return (
            .windows1252,
            [
                Sentence(
                    "ce fichier n’est pas en UTF-8 (ligne \(line)) : il a été lu en Windows-1252"
                        + (isMixed ? " ; des lettres semblent pourtant en UTF-8, vérifiez les accents" : ""),
                    "this file is not UTF-8 (line \(line)): it was read as Windows-1252"
                        + (isMixed ? "; yet some letters look like UTF-8, check the accents" : ""))
            ]
        )
    }
}

extension UnreadableFile {
    static let empty = UnreadableFile("ce fichier est vide", "this file is empty")
}
