import Hummingbird
import Training

extension Route {
    /// Who asks, and the programme's cohorts.
    static let own: [Route] = [
        .get("/v1/me") { asked in
            guard let me = try await asked.read(.me(asked.caller.office)).first else { throw Problem.unauthorized }
            return .object(asked) { object in object.fields(of: me) }
        },
        .get("/v1/cohorts") { asked in
            .list(asked, try await asked.read(.followedCohorts(of: asked.programme)))
        },
    ]
}
