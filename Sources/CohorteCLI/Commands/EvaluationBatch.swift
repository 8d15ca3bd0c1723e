import FoundationEssentials
import Training

/// The batch: every cohort that is due, several together and a few such groups at once; one bad cohort is said and stops no
/// other.
struct EvaluationBatch {
    let door: Door
    let making: EvaluationMaking

    private struct Outcome: Sendable {
        let index: Int
        let results: [EvaluationMaking.Outcome]
    }

    /// As many at once as keep the processors busy while others wait for the database, which lends four connections, or
    /// for the disk.
    private static var width: Int { 4 + ProcessInfo.processInfo.activeProcessorCount }
    /// The most cohorts that are read and stored together: more would hold memory and locks for longer, and save little.
    private static let most = 8

    func run() async throws {
        let jobs = try await jobs()
        if !jobs.isEmpty { try FolderPath(making.out).openForWriting() }
        var bar = ProgressBar("bilans", total: jobs.reduce(0) { $0 + $1.cohorts.count }, quiet: door.options.quiet)
        var lines = [[EvaluateCommand.Line]](repeating: [], count: jobs.count)
        var failures: [Int32] = []
        await withTaskGroup(of: Outcome.self) { group in
            var next = 0
            func start() {
                guard next < jobs.count, !failures.contains(Leaving.Code.unavailable.rawValue) else { return }
                let (index, making, wanted) = (next, making, jobs[next])
                next += 1
                group.addTask { Outcome(index: index, results: await making.make(wanted)) }
            }
            for _ in 0..<Self.width { start() }
            while let outcome = await group.next() {
                let job = jobs[outcome.index]
                bar.advance(by: job.cohorts.count)
                for (cohort, result) in zip(job.cohorts, outcome.results) {
                    if let code = said(result, "\(job.programme.code)/\(cohort):", &bar) { failures.append(code) }
                    lines[outcome.index] += (try? result.get().lines) ?? []
                }
                start()
            }
        }
        bar.finish()
        try Listing(options: door.options).print(Array(lines.joined()))
        guard let first = failures.first else { return }
        let code = failures.allSatisfy { $0 == first } ? Leaving.Code(rawValue: first) : nil
        throw Leaving.Said(code: code ?? .refused)
    }

    /// Says what keeps a cohort from its final evaluation; nil when it has one.
    private func said(_ result: EvaluationMaking.Outcome, _ name: String, _ bar: inout ProgressBar) -> Int32? {
        switch result {
        case .success(let done) where done.made.stored.status == .final: return nil
        case .success(let done):
            bar.finish()
            complain(name)
            // Pseudonyms alone: a batch's words end in a journal, where no erasure reaches.
            return Leaving.code(of: Refusal(missing: done.made.evaluation.missing, []))
        case .failure(let error):
            bar.finish()
            complain(name)
            return Leaving.code(of: error)
        }
    }

    private func jobs() async throws -> [EvaluationMaking.Wanted] {
        let state = try await door.state()
        guard state == .current else { throw Usage.unprepared(state) }
        let programmes = try await door.database.transaction(as: .admin(nil)) { tx in try tx.programmes() }
        if let code = door.options.programme, !programmes.contains(where: { $0.code == code }) {
            _ = try await door.programme()
        }
        var due: [(programme: Programme, cohorts: [Cohort.Code])] = []
        for programme in programmes where door.options.programme.map({ $0 == programme.code }) ?? true {
            let cohorts = try await door.database.transaction(as: .admin(programme.id)) { tx in
                try tx.cohortsDue(in: programme.id)
            }
            due.append((programme, cohorts))
        }
        let total = due.reduce(0) { $0 + $1.cohorts.count }
        let size = min(Self.most, max(1, total / Self.width))
        return due.flatMap { programme, cohorts in
            stride(from: 0, to: cohorts.count, by: size).map { first in
                .init(
                    cohorts: Array(cohorts[first..<min(first + size, cohorts.count)]), programme: programme,
                    wish: .whatever)
            }
        }
    }
}
