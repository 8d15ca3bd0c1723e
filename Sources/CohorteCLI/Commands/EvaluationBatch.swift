import FoundationEssentials
import Training

/// The batch: every cohort that is due, a few at once; one bad cohort is said and stops no other.
struct EvaluationBatch {
    let door: Door
    let making: EvaluationMaking

    private struct Job: Sendable {
        let wanted: EvaluationMaking.Wanted
    }

    private struct Outcome: Sendable {
        let index: Int
        let result: Result<EvaluationMaking.Done, any Error>
    }

    /// As many at once as keep the processors busy while others wait for the database, which lends four connections, or
    /// for the disk.
    private static var width: Int { 4 + ProcessInfo.processInfo.activeProcessorCount }

    func run() async throws {
        let jobs = try await jobs()
        if !jobs.isEmpty { try FolderPath(making.out).openForWriting() }
        var bar = ProgressBar("bilans", total: jobs.count, quiet: door.options.quiet)
        var lines = [[EvaluateCommand.Line]](repeating: [], count: jobs.count)
        var failures: [Int32] = []
        await withTaskGroup(of: Outcome.self) { group in
            var next = 0
            func start() {
                guard next < jobs.count, !failures.contains(Leaving.Code.unavailable.rawValue) else { return }
                let (index, making, wanted) = (next, making, jobs[next].wanted)
                next += 1
                group.addTask { Outcome(index: index, result: await Self.made(wanted, making)) }
            }
            for _ in 0..<Self.width { start() }
            while let outcome = await group.next() {
                bar.advance()
                if let code = said(outcome, jobs[outcome.index], &bar) { failures.append(code) }
                lines[outcome.index] = (try? outcome.result.get().lines) ?? []
                start()
            }
        }
        bar.finish()
        try Listing(options: door.options).print(Array(lines.joined()))
        guard let first = failures.first else { return }
        let code = failures.allSatisfy { $0 == first } ? Leaving.Code(rawValue: first) : nil
        throw Leaving.Said(code: code ?? .refused)
    }

    private static func made(_ wanted: EvaluationMaking.Wanted, _ making: EvaluationMaking) async -> Result<
        EvaluationMaking.Done, any Error
    > {
        do { return .success(try await making.make(wanted)) } catch { return .failure(error) }
    }

    /// Says what keeps a cohort from its final evaluation; nil when it has one.
    private func said(_ outcome: Outcome, _ job: Job, _ bar: inout ProgressBar) -> Int32? {
        switch outcome.result {
        case .success(let done) where done.made.stored.status == .final: return nil
        case .success(let done):
            bar.finish()
            complain("\(job.wanted.programme.code)/\(job.wanted.cohort):")
            // Pseudonyms alone: a batch's words end in a journal, where no erasure reaches.
            return Leaving.code(of: Refusal(missing: done.made.evaluation.missing, []))
        case .failure(let error):
            bar.finish()
            complain("\(job.wanted.programme.code)/\(job.wanted.cohort):")
            return Leaving.code(of: error)
        }
    }

    private func jobs() async throws -> [Job] {
        let state = try await door.state()
        guard state == .current else { throw Usage.unprepared(state) }
        let programmes = try await door.database.transaction(as: .admin(nil)) { tx in try tx.programmes() }
        if let code = door.options.programme, !programmes.contains(where: { $0.code == code }) {
            _ = try await door.programme()
        }
        var jobs: [Job] = []
        for programme in programmes where door.options.programme.map({ $0 == programme.code }) ?? true {
            let due = try await door.database.transaction(as: .admin(programme.id)) { tx in
                try tx.cohortsDue(in: programme.id)
            }
            jobs += due.map { Job(wanted: .init(cohort: $0, programme: programme, wish: .whatever)) }
        }
        return jobs
    }
}
