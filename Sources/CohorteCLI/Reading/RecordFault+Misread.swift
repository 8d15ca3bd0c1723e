import Training

extension RecordFault {
    /// The refusal of the cell of this index.
    func misread(line: Int, column: String?, cell: Int) -> Misread {
        let (french, english) = words
        let isPlaced = column != nil || self == .changedMeanwhile || self == .recordTooLong
        return Misread(
            line: line, column: column,
            reason: isPlaced
                ? Sentence(french, english)
                : Sentence("\(french) (cellule \(cell + 1))", "\(english) (cell \(cell + 1))"))
    }

    private var words: (french: String, english: String) {
        switch self {
        case .nulByte:
            ("un octet nul : ce fichier n’est pas du texte en UTF-8", "a NUL byte: this file is not UTF-8 text")
        case .quoteInsideCell:
            (
                "un guillemet \" au milieu d’une cellule : mettez la cellule entre guillemets et doublez-le",
                "a quote \" inside a cell: put the cell in quotes and double it"
            )
        case .textAfterQuote:
            ("du texte après le guillemet \" qui ferme la cellule", "text after the quote \" that closes the cell")
        case .unterminatedQuote:
            (
                "le guillemet \" qui ouvre cette cellule n’est jamais fermé",
                "the quote \" that opens this cell is never closed"
            )
        case .cellTooLong:
            (
                "une cellule de plus de 1 Mo (1 000 000 octets) ; un guillemet \" n’est peut-être pas fermé",
                "a cell of more than 1 MB (1,000,000 bytes); a quote \" may not be closed"
            )
        case .recordTooLong:
            ("une ligne de plus de 32 Mo", "a line of more than 32 MB")
        case .changedMeanwhile:
            ("ce fichier a changé ou ne se lit plus", "this file has changed or can no longer be read")
        }
    }
}
