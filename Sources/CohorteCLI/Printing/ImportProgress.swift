import Synchronization
import Training

/// How far the import of a file is: how much of it is read, then which of the steps on all of its lines is at work.
final class ImportProgress: Sendable {
    /// What is over sooner needs no bar.
    private static let patience = Duration.milliseconds(300)

    private struct State: ~Copyable {
        var bar: ProgressBar?
        var share = -1
    }

    private let state: Mutex<State>
    private let language: Language
    private let isQuiet: Bool
    private let begun = ContinuousClock.now

    init(_ options: GlobalOptions) {
        (language, isQuiet) = (options.language, options.quiet)
        state = Mutex(State())
    }

    /// So many bytes of so many are read.
    func read(_ done: Int, of total: Int) {
        state.withLock { state in
            let share = total > 0 ? done * 100 / total : 100
            guard share != state.share, ContinuousClock.now - begun > Self.patience else { return }
            if state.bar == nil || share < state.share {
                state.bar = bar(Sentence("lecture", "reading"), total: 100)
                state.share = 0
            }
            state.bar?.advance(by: share - max(state.share, 0))
            state.share = share
        }
    }

    /// The file is read, and this comes next.
    func reach(_ step: ImportStep) {
        state.withLock { state in
            state.bar?.finish()
            state.bar = bar(step.label, total: ImportStep.allCases.count)
            state.share = 101
            guard ContinuousClock.now - begun > Self.patience else { return }
            state.bar?.advance(by: (ImportStep.allCases.firstIndex(of: step) ?? 0) + 1)
        }
    }

    /// Takes the bar away.
    func finish() { state.withLock { state in state.bar?.finish() } }

    private func bar(_ label: Sentence, total: Int) -> ProgressBar {
        ProgressBar(label.text(language), total: total, quiet: isQuiet)
    }
}

extension ImportStep {
    fileprivate var label: Sentence {
        switch self {
        case .checking: Sentence("vérification", "checking")
        case .adding: Sentence("enregistrement", "recording")
        case .settling: Sentence("mise en ordre", "settling")
        case .telling: Sentence("compte rendu", "telling")
        }
    }
}
