import FoundationEssentials
import Postgres
import Testing

@Suite(.serialized, .timeLimit(.minutes(5)))
struct CommitTests {
    private let limits = Limits(
        connect: .seconds(2), acquire: .seconds(5), statement: .seconds(2), commit: .milliseconds(500))

    @Test(arguments: [true, false])
    func aCommitWhoseAnswerIsLostIsUnknown(silently: Bool) async throws {
        try await TestCluster.lendScoped { cluster async throws in
            try await FaultProxy.lend(to: cluster.port) { proxy async throws in
                let database = proxy.database(limits: limits)
                try await database.transaction { _ in }
                proxy.fault = .loseCommit(silently: silently)
                let time = try await elapsed {
                    let error = try await refusal { try await database.keep() }
                    #expect(error?.isOutcomeUnknown == true, "\(String(describing: error))")
                }
                #expect(time < ample)
                proxy.fault = .none
                #expect(try await cluster.numberOfKept() == 1)
                await database.close()
            }
        }
    }

    @Test func withoutAKeyAnUnknownCommitIsNeverRunAgain() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            try await FaultProxy.lend(to: cluster.port) { proxy async throws in
                let database = proxy.database(limits: limits)
                try await database.transaction { _ in }
                proxy.fault = .loseCommit(silently: false)
                let runs = Tally()
                let error = try await refusal {
                    try await database.transaction(retry: .whenUndone()) { transaction in
                        runs.add()
                        try transaction.run(keeping(UUID()))
                    }
                }
                #expect(error?.isOutcomeUnknown == true && runs.count == 1)
                proxy.fault = .none
                #expect(try await cluster.numberOfKept() == 1)
                await database.close()
            }
        }
    }

    /// Each write's first answers are lost; then the wire is well.
    @Test(arguments: [true, false])
    func withItsKeyAWriteWhoseAnswerIsLostIsDoneOnce(silently: Bool) async throws {
        try await TestCluster.lendScoped { cluster async throws in
            try await FaultProxy.lend(to: cluster.port) { proxy async throws in
                let database = proxy.database(limits: limits)
                for round in 1...6 {
                    proxy.fault = .loseCommit(silently: silently)
                    let healing = Task {
                        try await Task.sleep(for: .milliseconds(silently ? 900 : 150))
                        proxy.fault = .none
                    }
                    try await database.keep(retry: .keyed(UUID()))
                    try await healing.value
                    #expect(try await cluster.numberOfKept() == round)
                }
                await database.close()
            }
        }
    }

    /// At every byte of a connection's life, in both directions: opening, BEGIN, the statement, COMMIT.
    @Test(arguments: [true, false])
    func aKeyedWriteOnAConnectionThatIsCutAnywhereIsDoneOnce(fromServer: Bool) async throws {
        try await TestCluster.lendScoped { cluster async throws in
            try await FaultProxy.lend(to: cluster.port) { proxy async throws in
                var done = 0
                for limit in stride(from: 0, to: 1_600, by: 23) {
                    proxy.fault = .cut(after: limit, fromServer: fromServer)
                    let database = proxy.database(connections: 1, limits: self.limits)
                    let before = try await refusal { try await database.transaction { _ in } }
                    #expect(before == nil || before?.isConnectionLost == true || before?.isOutcomeUnknown == true)
                    let write = Task {
                        try await database.keep(retry: .keyed(UUID()))
                    }
                    try await Task.sleep(for: .milliseconds(20))
                    proxy.fault = .none
                    try await write.value
                    done += 1
                    #expect(try await cluster.numberOfKept() == done)
                    await database.close()
                }
            }
        }
    }

    @Test func aReadOnAConnectionThatIsCutAnywhereIsReadAgain() async throws {
        let limits = Limits(connect: .seconds(2), acquire: .seconds(20), statement: .seconds(20))
        try await TestCluster.lendScoped { cluster async throws in
            try await FaultProxy.lend(to: cluster.port) { proxy async throws in
                for limit in stride(from: 0, to: 2_500, by: 61) {
                    for fromServer in [true, false] {
                        let database = proxy.database(shared: 1, limits: limits)
                        _ = try await database.read(scopedRows(tag: 0))
                        proxy.fault = .cut(after: limit, fromServer: fromServer)
                        let reads = (0..<4).map { tag in
                            Task { try await database.read(scopedRows(tag: tag), scope: scope(of: owners[tag])) }
                        }
                        try await Task.sleep(for: .milliseconds(15))
                        proxy.fault = .none
                        for (tag, read) in reads.enumerated() {
                            #expect(try await read.value == rows(of: owners[tag], tag: tag), "\(limit) \(fromServer)")
                        }
                        await database.close()
                    }
                }
            }
        }
    }

    @Test func aCommitThatWaitsForAStandbyIsUnknownAtItsDeadline() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            try await cluster.waitForNobody()
            let database = cluster.database(limits: limits)
            let time = try await elapsed {
                let error = try await refusal { try await database.keep() }
                #expect(error?.isOutcomeUnknown == true, "\(String(describing: error))")
            }
            #expect(time > .milliseconds(400) && time < ample)
            await database.close()
        }
    }

    @Test func aCommitMadeOnlyLocallyIsUnknownAndNoSuccess() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            try await cluster.waitForNobody()
            let database = cluster.database(limits: Limits(commit: .seconds(20)))
            let writing = Task { try await database.keep() }
            let waiting = "select count(*) from pg_stat_activity where wait_event = 'SyncRep'"
            #expect(try await eventually { try await cluster.ask(waiting) == "1" })
            let cancelling =
                "select bool_and(pg_cancel_backend(pid)) from pg_stat_activity where wait_event = 'SyncRep'"
            #expect(try await cluster.ask(cancelling) == "true")
            let error = try await refusal { _ = try await writing.value }
            #expect(error?.isOutcomeUnknown == true, "\(String(describing: error))")
            #expect(try await cluster.numberOfKept() == 1)
            await database.close()
        }
    }

    @Test func aCancellationThatComesAfterCommitIsSentDoesNotUnsayIt() async throws {
        try await TestCluster.lendScoped { cluster async throws in
            try await FaultProxy.lend(to: cluster.port) { proxy async throws in
                let database = proxy.database()
                try await database.transaction { _ in }
                proxy.fault = .delay(milliseconds: 150)
                for round in 1...4 {
                    let isBodyDone = Tally()
                    let task = Task {
                        try await database.transaction { transaction in
                            try transaction.run(keeping(UUID()))
                            isBodyDone.add()
                        }
                    }
                    #expect(try await eventually { isBodyDone.count == 1 })
                    try await Task.sleep(for: .milliseconds(60 * round))
                    task.cancel()
                    try await task.value
                    #expect(try await cluster.numberOfKept() == round)
                }
                await database.close()
            }
        }
    }
}

extension TestCluster {
    /// From now on a commit waits for a standby that does not exist. The checkpointer tells the others that there is one
    /// to wait for, as it begins anew: surely so between one checkpoint and the next.
    fileprivate func waitForNobody() async throws {
        try await configure("synchronous_standby_names = 'nobody'")
        let setting = "select current_setting('synchronous_standby_names')"
        guard try await eventually({ try await ask(setting) == "nobody" }) else { throw RigFailure("not configured") }
        for _ in 1...2 { try await script("checkpoint") }
    }
}
