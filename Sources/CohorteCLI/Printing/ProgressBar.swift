import Glibc

/// How far a long work is, shown on standard error where that is a terminal and nowhere else.
struct ProgressBar {
    private static let length = 24

    private let label: String
    private let total: Int
    private let descriptor: Int32
    private let isShown: Bool
    private var done = 0
    private var lastShown: ContinuousClock.Instant?

    init(_ label: String, total: Int, quiet: Bool = false, descriptor: Int32 = 2) {
        self.label = DisplayText.harmless(label)
        self.total = max(total, 0)
        self.descriptor = descriptor
        let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
        isShown = !quiet && !isDumb && isatty(descriptor) == 1
    }

    /// Counts what is done; draws at most ten times a second.
    mutating func advance(by count: Int = 1) {
        done += count
        guard isShown else { return }
        let now = ContinuousClock.now
        if let lastShown, now - lastShown < .milliseconds(100) { return }
        lastShown = now
        draw(Self.line(label, done: done, total: total))
    }

    /// Takes the bar away, so that messages start on a clean line.
    mutating func finish() {
        if isShown, lastShown != nil { draw("") }
        lastShown = nil
    }

    /// The bar as it stands: `label ███░░░ 12/24`.
    static func line(_ label: String, done: Int, total: Int) -> String {
        let share = total == 0 ? 1 : min(max(Double(done) / Double(total), 0), 1)
        let full = Int(share * Double(length))
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: length - full)
        return "\(label) \(bar) \(done)/\(total)"
    }

    private func draw(_ line: String) {
        _ = writeAll(Array("\r\u{1B}[K\(line)".utf8), to: descriptor)
    }
}
