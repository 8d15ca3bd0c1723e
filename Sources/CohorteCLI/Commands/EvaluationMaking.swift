import Training

/// Evaluations from their facts to their files: read where told, stored on the primary, written, and kept as written. A run
/// that was killed anywhere in between is healed by the next.
struct EvaluationMaking: Sendable {
    let database: Database
    let facts: FactSource
    let out: String
    /// Whether each programme has a folder of its own.
    let isByProgramme: Bool
    let weasyPrint: WeasyPrint?
    let language: Language

    struct Wanted: Sendable {
        /// Of one programme, in the order of their codes, read and stored together.
        let cohorts: [Cohort.Code]
        let programme: Programme
        let wish: Evaluation.Wish
        var asOf = AsOf.now
        var reader: Evaluation.Release.Reader?
        var minimumGroup = Publication.leastGroup
    }

    struct Done: Sendable {
        let made: Evaluation.Made
        let publication: Publication.Made?
        let lines: [EvaluateCommand.Line]
    }

    typealias Outcome = Result<Done, any Error>

    /// What becomes of each cohort; what cannot be stored of several together is stored one by one.
    func make(_ wanted: Wanted) async -> [Outcome] {
        let stored: [(Evaluation.Made, Publication.Made?)]
        do {
            stored = try await self.stored(wanted)
        } catch {
            guard wanted.cohorts.count > 1, (error as? Trouble)?.kind != .unavailable else {
                return wanted.cohorts.map { _ in .failure(error) }
            }
            var outcomes: [Outcome] = []
            for cohort in wanted.cohorts { outcomes += await make(wanted.alone(cohort)) }
            return outcomes
        }
        var outcomes: [Outcome] = []
        for (made, publication) in stored {
            do {
                outcomes.append(.success(try await written(made, publication, wanted)))
            } catch {
                outcomes.append(.failure(error))
            }
        }
        return await kept(outcomes, wanted.programme)
    }

    /// Keeps which documents were written; when that fails, it is what became of them.
    private func kept(_ outcomes: [Outcome], _ programme: Programme) async -> [Outcome] {
        let written = outcomes.compactMap { try? $0.get() }.filter {
            $0.publication == nil && $0.made.stored.status == .final
        }
        guard !written.isEmpty else { return outcomes }
        do {
            try await database.transaction(as: .admin(programme.id)) { tx in try tx.keepWritten(written.map(\.made)) }
            return outcomes
        } catch {
            return outcomes.map { outcome in outcome.flatMap { _ in .failure(error) } }
        }
    }

    private func written(_ made: Evaluation.Made, _ publication: Publication.Made?, _ wanted: Wanted) async throws
        -> Done
    {
        let files = publication.map { EvaluationFiles($0, in: language) } ?? EvaluationFiles(made, in: language)
        let paths = try await files.write(
            under: isByProgramme ? "\(out)/\(wanted.programme.code)" : out, of: wanted.programme, weasyPrint)
        let lines = paths.map { path in
            EvaluateCommand.Line(
                programme: wanted.programme.code, cohort: Cohort.Code(rawValue: made.evaluation.cohort.code),
                status: made.stored.status.rawValue,
                number: Int(made.stored.number), file: path)
        }
        return Done(made: made, publication: publication, lines: lines)
    }

    private func stored(_ wanted: Wanted) async throws -> [(Evaluation.Made, Publication.Made?)] {
        let judged = try await facts.judged(wanted)
        let purpose: Database.Purpose = judged == nil ? .snapshot : .change
        return try await database.transaction(as: .admin(wanted.programme.id), for: purpose) { tx in
            let made =
                try judged.map { try tx.store($0) }
                ?? tx.evaluate(
                    wanted.cohorts, of: wanted.programme.id, wanted.wish, on: try wanted.day(tx),
                    program: Cohorte.version)
            guard let reader = wanted.reader else { return made.map { ($0, nil) } }
            return try made.map { ($0, try tx.publish($0, to: reader, minimumGroup: wanted.minimumGroup)) }
        }
    }
}

extension EvaluationMaking.Wanted {
    func alone(_ cohort: Cohort.Code) -> Self {
        .init(
            cohorts: [cohort], programme: programme, wish: wish, asOf: asOf, reader: reader, minimumGroup: minimumGroup)
    }

    func day(_ tx: borrowing Transaction) throws -> Day? { asOf == .now ? nil : try tx.day(asOf) }
}

/// Where facts are read: the primary, or a standby that has replayed everything the primary had when the command began.
struct FactSource: Sendable {
    private let standby: Database?

    /// How long a standby may take to catch up.
    private static let patience = Duration.seconds(10)

    /// Waits for the standby to catch up; when it does not, or is away, facts are read from the primary, which is said.
    init(_ conninfo: String?, _ door: Door) async throws {
        guard let conninfo else {
            standby = nil
            return
        }
        let standby = Database(server: conninfo)
        let position = try await door.database.transaction(as: .admin(nil)) { tx in try tx.position() }
        var hasCaughtUp = false
        do {
            let end = ContinuousClock.now + Self.patience
            repeat {
                hasCaughtUp = try await standby.transaction(as: .admin(nil)) { tx in try tx.hasReplayed(position) }
                if !hasCaughtUp { try await Task.sleep(for: .milliseconds(50)) }
            } while !hasCaughtUp && ContinuousClock.now < end
        } catch let trouble as Trouble where trouble.kind == .unavailable {}
        if !hasCaughtUp {
            door.tell(
                "Le serveur de lecture est absent ou en retard : les faits sont lus sur le serveur principal.",
                "The server to read from is away or behind: the facts are read from the primary.")
        }
        self.standby = hasCaughtUp ? standby : nil
    }

    /// What the standby's facts make; nil when they are to be read from the primary.
    func judged(_ wanted: EvaluationMaking.Wanted) async throws -> [Evaluation.Judged]? {
        guard let standby else { return nil }
        do {
            return try await standby.transaction(as: .admin(wanted.programme.id), for: .snapshot) { tx in
                try tx.judge(
                    wanted.cohorts, of: wanted.programme.id, wanted.wish, on: wanted.day(tx), program: Cohorte.version)
            }
        } catch let trouble as Trouble where trouble.kind == .unavailable {
            return nil
        }
    }
}
