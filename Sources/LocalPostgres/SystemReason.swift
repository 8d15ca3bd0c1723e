import Glibc

/// What the operating system says of its error numbers.
public enum SystemReason {
    /// In French and in English; a rare one is a number in French, since the system speaks English.
    public static func words(_ code: Int32) -> (french: String, english: String) {
        (french(code), String(cString: strerror(code)))
    }

    private static func french(_ code: Int32) -> String {
        switch code {
        case ENOENT: "un dossier du chemin n’existe pas"
        case EIO: "le disque ne répond pas"
        case ENAMETOOLONG: "le nom est trop long"
        case ELOOP: "les liens du chemin tournent en rond"
        case EMFILE, ENFILE: "trop de fichiers sont ouverts"
        case EBUSY, ETXTBSY, EWOULDBLOCK: "un autre programme s’en sert"
        case ENOMEM: "la mémoire est pleine"
        case EINVAL: "ce nom ou ce genre de fichier n’y est pas admis"
        case EILSEQ: "ce nom n’est pas un texte"
        case EISDIR: "c’est un dossier"
        case ENOTDIR: "une partie du chemin n’est pas un dossier"
        case ENXIO, ENODEV: "rien n’est au bout de ce fichier"
        case ESTALE: "le disque partagé l’a perdu"
        case EPIPE: "le lecteur est parti"
        case ETIMEDOUT: "le disque partagé ne répond pas"
        default: "erreur système n° \(code)"
        }
    }
}
