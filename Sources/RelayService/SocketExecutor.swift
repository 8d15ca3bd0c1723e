import NIOCore

/// Runs tasks on the thread that waits for the sockets, so that neither a request that came nor its answer changes threads
/// twice on the way. What runs there must not block, nor be long.
final class SocketExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
