import Crypto
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Training

extension Route {
    /// Acts of support for the people whom the office follows: read, logged, corrected; and what is overdue.
    static let support: [Route] = [
        .get("/v1/participants/{id}/support") { asked in
            let (person, page) = (try asked.person(), try asked.actPage())
            let acts = try await asked.read(.acts(for: person, of: asked.programme, page))
            if acts.isEmpty { try await asked.requirePerson(person) }
            asked.note([person])
            let next = acts.count == page.limit ? acts.last.map { asked.address(after: $0.date, $0.supportID) } : nil
            return .list(asked, acts, next: next)
        },
        .post("/v1/participants/{id}/support") { asked in
            let person = try asked.person()
            let (body, bytes) = try await asked.body(ActBody.members)
            let (programme, typed) = (asked.programme, ActBody.typed(body))
            asked.note([person])
            // Before the answer that was kept: who no longer follows the person is not told it again.
            return try await asked.once(bytes, isTagged: true) { tx in
                guard try tx.follows(person, in: programme) else { throw Problem.notFound }
            } _: { tx in
                let (today, themes) = (try tx.day(.now), try tx.skillThemes())
                let said: Support.Said
                do throws(TypedFaults) {
                    said = try typed.said(for: person, among: themes, today: today)
                } catch { throw error.problem }
                guard let (made, act) = try tx.log(said, of: programme, today: today) else { throw Problem.notFound }
                return (made == .added ? 201 : 200, String(decoding: act.json, as: UTF8.self))
            }
        },
        .get("/v1/support/overdue") { asked in
            let (programme, page) = (asked.programme, try asked.actPage())
            let due = try await asked.ask(for: .snapshot) { tx in
                try tx.due(before: tx.day(.now), of: programme, page)
            }
            asked.note(due.map(\.participantID))
            let next = due.count == page.limit ? due.last.map { asked.address(after: $0.dueOn, $0.supportID) } : nil
            return .list(asked, due, next: next)
        },
        .get("/v1/support/{id}") { asked in
            guard let act = try await asked.read(.act(try asked.act(), of: asked.programme)).first else {
                throw Problem.notFound
            }
            asked.note([act.participantID])
            return .tagged(act.json, asked)
        },
        .patch("/v1/support/{id}") { asked in
            let id = try asked.act()
            let known = try asked.knownTags()
            let (body, _) = try await asked.body(
                CorrectionBody.members, fixed: CorrectionBody.fixed,
                as: ["application/merge-patch+json", "application/json"])
            let (programme, correction) = (asked.programme, try CorrectionBody(body))
            let corrected = try await asked.ask { tx in
                try tx.correct(
                    id, of: programme, because: correction.reason, today: tx.day(.now), correction.change
                ) { act in known.names(Response.tag(act.json), isWeak: false) }
            }
            switch corrected {
            case .absent: throw Problem.notFound
            case .stale: throw Problem.staleAct
            case .done(let act):
                asked.note([act.participantID])
                var response = Response.json(act.json)
                response.headers[.eTag] = Response.tag(act.json)
                return response
            }
        },
        .get("/v1/skills/match") { asked in
            let level = try asked.number("level", in: Skill.levels, or: Skill.levels.lowerBound)
            guard let name = asked.query("theme"), !name.isEmpty else {
                throw Problem.badRequest(Sentence("Quel « theme » ?", "Which \"theme\"?"))
            }
            let office = asked.caller.office
            let matches = try await asked.ask(for: .snapshot) { tx in
                do {
                    return try tx.matches(try tx.theme(named: name).theme, atLeast: level, askedBy: office)
                } catch let refusal as Refusal where refusal.rule == "theme_is_known" {
                    throw Problem(.notFound, refusal.rule, refusal.sentence)
                }
            }
            return .list(asked, matches)
        },
    ]
}

extension Asked {
    /// The act of `{id}`; what cannot be an id is not found.
    func act() throws(Problem) -> Support.ID {
        guard let id = UUID(uuidString: parameters.get("id") ?? "") else { throw .notFound }
        return Support.ID(rawValue: id)
    }

    /// The header `If-Match`, without which nothing is changed.
    func knownTags() throws(Problem) -> String {
        guard let header = request.headers[.ifMatch] else {
            throw Problem(
                .preconditionRequired, "if_match_is_given",
                Sentence(
                    "Il faut un en-tête If-Match avec l’ETag de ce qui a été lu.",
                    "An If-Match header with the ETag of what was read is needed."))
        }
        return header
    }

    /// Which page of a list of acts is asked for.
    fileprivate func actPage() throws(Problem) -> Followed.ActPage {
        Followed.ActPage(after: try place(), limit: try number("limit", in: 1...200, or: 50))
    }

    /// The place in a list of acts that `after` names: a day and an id.
    private func place() throws(Problem) -> (day: Day, id: Support.ID)? {
        guard let text = query("after") else { return nil }
        guard let day = Day(text.prefix(10)), text.utf8.count == 47, text.dropFirst(10).first == "_",
            let id = UUID(uuidString: String(text.suffix(36)))
        else { throw .noSuchPage }
        return (day, Support.ID(rawValue: id))
    }

    fileprivate func address(after day: Day, _ id: Support.ID) -> String { address(after: "\(day)_\(id.name)") }

    /// An empty list is of a person whom the office follows, or not found.
    fileprivate func requirePerson(_ person: Participant.ID) async throws {
        let programme = programme
        guard try await ask(for: .snapshot, { tx in try tx.follows(person, in: programme) }) else {
            throw Problem.notFound
        }
    }
}

extension Followed.Act {
    /// As the API has it.
    fileprivate var json: [UInt8] {
        var json = JSONWriter()
        json.object { object in
            object.fields(of: self)
        }
        return json.bytes
    }
}

extension Problem {
    static let staleAct = Problem(
        .preconditionFailed, "act_is_as_it_was_read",
        Sentence(
            "Cet accompagnement a changé depuis : relisez-le avant de le corriger.",
            "This support has changed since: read it again before you correct it."))
}
