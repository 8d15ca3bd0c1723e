extension LocalPostgresError.Reason {
    var english: String {
        switch self {
        case .serverMissing:
            "PostgreSQL's server programs are not installed (version 15 or later). Install them: "
                + "apt-get install postgresql-15"
        case .versionMissing(let version, let folder):
            "The data in \(folder) were made by PostgreSQL \(version), whose programs are no longer installed. "
                + "Install them again: apt-get install postgresql-\(version)"
        case .serverAccountMissing:
            "PostgreSQL does not run as root and there is no account “postgres” to run it. Create it: "
                + "apt-get install postgresql-15, or run this as an ordinary user."
        case .accountWithoutName(let user):
            "User \(user) has no name on this machine, so PostgreSQL cannot know it. "
                + "Add it to /etc/passwd, or run this as another user."
        case .belongsToAnother(let folder, let owner):
            "\(folder) belongs to \(owner). Run this as \(owner), or choose another folder with COHORTE_HOME."
        case .noPermission(let path):
            "No permission to write \(path). Allow it, or choose another folder with COHORTE_HOME."
        case .readOnly(let path):
            "\(path) is on a read-only file system. Choose another folder with COHORTE_HOME."
        case .diskFull(let path):
            "The disk that holds \(path) is full. Free some space (about 100 MB), then try again."
        case .unusable(let path, _, let detail):
            "\(path) cannot be used: \(detail). Choose another folder with COHORTE_HOME."
        case .notMade(let detail):
            "PostgreSQL could not make its database: \(detail)"
        case .notStarted(let log, let detail):
            "PostgreSQL did not start: \(detail) Its log is \(log)"
        case .notAnswering(let log):
            "PostgreSQL is running but does not answer yet. Try again shortly; its log is \(log)"
        case .notStopping(let pid):
            "PostgreSQL (process \(pid)) has not stopped yet. Try again shortly."
        case .serviceUnknown(let detail):
            "PGSERVICE is set, but libpq cannot use it: \(detail) Unset PGSERVICE to use the embedded database."
        case .busy(let lock):
            "Another process is still starting or stopping this database (it holds \(lock)). Try again shortly."
        }
    }

    var french: String {
        switch self {
        case .serverMissing:
            "Les programmes du serveur PostgreSQL (version 15 ou ultérieure) ne sont pas installés. Installez-les : "
                + "apt-get install postgresql-15"
        case .versionMissing(let version, let folder):
            "Les données de \(folder) ont été créées par PostgreSQL \(version), dont les programmes ne sont plus "
                + "installés. Réinstallez-les : apt-get install postgresql-\(version)"
        case .serverAccountMissing:
            "PostgreSQL ne s’exécute pas en root et il n’y a pas de compte « postgres » pour le lancer. Créez-le : "
                + "apt-get install postgresql-15, ou lancez cette commande avec un compte ordinaire."
        case .accountWithoutName(let user):
            "L’utilisateur \(user) n’a pas de nom sur cette machine : PostgreSQL ne peut pas le reconnaître. "
                + "Ajoutez-le à /etc/passwd, ou lancez cette commande avec un autre compte."
        case .belongsToAnother(let folder, let owner):
            "\(folder) appartient à \(owner). Lancez cette commande avec le compte \(owner), ou choisissez un autre "
                + "dossier avec COHORTE_HOME."
        case .noPermission(let path):
            "Écriture interdite dans \(path). Autorisez-la, ou choisissez un autre dossier avec COHORTE_HOME."
        case .readOnly(let path):
            "\(path) est sur un système de fichiers en lecture seule. Choisissez un autre dossier avec COHORTE_HOME."
        case .diskFull(let path):
            "Le disque qui contient \(path) est plein. Libérez de l’espace (environ 100 Mo), puis recommencez."
        case .unusable(let path, let detail, _):
            "\(path) ne peut pas être utilisé : \(detail). Choisissez un autre dossier avec COHORTE_HOME."
        case .notMade(let detail):
            "PostgreSQL n’a pas pu créer sa base de données : \(detail)"
        case .notStarted(let log, let detail):
            "PostgreSQL n’a pas démarré : \(detail) Son journal est \(log)"
        case .notAnswering(let log):
            "PostgreSQL est lancé mais ne répond pas encore. Réessayez dans un instant ; son journal est \(log)"
        case .notStopping(let pid):
            "PostgreSQL (processus \(pid)) n’est pas encore arrêté. Réessayez dans un instant."
        case .serviceUnknown(let detail):
            "PGSERVICE est défini, mais libpq ne peut pas l’utiliser : \(detail) Supprimez PGSERVICE pour utiliser la "
                + "base de données intégrée."
        case .busy(let lock):
            "Un autre processus démarre ou arrête encore cette base de données (il tient \(lock)). "
                + "Réessayez dans un instant."
        }
    }
}
