import Documents
import HTTPTypes
import Hummingbird
import NIOCore
import Training

extension Route {
    /// The half-days of a cohort, and what it brought.
    static let cohort: [Route] = [
        .get("/v1/cohorts/{code}/sessions") { asked in
            let (code, programme) = (try asked.cohort(), asked.programme)
            let rows = try await asked.ask(for: .snapshot) { tx in
                try tx.sessions(of: try tx.cohort(code, of: programme))
            }
            return .list(asked, rows)
        },
        .get("/v1/cohorts/{code}/sessions.ics") { asked in
            try await asked.calendar(of: try asked.cohort())
        },
        .get("/v1/cohorts/{code}/evaluation") { asked in
            let code = try asked.cohort()
            guard let published = try await asked.read(.published(of: code, in: asked.programme)).first else {
                throw Problem.notFound
            }
            return .tagged(Array(published.body.utf8), asked)
        },
    ]
}

extension Asked {
    /// The half-days of a cohort, for calendar programs.
    func calendar(of code: Cohort.Code) async throws -> Response {
        let (programme, language) = (programme, language)
        let calendar = try await ask(for: .snapshot) { tx in
            let cohort = try tx.cohort(code, of: programme)
            return SessionCalendar(try tx.sessions(of: cohort), of: cohort, in: try tx.programme(programme), language)
        }
        var response = Response(status: .ok, body: .init(byteBuffer: ByteBuffer(bytes: calendar.ics())))
        response.headers[.contentType] = "text/calendar; charset=utf-8"
        response.headers[.contentDisposition] = "attachment; filename=\"\(code).ics\""
        return response
    }
}
