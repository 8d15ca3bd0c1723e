import Glibc

/// What this process has used so far.
struct Usage {
    /// Processor time in microseconds, all threads, in the system too.
    let processor: Double
    /// How often a thread waited, and how often it was made to.
    let voluntarySwitches, involuntarySwitches: Int

    static func now() -> Usage {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Usage(
            processor: usage.ru_utime.microseconds + usage.ru_stime.microseconds,
            voluntarySwitches: usage.ru_nvcsw, involuntarySwitches: usage.ru_nivcsw)
    }

    static func - (later: Usage, earlier: Usage) -> Usage {
        Usage(
            processor: later.processor - earlier.processor,
            voluntarySwitches: later.voluntarySwitches - earlier.voluntarySwitches,
            involuntarySwitches: later.involuntarySwitches - earlier.involuntarySwitches)
    }
}

extension timeval {
    fileprivate var microseconds: Double { Double(tv_sec) * 1e6 + Double(tv_usec) }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension Double {
    /// The number with so many decimals and a full stop, as awk reads it.
    func shown(_ decimals: Int) -> String {
        let scale = decimals == 0 ? 1 : (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        let scaled = Int((self * Double(scale)).rounded())
        guard decimals > 0 else { return "\(scaled)" }
        let fraction = String(scaled % scale)
        return "\(scaled / scale).\(String(repeating: "0", count: decimals - fraction.count))\(fraction)"
    }
}
