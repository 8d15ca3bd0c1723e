import CLibpq
import DequeModule
import Dispatch

/// The reads of many callers on few connections: queues them, groups them by scope, and keeps their deadlines.
actor Readers {
    private let loop: Loop
    private let login: Login
    private let limits: Limits
    private let notice: (@Sendable (Notice) -> Void)?
    private let most: Int
    private var queue: Deque<PendingRead> = []
    private var lanes: [Lane] = []
    private var connecting = 0
    private var backoff = Backoff()
    private var isClosed = false
    private var isOnLoop = false
    private var whenIdle: [CheckedContinuation<Void, Never>] = []

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    init(_ login: Login, _ limits: Limits, _ notice: (@Sendable (Notice) -> Void)?, connections: Int, on loop: Loop) {
        (self.login, self.limits, self.notice) = (login, limits, notice)
        (most, self.loop) = (connections, loop)
    }

    /// Queues the read; on the loop's thread only, as is `abandon`.
    nonisolated func submit(_ read: PendingRead) { assumeIsolated { $0.admit(read) } }

    /// Nobody waits for the read any more.
    nonisolated func abandon(_ read: PendingRead) {
        read.isAbandoned = true
        if read.isSubmitted { read.fail(CancellationError()) }
    }

    private func admit(_ read: PendingRead) {
        read.isSubmitted = true
        if read.isAbandoned { return read.fail(CancellationError()) }
        if isClosed { return read.fail(PostgresError.closed) }
        if !isOnLoop {
            loop.admit(self)
            isOnLoop = true
        }
        queue.append(read)
    }

    // MARK: Sending

    private func dispatch() {
        while !queue.isEmpty, let lane = lanes.filter(\.mayTake).min(by: { $0.groups < $1.groups }) {
            let group = nextGroup()
            guard !group.isEmpty else { break }
            if !lane.send(group) { lose(lane) }
        }
        for lane in lanes {
            if let isWriting = lane.flush() { loop.watch(lane.link.socket, lane.number, isWriting: isWriting) }
        }
        connectIfNeeded()
    }

    /// The longest waiting read and others that may share its transaction, those of one scope behind each other: as many
    /// as make the queue last for all free places.
    private func nextGroup() -> [PendingRead] {
        while queue.first?.isAnswered == true { queue.removeFirst() }
        guard let first = queue.first else { return [] }
        if first.goesAlone { return [queue.removeFirst()] }
        let opening = first.opening
        let places = lanes.reduce(0) { $0 + ($1.mayTake ? Lane.window - $1.groups : 0) }
        let size = min(Self.largestGroup, (queue.count + places - 1) / max(1, places))
        var group: [PendingRead] = []
        var rest: [PendingRead] = []
        while group.count < size, rest.count < Self.lookahead, let read = queue.popFirst() {
            if read.isAnswered { continue }
            if !read.goesAlone, read.opening.replaces(opening) { group.append(read) } else { rest.append(read) }
        }
        queue.prepend(contentsOf: rest)
        return group.count > 2 ? group.gathered() : group
    }

    private static let largestGroup = 16
    private static let lookahead = 64

    // MARK: Connecting

    /// How long a read waits to be sent.
    private var patience: Duration { min(limits.acquire, limits.statement) }

    /// Connects one more when reads wait and no connection is at rest.
    private func connectIfNeeded() {
        guard !queue.isEmpty, connecting == 0, lanes.count < most, backoff.delay == .zero, !isClosed else { return }
        connecting += 1
        let (login, limits, notice) = (login, limits, notice)
        helper.async { [self] in
            let result = Result {
                Handed(link: try Link(login, limits, notice: notice, interrupt: nil, isReadOnly: true))
            }
            loop.perform { self.assumeIsolated { $0.connected(result) } }
        }
    }

    /// Where connecting may block: names are resolved and passwords are hashed there.
    private let helper = DispatchQueue(label: "postgres.connect")

    private struct Handed: @unchecked Sendable {  // made on one thread, then given away to the loop's
        let link: Link
    }

    private func connected(_ result: Result<Handed, any Error>) {
        connecting -= 1
        switch result {
        case .success(let handed):
            guard !isClosed else { break }
            backoff.reach()
            lanes.append(Lane(handed.link, number: loop.watch(handed.link.socket, for: self)))
        case .failure(let error):
            let wasReached = backoff.hasReached
            backoff.fail(patience: patience)
            // A full server is there: reads wait for a place as long as they may.
            let isFull = (error as? PostgresError)?.sqlState == "53300"
            guard lanes.isEmpty, !wasReached, !isFull else { break }
            while let read = queue.popFirst() { read.fail(error) }
        }
    }

    /// Gives the lane up; what was on its way goes first again.
    private func lose(_ lane: Lane) {
        let error = PostgresError(sqlState: "08006", message: lane.link.lastMessage, statement: "read")
        lane.surrender(error)
        queue.prepend(contentsOf: lane.takeRepeats())
        loop.forget(lane.link.socket, lane.number)
        lanes.removeAll { $0 === lane }
        backoff.fail(patience: patience)
        finishClosing()
    }

    // MARK: Closing

    /// Refuses what waits or comes, and disconnects when what is on its way has come back.
    func close() async {
        isClosed = true
        finishClosing()
        if lanes.contains(where: { $0.groups > 0 }) { await withCheckedContinuation { whenIdle.append($0) } }
        leave()
    }

    /// Once closed: refuses what waits, and tells who waits for the rest when that has come back.
    private func finishClosing() {
        guard isClosed else { return }
        while let read = queue.popFirst() { read.fail(PostgresError.closed) }
        guard lanes.allSatisfy({ $0.groups == 0 }) else { return }
        for waiter in whenIdle { waiter.resume() }
        whenIdle = []
    }

    /// Disconnects at once; on the loop's thread only.
    nonisolated func end() { assumeIsolated { $0.leave() } }

    private func leave() {
        isClosed = true
        for lane in lanes { loop.forget(lane.link.socket, lane.number) }
        lanes = []
        loop.dismiss(self)
    }
}

extension Readers: Resident {
    nonisolated var isWaiting: Bool {
        assumeIsolated { readers in !readers.queue.isEmpty || readers.lanes.contains { $0.groups > 0 } }
    }

    nonisolated func socketIsReady(_ number: UInt64) { assumeIsolated { $0.receive(number) } }
    nonisolated func settle() { assumeIsolated { $0.dispatch() } }
    nonisolated func tick(_ now: ContinuousClock.Instant) { assumeIsolated { $0.keepTime(now) } }

    private func receive(_ number: UInt64) {
        guard let lane = lanes.first(where: { $0.number == number }) else { return }
        let isAlive = lane.receive()
        if lane.hasServed { backoff.succeed() }
        if isAlive { queue.prepend(contentsOf: lane.takeRepeats()) } else { lose(lane) }
        finishClosing()
    }

    private func keepTime(_ now: ContinuousClock.Instant) {
        for read in queue where read.sendDeadline <= now { read.failUnsent() }
        for lane in lanes {
            lane.keepTime(now) { [self, number = lane.number] in
                loop.perform { self.assumeIsolated { $0.wasTold(number) } }
            }
            if lane.link.isGivenUp { lose(lane) }
        }
    }

    private func wasTold(_ number: UInt64) {
        lanes.first { $0.number == number }?.wasTold()
    }
}

extension [PendingRead] {
    /// Those of one scope behind each other, else in their order.
    fileprivate func gathered() -> [PendingRead] {
        var ranks: [Opening: Int] = [:]
        for read in self where ranks[read.opening] == nil { ranks[read.opening] = ranks.count }
        let order = indices.sorted { (ranks[self[$0].opening] ?? 0, $0) < (ranks[self[$1].opening] ?? 0, $1) }
        return order.map { self[$0] }
    }
}
