import FoundationEssentials
import Hummingbird
import Statistics
import Training

extension Route {
    /// The people whom the office follows.
    static let followed: [Route] = [
        .get("/v1/cohorts/{code}/participants") { asked in
            let (cohort, page) = (try asked.cohort(), try asked.page())
            let rows = try await asked.read(.followed(in: cohort, of: asked.programme, page))
            if rows.isEmpty { try await asked.requireCohort(cohort) }
            asked.note(rows.map(\.participantID))
            return .followed(
                asked, rows, next: rows.count == page.limit ? rows.last.flatMap { asked.address(after: $0) } : nil)
        },
        .get("/v1/participants/{id}") { asked in
            let (person, programme) = (try asked.person(), asked.programme)
            guard let record = try await asked.record(of: person, in: programme) else { throw Problem.notFound }
            asked.note([person])
            return .object(asked) { $0.write(record, asked.language) }
        },
    ]
}

extension Asked {
    /// Which page of a list is asked for.
    fileprivate func page() throws(Problem) -> Followed.Page {
        Followed.Page(
            after: try cursor(), limit: try number("limit", in: 1...200, or: 50), query: try words(),
            status: try status())
    }

    /// The status that a list is limited to; nil for all.
    func status() throws(Problem) -> Enrolment.Status? {
        guard let text = query("status"), !text.isEmpty else { return nil }
        guard let status = Enrolment.Status(rawValue: text) else {
            throw .badRequest(Sentence("Ce statut n’existe pas.", "There is no such status."))
        }
        return status
    }

    /// The words that a list is limited to; nil for all.
    func words() throws(Problem) -> String? {
        let words = query("query").flatMap { $0.isEmpty ? nil : $0 }
        guard words?.utf8.contains(0) != true, words.map({ $0.unicodeScalars.count <= 100 }) ?? true else {
            throw .badRequest(
                Sentence(
                    "On cherche 100 caractères au plus, sans caractère nul.",
                    "A query has at most 100 characters, none of them zero."))
        }
        return words
    }

    /// The place in the list that `after` names.
    private func cursor() throws(Problem) -> (nameKey: String, id: Participant.ID)? {
        guard let text = query("after") else { return nil }
        guard let cursor = Cursor(text, caller.cursors) else { throw .noSuchPage }
        return (cursor.nameKey, cursor.id)
    }

    /// The address of what follows a line.
    fileprivate func address(after line: Followed.Line) -> String? {
        Cursor(nameKey: line.nameKey, id: line.participantID).text(caller.cursors).map { address(after: $0) }
    }

    /// The address of what follows a place in a list.
    func address(after place: String) -> String {
        let kept = (request.uri.query ?? "").split(separator: "&").filter { !$0.hasPrefix("after=") }
        return request.uri.path + "?" + (kept + ["after=\(place)"]).joined(separator: "&")
    }

    /// An empty list is of a cohort that exists, or not found.
    fileprivate func requireCohort(_ code: Cohort.Code) async throws {
        guard try await read(.followedCohorts(of: programme)).contains(where: { $0.cohort == code }) else {
            throw Problem.notFound
        }
    }

    /// What is shown of a person: of one's own, or of another's for whom there is access; in no case is it told which.
    func record(of person: Participant.ID, in programme: Programme.ID) async throws -> Followed.Record? {
        if let record = try await ask(for: .snapshot, { tx in try tx.record(of: person, in: programme) }) {
            return record
        }
        return try await lent(person)
    }

    /// What is shown of another office's person, for whom there is access.
    func lent(_ person: Participant.ID) async throws -> Followed.Record? {
        let programme = programme
        return try await ask(for: .snapshot, as: .guest(caller.office, person)) { tx in
            try tx.record(of: person, in: programme)
        }
    }
}

extension Response {
    /// The list of people, written by hand: it is what is asked most.
    fileprivate static func followed(_ asked: Asked, _ rows: [Followed.Line], next: String?) -> Response {
        .object(asked) { object in
            object.array("items") { array in
                for row in rows {
                    array.object { line in
                        line.field("participant_id", row.participantID.rawValue)
                        line.field("family_name", row.familyName)
                        line.field("given_name", row.givenName)
                        line.field("email", row.email)
                        line.field("phone", row.phone)
                        line.field("provider", row.provider)
                        line.field("category", row.category)
                        line.field("commune", row.commune)
                        line.field("status", row.status.rawValue)
                        line.field("applied_on", row.appliedOn.description)
                    }
                }
            }
            object.field("next", next)
        }
    }
}

extension JSONObject {
    fileprivate mutating func write(_ record: Followed.Record, _ language: Language) {
        fields(of: record.person)
        lines("enrolments", record.places)
        lines("attendance", record.marks)
        array("scores") { array in
            for change in record.changes {
                array.object { line in
                    line.field("cohort", change.cohort.rawValue)
                    line.field("code", change.code)
                    line.field("title", change.title.text(language))
                    line.field("before", change.before.map { significant($0) })
                    line.field("after", change.after.map { significant($0) })
                }
            }
        }
    }
}
