import Glibc
import Testing

@testable import RelayService

/// The memory that the program's code takes.
struct FootprintTests {
    /// Pages of files that are in this process's memory.
    private var pagesOfFiles: Int? {
        guard let file = fopen("/proc/self/statm", "r") else { return nil }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        guard fgets(&line, 128, file) != nil else { return nil }
        let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return text.split(separator: " ").dropFirst(2).first.flatMap { Int($0) }
    }

    @Test func codeThatIsNotUsedIsLetGoOfAndWhatIsUsedComesBack() throws {
        #expect(!Footprint.code().isEmpty)
        let before = try #require(pagesOfFiles)
        Footprint.letGoOfCode()
        let after = try #require(pagesOfFiles)
        #expect(after < before)
    }
}
