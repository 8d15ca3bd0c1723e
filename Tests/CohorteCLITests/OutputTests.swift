import Dispatch
import Glibc
import Testing
import Training

@testable import CohorteCLI

@Suite struct OutputTests {
    @Test func aFullDiskIsAnError() {
        let descriptor = open("/dev/full", O_WRONLY)
        defer { close(descriptor) }
        var output = Output(descriptor: descriptor)
        #expect(throws: CannotWrite("stdout", code: ENOSPC)) {
            try output.write("x")
            try output.finish()
        }
    }

    @Test func aClosedPipeIsNoFault() {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        close(ends[0])
        defer { close(ends[1]) }
        var output = Output(descriptor: ends[1])
        #expect(throws: OutputClosed.self) {
            try output.write("x")
            try output.finish()
        }
    }

    @Test func aClosedDescriptorIsAnError() {
        var output = Output(descriptor: -1)
        #expect(throws: CannotWrite.self) {
            try output.write("x")
            try output.flush()
        }
    }

    @Test func aSlowReaderLosesNothing() async throws {
        // Programs that other tests start meanwhile must not hold the writing end open.
        var ends: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        #expect(socketpair(AF_UNIX, kind, 0, &ends) == 0)
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        let (source, sink) = (ends[0], ends[1])
        let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        async let read = aside { () -> [UInt8] in
            var all: [UInt8] = []
            var piece = [UInt8](repeating: 0, count: 5_000)
            while case let got = Glibc.read(source, &piece, piece.count), got > 0 {
                all += piece[..<got]
                if all.count < 100_000 { usleep(1_000) }
            }
            return all
        }
        var output = Output(descriptor: sink)
        try output.write(bytes)
        try output.finish()
        close(sink)
        #expect(await read == bytes)
        close(source)
    }

    @Test func nothingIsDrawnWhereThereIsNoTerminal() {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        var bar = ProgressBar("bilan", total: 2, descriptor: ends[1])
        bar.advance()
        bar.finish()
        close(ends[1])
        var byte: UInt8 = 0
        #expect(read(ends[0], &byte, 1) == 0)
        close(ends[0])
    }
}

@Suite struct WriteFileTests {
    @Test func aFileIsReplacedWholeAndReadableByAll() throws {
        let folder = TemporaryFolder()
        let path = folder.file("bilan.html", "ancien".utf8)
        try writeFile(Array("nouveau".utf8), to: path)
        #expect(folder.bytes("bilan.html") == Array("nouveau".utf8))
        #expect(folder.names == ["bilan.html"])
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o644)
    }

    @Test func missingFoldersAreMade() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/a/b//f"
        try writeFile([1, 2], to: path)
        #expect(access(path, R_OK) == 0)
        unlink(path)
        rmdir(folder.path + "/a/b")
        rmdir(folder.path + "/a")
    }

    @Test func aFailureHalfWayLeavesTheOldFileAndNothingElse() throws {
        let folder = TemporaryFolder()
        let path = folder.file("f", "ancien".utf8)
        var limit = rlimit()
        #expect(getrlimit(__rlimit_resource_t(1), &limit) == 0)
        let before = limit
        limit.rlim_cur = 64 << 20
        #expect(setrlimit(__rlimit_resource_t(1), &limit) == 0)
        var low = before
        defer { setrlimit(__rlimit_resource_t(1), &low) }
        #expect(throws: CannotWrite(path, code: EFBIG)) {
            try writeFile([UInt8](repeating: 7, count: (64 << 20) + 1), to: path)
        }
        #expect(folder.bytes("f") == Array("ancien".utf8))
        #expect(folder.names == ["f"])
    }

    @Test(arguments: ["/tmp", "", "/proc/nowhere/f", "/dev/null/f", "/tmp/a\0b", "/dev/full"])
    func whatCannotBeWrittenIsSaidSo(path: String) {
        #expect(throws: CannotWrite.self) { try writeFile([1], to: path) }
    }

    @Test func aDeviceStaysADevice() throws {
        try writeFile([1], to: "/dev/null")
        var status = stat()
        #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    }

    @Test func aLinkIsFollowed() throws {
        let folder = TemporaryFolder()
        let path = folder.file("f", "ancien".utf8)
        #expect(symlink(path, folder.path + "/l") == 0)
        try writeFile([5], to: folder.path + "/l")
        #expect(folder.bytes("f") == [5])
        #expect(folder.names == ["f", "l"])
    }

    @Test func twoWritersLeaveOneWholeFile() async throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/f"
        try await withThrowingTaskGroup(of: Void.self) { group in
            for byte in 0..<16 as Range<UInt8> {
                group.addTask { try writeFile([UInt8](repeating: byte, count: 100_000), to: path) }
            }
            try await group.waitForAll()
        }
        #expect(folder.bytes("f").count == 100_000)
        #expect(Set(folder.bytes("f")).count == 1)
        #expect(folder.names == ["f"])
    }
}

/// Blocks a thread of its own, and none of those that run the tests.
private func aside<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        DispatchQueue(label: "aside").async { continuation.resume(returning: work()) }
    }
}
