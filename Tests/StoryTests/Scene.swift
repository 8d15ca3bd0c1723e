/// How far the story of the pilot has come in the database that a test starts from.
enum Scene {
    /// A database without a schema.
    case empty
    /// The cohort is open and nobody has applied.
    case open
    /// Every half-day is held and one person has dropped out; the assessments after are still to come.
    case held
    /// The demonstration as a whole.
    case done

    /// The database that tests start from a copy of.
    func template() throws -> String? {
        switch self {
        case .empty: nil
        case .open: try Self.openCohort.get().database
        case .held: try Self.heldCohort.get().database
        case .done: try Pilot.first.get().stage.database
        }
    }

    struct NotPlayed: Error { let said: String }

    private static let openCohort = Result { try play(0..<9, from: .empty, after: "cohorte db migrate --quiet") }
    private static let heldCohort = Result { try play(9..<18, from: .open) }

    /// The seed that the demonstration loads, in the folder where it is kept.
    static let seed = sources + "/sql/seed/pilot"
    /// The folder of the package.
    static let sources = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

    /// Types some of the pilot's command lines.
    private static func play(_ steps: Range<Int>, from scene: Scene, after first: String = ":") throws -> Stage {
        let stage = try Stage(scene)
        let lines = stage.folder.text(seed + "/steps.txt").split(separator: "\n")[steps].map { "cohorte \($0)" }
        let run = try stage.shell((["set -e", first, "cd '\(seed)'"] + lines).joined(separator: "\n"))
        guard run.code == 0 else { throw NotPlayed(said: run.said) }
        return stage
    }
}

/// The demonstration, played once for the tests that only read it.
struct Pilot {
    let stage: Stage
    let migration: Run
    let demonstration: Run

    static let first = Result { try Pilot() }

    init(with environment: [String: String?] = [:]) throws {
        stage = try Stage()
        migration = try stage.run("db migrate", with: environment)
        demonstration = try stage.run("demo --out bilans", with: environment)
    }

    /// The evaluation's files by their names.
    var files: [(name: String, bytes: [UInt8])] {
        stage.folder.names(in: Self.folder).map { ($0, stage.folder.bytes(Self.folder + "/" + $0)) }
    }

    func file(_ name: String) -> [UInt8] { stage.folder.bytes(Self.folder + "/" + name) }

    static let folder = "bilans/pilote-2021/coordinator"
}
