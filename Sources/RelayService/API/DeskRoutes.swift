import Documents
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import Training

extension Route {
    /// The pages for advisers.
    static let desk: [Route] = [
        Route(method: .get, path: "/", answer: .toDesk { _ in .seeOther("/participants") }),
        Route(
            method: .get, path: "/entree",
            answer: .toStranger { request, _ in
                .page(
                    .entry(
                        hasFailed: false,
                        wanted: request.uri.queryParameters["vers"].flatMap { LocalAddress(String($0))?.text },
                        Language(asked: request.headers[.acceptLanguage])))
            }),
        Route(method: .post, path: "/entree", answer: .toStranger(enter)),
        Route(
            method: .post, path: "/sortie",
            answer: .toStranger { _, _ in .seeOther("/entree", cookie: Session.ended) }),
        .open("/desk.css") { _ in
            .text(String(decoding: DeskPage.style, as: UTF8.self), type: "text/css; charset=utf-8")
        },
        .page("/participants") { asked in
            let desk = try await asked.desk()
            guard let cohort = desk.cohort else { return asked.nothing(desk) }
            let (query, status) = (try asked.words(), try asked.status())
            let (programme, office) = (asked.programme, asked.caller.office)
            let boards = try await asked.ask(for: .snapshot) { tx in
                try desk.called.map { line in
                    let cohort = try tx.cohort(line.cohort, of: programme)
                    return (cohort: line, cards: try tx.cards(in: cohort, for: office, query: query, status: status))
                }
            }
            let (cards, calls) = (
                boards.first { $0.cohort.cohort == cohort.cohort }?.cards ?? [], [Followed.Call](boards)
            )
            asked.note(Array(Set((cards.map(\.participantID) + calls.map(\.participantID)))))
            return .page(
                .people(
                    cards, calls: calls, in: cohort, among: desk.cohorts, query: query ?? "", status: status,
                    desk.reader(asked)))
        },
        .page("/participants/{id}") { asked in try await asked.personPage() },
        .page("/participants/{id}/accompagnements") { asked in
            .seeOther("/participants/\(try asked.person().rawValue.uuidString.lowercased())#support")
        },
        Route(
            method: .post, path: "/participants/{id}/accompagnements",
            answer: .toDesk { asked in try await asked.logAct() }),
        Route(
            method: .post, path: "/participants/{id}/accompagnements/{act}/fait",
            answer: .toDesk { asked in try await asked.settleAct() }),
        .page("/participants/{id}/accompagnements/{act}") { asked in try await asked.correctionPage() },
        Route(
            method: .post, path: "/participants/{id}/accompagnements/{act}",
            answer: .toDesk { asked in try await asked.correctAct() }),
        .page("/acces") { asked in try await asked.accessPage() },
        Route(method: .post, path: "/acces", answer: .toDesk { asked in try await asked.askAccess() }),
        .page("/competences") { asked in
            let desk = try await asked.desk()
            return .page(.skills(try await asked.skills(), desk.reader(asked)))
        },
        .page("/seances") { asked in
            let desk = try await asked.desk()
            guard let cohort = desk.cohort else { return asked.nothing(desk) }
            let programme = asked.programme
            let lines = try await asked.ask(for: .snapshot) { tx in
                try tx.sessions(of: try tx.cohort(cohort.cohort, of: programme))
            }
            return .page(.sessions(lines, in: cohort, desk.reader(asked)))
        },
        .page("/seances.ics") { asked in
            guard let cohort = try await asked.desk().cohort else { throw Problem.notFound }
            return try await asked.calendar(of: cohort.cohort)
        },
        .page("/evaluation") { asked in
            let desk = try await asked.desk()
            guard let cohort = desk.cohort else { return asked.nothing(desk) }
            let published = try await asked.read(.published(of: cohort.cohort, in: asked.programme)).first
            return .page(.evaluation(published?.summary, in: cohort, desk.reader(asked)))
        },
    ]

    /// Somebody shows a pass in the form.
    private static func enter(_ request: Request, _ rooms: Rooms) async throws -> Response {
        let fields = try await request.form(upTo: 4096)
        let shown = String((fields["token"] ?? "").filter { $0 != " " })
        let wanted = fields["vers"].flatMap { LocalAddress($0)?.text }
        if try await rooms.gate.caller(showing: shown) != nil {
            return .seeOther(wanted ?? "/participants", cookie: Session.begun(shown))
        }
        return .page(
            .entry(hasFailed: true, wanted: wanted, Language(asked: request.headers[.acceptLanguage])),
            status: .unauthorized)
    }
}

/// What every page of the desk needs: who asks, and which cohort it is about.
struct Desk: Sendable {
    let me: Followed.Me
    let cohorts: [Followed.CohortLine]
    /// The one that was chosen, else the latest in which the office follows anybody.
    let cohort: Followed.CohortLine?

    /// Those whose people may have to be called: the chosen one, and those that are not evaluated.
    var called: [Followed.CohortLine] {
        cohorts.filter { $0.cohort == cohort?.cohort || $0.followed > 0 && $0.status != .evaluated }
    }

    func reader(_ asked: Asked) -> DeskPage.Reader {
        DeskPage.Reader(office: me.shortName, cohort: cohort?.cohort, asked.language)
    }
}

extension Asked {
    func desk() async throws -> Desk {
        async let mine = read(.me(caller.office))
        async let all = read(.followedCohorts(of: programme))
        guard let me = try await mine.first else { throw Problem.unauthorized }
        let cohorts = try await all
        let chosen = query("cohort")
        let cohort =
            chosen.map { code in cohorts.first { $0.cohort.rawValue == code } }
            ?? cohorts.first { $0.followed > 0 } ?? cohorts.first
        if chosen != nil, cohort == nil { throw Problem.notFound }
        return Desk(me: me, cohorts: cohorts, cohort: cohort)
    }

    /// There is no cohort yet.
    fileprivate func nothing(_ desk: Desk) -> Response {
        .page(
            .message(
                Sentence("Il n’y a pas encore de cohorte.", "There is no cohort yet."), desk.reader(self), language))
    }
}

extension Response {
    /// A page: only its own style sheet, only its own forms.
    static func page(_ page: DeskPage, status: HTTPResponse.Status = .ok) -> Response {
        var response = Response(status: status, body: .init(byteBuffer: ByteBuffer(bytes: page.html())))
        response.headers[.contentType] = "text/html; charset=utf-8"
        response.headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        response.headers[.vary] = "Accept-Language, Cookie"
        return response
    }
}
