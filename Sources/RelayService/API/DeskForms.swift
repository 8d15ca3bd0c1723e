import Documents
import FoundationEssentials
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Training

/// What an adviser reads of a person and does for them, and what the office can help with.
extension Asked {
    /// The page of a person; after a form, what it did or what was wrong with it, and what stands in its place.
    func personPage(typed: DeskPage.Typed? = nil, standing: Followed.Act? = nil) async throws -> Response {
        let person = try person()
        guard let file = try await file(of: person) else { throw Problem.notFound }
        note([person])
        let desk = try await desk()
        let done = typed == nil ? query("fait").flatMap(Self.notice) : nil
        return .page(
            .person(file, by: desk.me.office, typed: typed, standing: standing, notice: done, desk.reader(self)),
            status: typed == nil ? .ok : standing == nil ? .unprocessableContent : .conflict)
    }

    /// What is shown of a person: of one's own, or of another's for whom there is access, with that access; in no case is it
    /// told which.
    private func file(of person: Participant.ID) async throws -> Followed.File? {
        let office = caller.office
        if let file = try await ask(for: .snapshot, { tx in try tx.file(of: person, for: office) }) { return file }
        guard let record = try await lent(person) else { return nil }
        let accesses = try await read(.accesses(shownTo: office, to: person))
        return Followed.File(lent: record, by: accesses.first { $0.isOwn && $0.isOpen })
    }

    private static func notice(_ done: String) -> Sentence? {
        switch done {
        case "note": Sentence("L’accompagnement est noté.", "The support is logged.")
        case "suite": Sentence("C’est noté : la suite est faite.", "Noted: the next action is done.")
        case "change":
            Sentence(
                "Cet accompagnement a changé entre-temps ; relisez-le.",
                "This support has changed meanwhile; read it again.")
        case "corrige": Sentence("L’accompagnement est corrigé.", "The support is corrected.")
        case "annule":
            Sentence(
                "L’accompagnement est annulé : il ne compte plus.", "The support is taken back: it counts no more.")
        case "acces": Sentence("La fiche vous est ouverte.", "The record is open to you.")
        default: nil
        }
    }

    /// Logs what the form says; what is wrong is said beside its field, with what was typed.
    func logAct() async throws -> Response {
        let (person, programme) = (try person(), programme)
        let words = try await form()
        let typed = TypedAct(words: words)
        do {
            try await ask { tx in
                let today = try tx.day(.now)
                let said = try typed.said(for: person, among: try tx.skillThemes(), today: today)
                guard try tx.log(said, of: programme, today: today) != nil else { throw Problem.notFound }
            }
        } catch let refusal as Refusal where refusal.rule == "support_is_logged_once" {
            let standing = try await ask(for: .snapshot) { tx in
                let said = try typed.said(for: person, among: try tx.skillThemes(), today: try tx.day(.now))
                return try tx.standing(inPlaceOf: said, of: programme)
            }
            return try await personPage(typed: .init(words, faults: [(nil, refusal.told)]), standing: standing)
        } catch let faults as TypedFaults {
            return try await personPage(typed: .init(words, faults: faults.told))
        } catch let refusal as Refusal {
            return try await personPage(
                typed: .init(words, faults: [(TypedFaults.name(of: refusal.rule), refusal.told)]))
        }
        return .seeOther(address(of: person, done: "note"))
    }

    /// Says that the next action of an act was done today.
    func settleAct() async throws -> Response {
        let (person, programme, id) = (try person(), programme, try actOfForm())
        let version = try await form()["version"]
        let corrected = try await ask { tx in
            let today = try tx.day(.now)
            return try tx.correct(
                id, of: programme, because: "done", today: today, { $0.doneOn = today }
            ) { act in act.participantID == person && String(act.version) == version }
        }
        switch corrected {
        case .absent: throw Problem.notFound
        case .stale: return .seeOther(address(of: person, done: "change"))
        case .done: return .seeOther(address(of: person, done: "suite"))
        }
    }

    func address(of person: Participant.ID, done: String) -> String {
        "/participants/\(person.rawValue.uuidString.lowercased())?fait=\(done)#support"
    }

    /// The fields of a form.
    func form() async throws -> [String: String] { try await request.form(upTo: 65_536) }

    /// The office's skills, who can help with the theme that is chosen, and what nobody covers.
    func skills() async throws -> DeskPage.Skills {
        let (office, name) = (caller.office, query("theme"))
        let level = try number("level", in: Skill.levels, or: Skill.helps)
        return try await ask(for: .snapshot) { tx in
            let today = try tx.day(.now)
            let themes = try tx.skillThemes()
            let chosen = name.flatMap { name in themes.first { $0.goes(by: name) } }
            return DeskPage.Skills(
                own: try tx.skills(of: office, on: today), themes: themes, chosen: chosen, level: level,
                matches: try chosen.map { try tx.matches($0.theme, atLeast: level, askedBy: office) },
                gaps: try tx.skillGaps(of: office.programme, on: today, atLeast: Skill.helps))
        }
    }
}
