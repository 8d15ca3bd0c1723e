import Glibc
import LocalPostgres
import Training

/// Something that could not be written, and why: the disk is full, the folder is closed.
struct CannotWrite: Error, Equatable {
    let path: String
    let reason: Sentence

    init(_ path: String, code: Int32) {
        self.path = path
        reason = Self.reason(code)
    }

    private static func reason(_ code: Int32) -> Sentence {
        switch code {
        case ENOSPC, EDQUOT: Sentence("le disque est plein", "the disk is full")
        case EFBIG: Sentence("le fichier serait trop grand", "the file would be too large")
        case EACCES, EPERM: Sentence("vous n’avez pas le droit d’y écrire", "you are not allowed to write there")
        case EROFS: Sentence("ce disque est en lecture seule", "this disk is read-only")
        case EISDIR: Sentence("c’est un dossier", "it is a folder")
        case ENOTDIR, EEXIST:
            Sentence("une partie du chemin n’est pas un dossier", "a part of the path is not a folder")
        default:
            Sentence("écriture impossible (\(systemReason(code).french))", systemReason(code).english)
        }
    }
}

/// What the operating system says of a number of its own, in both languages.
func systemReason(_ code: Int32) -> Sentence {
    let (french, english) = SystemReason.words(code)
    return Sentence(french, english)
}

/// The reader of our output has gone away, which is no fault: `cohorte … | head`.
struct OutputClosed: Error, Equatable {}
