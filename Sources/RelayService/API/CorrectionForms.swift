import Documents
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Training

/// The page on which an act of support is corrected or taken back.
extension Asked {
    /// The act of `{act}` in the address of a page; what cannot be an id is not found.
    func actOfForm() throws(Problem) -> Support.ID {
        guard let id = UUID(uuidString: parameters.get("act") ?? "") else { throw .notFound }
        return Support.ID(rawValue: id)
    }

    /// The page of one act; after a form, what was wrong with it.
    func correctionPage(typed: DeskPage.Typed? = nil, status: HTTPResponse.Status = .ok) async throws -> Response {
        let (person, programme, id) = (try person(), programme, try actOfForm())
        let found = try await ask(for: .snapshot) { tx in
            (record: try tx.record(of: person, in: programme), act: try tx.act(id, of: programme))
        }
        guard let record = found.record, let act = found.act, act.participantID == person else {
            throw Problem.notFound
        }
        note([person])
        let desk = try await desk()
        return .page(
            .correction(of: act, for: record, by: desk.me.office, typed: typed, desk.reader(self)), status: status)
    }

    /// Corrects an act as the form says, or takes it back, if it is at the version that the form was made for.
    func correctAct() async throws -> Response {
        let (person, programme, id) = (try person(), programme, try actOfForm())
        let words = try await form()
        let isMistake = words["mistake"] != nil
        let typed = TypedAct(words: words)
        let corrected: Support.Corrected
        do {
            let content = isMistake ? nil : try typed.content()
            corrected = try await ask { tx in
                try tx.correct(
                    id, of: programme, because: words["reason"] ?? "", today: tx.day(.now),
                    content.map { content in { $0 = content } }
                ) { act in act.participantID == person && String(act.version) == words["version"] }
            }
        } catch let faults as TypedFaults {
            return try await correctionPage(typed: .init(words, faults: faults.told), status: .unprocessableContent)
        } catch let refusal as Refusal {
            return try await correctionPage(
                typed: .init(words, faults: [(TypedFaults.name(of: refusal.rule), refusal.told)]),
                status: .unprocessableContent)
        }
        switch corrected {
        case .absent: throw Problem.notFound
        case .stale(let act):
            guard act.participantID == person else { throw Problem.notFound }
            return try await correctionPage(
                typed: .init([:], faults: [(nil, Problem.staleAct.sentence)]), status: .preconditionFailed)
        case .done: return .seeOther(address(of: person, done: isMistake ? "annule" : "corrige"))
        }
    }
}
