import Documents
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Training

/// The page on which an office sees who asked to read its people, and asks itself.
extension Asked {
    func accessPage(typed: DeskPage.Typed? = nil, status: HTTPResponse.Status = .ok) async throws -> Response {
        let desk = try await desk()
        let accesses = try await read(.accesses(shownTo: caller.office))
        note(accesses.filter { $0.familyName != nil }.map(\.participantID))
        return .page(.accesses(accesses, typed: typed, desk.reader(self)), status: status)
    }

    /// Asks for access as the form says. Nobody there and nobody whom it may be asked for are one answer.
    func askAccess() async throws -> Response {
        let (caller, words) = (caller, try await form())
        let typed = TypedAct(words: words)
        guard let name = typed["person"], name.utf8.count <= 254, !name.utf8.contains(0) else {
            return try await accessPage(
                typed: .init(words, faults: [("person", .nobodyThere)]), status: .unprocessableContent)
        }
        let sought = UUID(uuidString: name).map { Access.Sought.person(.init(rawValue: $0)) } ?? .email(name)
        do {
            let grant = try await ask { tx in
                try tx.grantAccess(
                    to: sought, caller.office, with: caller.pass.pass, reason: words["reason"] ?? "")
            }
            return .seeOther("/participants/\(grant.participantID.rawValue.uuidString.lowercased())?fait=acces")
        } catch let refusal as Refusal {
            guard refusal.rule != "access_has_a_reason" else {
                return try await accessPage(
                    typed: .init(words, faults: [("reason", refusal.told)]), status: .unprocessableContent)
            }
            // Whoever guesses addresses is slowed down; whoever is found is seen by their office.
            if let seconds = rooms.guesses.take(caller.pass) { throw Problem.tooMany(after: seconds) }
            return try await accessPage(typed: .init(words, faults: [("person", .nobodyThere)]), status: .notFound)
        }
    }
}

extension Sentence {
    fileprivate static let nobodyThere = Sentence(
        "Aucun autre office ne suit de personne sous cette adresse ou cet identifiant.",
        "No other office follows a person of this address or id.")
}
