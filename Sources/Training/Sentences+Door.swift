/// What the rules about passes, accesses and requests say when they refuse.
extension Refusal {
    static let door: [String: Sentence] = [
        "pass_is_of_a_programme": Sentence("Ce programme n’existe pas.", "This programme does not exist."),
        "pass_label_is_short": Sentence(
            "Le libellé d’un jeton a 100 caractères au plus.", "A pass's label has at most 100 characters."),
        "pass_keeps_a_hash": Sentence("D’un jeton on garde l’empreinte.", "Of a pass the hash is kept."),
        "pass_is_of_an_office": Sentence("Cet office n’existe pas.", "This office does not exist."),
        "pass_replaces_a_pass": Sentence("Le jeton remplacé n’existe pas.", "The pass replaced does not exist."),
        "pass_expires_after_it_is_issued": Sentence(
            "Un jeton expire après le jour de sa création.", "A pass expires after the day it is issued."),
        "pass_ends_in_time": Sentence(
            "Un jeton dure 800 jours au plus ; « cohorte pass rotate » le remplace.",
            "A pass lasts 800 days at most; \"cohorte pass rotate\" replaces it."),
        "read_batch_is_of_a_programme": Sentence("Ce programme n’existe pas.", "This programme does not exist."),
        "read_batch_number_is_positive": Sentence(
            "Le journal des lectures se numérote à partir de 1.", "The read log is numbered from 1."),
        "read_batch_number_is_once": Sentence(
            "Ce numéro du journal des lectures est pris.", "This number of the read log is taken."),
        "read_batch_keeps_a_hash": Sentence(
            "Le journal des lectures garde une empreinte par lot.", "The read log keeps a hash of each batch."),
        "access_has_a_reason": Sentence(
            "Un accès temporaire a un motif de 10 à 1 000 caractères.",
            "A temporary access has a reason of 10 to 1,000 characters."),
        "access_is_to_a_person": Sentence("Cette personne n’existe pas.", "This person does not exist."),
        "access_is_asked_of_an_office": Sentence("Cette personne n’existe pas.", "This person does not exist."),
        "access_is_of_an_office": Sentence("Cet office n’existe pas.", "This office does not exist."),
        "access_is_asked_with_a_pass": Sentence("Ce jeton n’existe pas.", "This pass does not exist."),
        "access_is_to_another_offices_person": Sentence(
            "Cette personne est déjà suivie par votre office.", "Your office follows this person already."),
        "request_key_is_short": Sentence(
            "Une clé d’idempotence a 200 caractères au plus.", "An idempotency key has at most 200 characters."),
        "request_key_is_once": Sentence(
            "Une demande de même clé est en cours.", "A request of the same key is under way."),
        "request_key_is_of_a_pass": Sentence("Ce jeton n’existe pas.", "This pass does not exist."),
        "request_key_is_of_an_office": Sentence("Cet office n’existe pas.", "This office does not exist."),
    ]
}
