import CLibpq
import Glibc
import Synchronization

/// One thread that waits for sockets and runs the work of those who use them: their actor's executor and, for tasks that
/// prefer it, their task executor, so that neither an answer nor the work that follows changes threads.
///
/// The thread starts with the first job. Jobs may block when only one connection lives here, and never do otherwise.
final class Loop: SerialExecutor, TaskExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var calls: [@Sendable () -> Void] = []
        var isAsleep = false
        var hasThread = false
        var isStopped = false
    }

    private let state = Mutex(State())
    private let thread = Atomic<UInt>(0)
    private let poll = epoll_create1(Int32(EPOLL_CLOEXEC))
    private let bell = Bell()

    /// Who is told what happens; touched on the loop's thread only.
    // Not isolated, because the thread that runs the jobs is not itself a job.
    private nonisolated(unsafe) var residents: [any Resident] = []
    // As above.
    private nonisolated(unsafe) var watched: [UInt64: any Resident] = [:]
    // As above.
    private nonisolated(unsafe) var lastNumber: UInt64 = 0

    init() {
        control(EPOLL_CTL_ADD, bell.descriptor, EPOLLIN.rawValue, 0)
    }

    deinit { close(poll) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        admit { $0.jobs.append(job) }
    }

    /// Runs `call` on the loop's thread: at once when that is the caller's own.
    func perform(_ call: @escaping @Sendable () -> Void) {
        if isCurrent { call() } else { admit { $0.calls.append(call) } }
    }

    /// Makes a sleeping loop look at its residents again.
    func wake() { admit { _ in } }

    /// Lets the thread end once nothing is left to run; a later job starts another.
    func stop() { admit { $0.isStopped = true } }

    var isCurrent: Bool { thread.load(ordering: .relaxed) == UInt(pthread_self()) }

    func checkIsolated() {
        precondition(isCurrent, "work of a connection ran away from its loop")
    }

    private func admit(_ change: (inout State) -> Void) {
        let (isToRing, isToStart) = state.withLock { state in
            change(&state)
            let isToStart = !state.hasThread && !(state.isStopped && state.jobs.isEmpty && state.calls.isEmpty)
            if isToStart { state.hasThread = true }
            defer { state.isAsleep = false }
            return (state.isAsleep, isToStart)
        }
        if isToRing { bell.ring() }
        if isToStart { startThread() }
    }

    private func startThread() {
        var handle = pthread_t()
        let loop = Unmanaged.passRetained(self)
        // A job must not be dropped: when the system has no thread to give, it is asked again.
        while pthread_create(&handle, nil, { Unmanaged<Loop>.run($0) }, loop.toOpaque()) != 0 { usleep(10_000) }
        pthread_detach(handle)
    }

    fileprivate func run() {
        thread.store(UInt(pthread_self()), ordering: .relaxed)
        var events: [epoll_event] = Array(repeating: epoll_event(), count: 64)
        var lastTick = ContinuousClock.now
        while true {
            work()
            guard let timeout = rest() else { return }
            let count = epoll_wait(poll, &events, Int32(events.count), timeout)
            if timeout != 0 { state.withLock { $0.isAsleep = false } }
            for event in events.prefix(Int(max(0, count))) { tell(event) }
            let now = ContinuousClock.now
            if now - lastTick >= Self.tick {
                lastTick = now
                for resident in residents { resident.tick(now) }
            }
        }
    }

    /// Runs what has come, then lets the residents send what that made.
    private func work() {
        for _ in 0..<16 {
            let (jobs, calls) = state.withLock { state in
                defer { (state.jobs, state.calls) = ([], []) }
                return (state.jobs, state.calls)
            }
            for call in calls { call() }
            for job in jobs {
                job.runSynchronously(
                    isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
            }
            for resident in residents { resident.settle() }
            if state.withLock({ $0.jobs.isEmpty && $0.calls.isEmpty }) { return }
        }
    }

    /// How many milliseconds to sleep at most, -1 for ever; nil when the thread's time is over.
    private func rest() -> Int32? {
        let isWaiting = residents.contains { $0.isWaiting }
        return state.withLock { state in
            guard state.jobs.isEmpty, state.calls.isEmpty else { return 0 }
            if state.isStopped {
                state.hasThread = false
                thread.store(0, ordering: .relaxed)
                return nil
            }
            state.isAsleep = true
            return isWaiting ? Int32(Self.tick / .milliseconds(1)) : -1
        }
    }

    /// How finely deadlines are kept.
    private static let tick = Duration.milliseconds(20)

    private func tell(_ event: epoll_event) {
        guard event.data.u64 != 0 else { return bell.silence() }
        watched[event.data.u64]?.socketIsReady(event.data.u64)
    }
}

extension Unmanaged<Loop> {
    fileprivate static func run(_ loop: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let loop { fromOpaque(loop).takeRetainedValue().run() }
        return nil
    }
}

/// What lives on a loop: it is told of its sockets and of the time, and asked to send before the loop sleeps.
protocol Resident: AnyObject {
    /// Whether somebody waits, so that the time matters.
    var isWaiting: Bool { get }

    /// The socket that is watched under the number can be read, or written.
    func socketIsReady(_ number: UInt64)
    func tick(_ now: ContinuousClock.Instant)
    func settle()
}

/// On the loop's thread only.
extension Loop {
    func admit(_ resident: any Resident) {
        checkIsolated()
        residents.append(resident)
    }

    func dismiss(_ resident: any Resident) {
        checkIsolated()
        residents.removeAll { $0 === resident }
    }

    /// Tells the resident from now on when the socket can be read; gives the number under which it is watched.
    func watch(_ socket: Int32, for resident: any Resident) -> UInt64 {
        checkIsolated()
        lastNumber += 1
        watched[lastNumber] = resident
        control(EPOLL_CTL_ADD, socket, EPOLLIN.rawValue, lastNumber)
        return lastNumber
    }

    /// Tells, or tells no longer, also when it can be written.
    func watch(_ socket: Int32, _ number: UInt64, isWriting: Bool) {
        control(EPOLL_CTL_MOD, socket, EPOLLIN.rawValue | (isWriting ? EPOLLOUT.rawValue : 0), number)
    }

    func forget(_ socket: Int32, _ number: UInt64) {
        watched[number] = nil
        control(EPOLL_CTL_DEL, socket, 0, number)
    }

    private func control(_ change: Int32, _ socket: Int32, _ events: UInt32, _ number: UInt64) {
        var event = epoll_event(events: events, data: epoll_data_t(u64: number))
        epoll_ctl(poll, change, socket, &event)
    }
}
