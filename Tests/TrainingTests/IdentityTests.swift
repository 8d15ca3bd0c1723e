import FoundationEssentials
import Glibc
import Testing

@testable import Training

/// New keys: when they were made, and nothing of what else was made.
struct IdentityTests {
    private func bytes(_ id: UUID) -> [UInt8] { withUnsafeBytes(of: id.uuid) { Array($0) } }

    private func millisecond() -> UInt64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return UInt64(now.tv_sec) * 1000 + UInt64(now.tv_nsec) / 1_000_000
    }

    @Test func aKeyIsOfVersionSevenAndOfTheMillisecondInWhichItIsMade() {
        for _ in 0..<300 {
            let before = millisecond()
            let id = bytes(.v7())
            let after = millisecond()
            #expect(id[6] >> 4 == 7 && id[8] >> 6 == 2)
            let time = id[..<6].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            #expect((before...after).contains(time))
            // Not served from what was fetched some time ago.
            usleep(100)
        }
    }

    /// Whoever has two keys learns nothing of how many others were made between them: what follows the time is no count.
    @Test func keysCountNothing() {
        let ids = (0..<4096).map { _ in bytes(.v7()) }
        #expect(Set(ids).count == ids.count)
        let counts = ids.map { Int($0[6] & 0x0F) << 8 | Int($0[7]) }
        let steps = zip(counts, counts.dropFirst()).count { $1 == ($0 + 1) & 0x0FFF }
        #expect(steps < 40)
        for bit in Array(52..<64) + Array(66..<128) {
            let ones = ids.count { $0[bit / 8] >> (7 - bit % 8) & 1 == 1 }
            #expect((1700...2400).contains(ones), "bit \(bit)")
        }
    }
}
