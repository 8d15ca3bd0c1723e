import FoundationEssentials

/// The Python programs that read our documents as other people's programs would; made by `Tests/tools` when they are
/// not there.
struct Tools {
    /// The folder of their commands.
    let folder: String

    struct NotThere: Error { let said: String }

    static let made = Result { try Tools() }

    private init() throws {
        let environment = ProcessInfo.processInfo.environment
        let run = try Child("sh", [Scene.sources + "/Tests/tools"], environment: environment, in: Folder()).finished()
        guard run.code == 0, let line = run.lines.last else { throw NotThere(said: run.said) }
        folder = String(line)
    }

    /// Tries files with a script of `Tests/Browser`, which ends badly when one has a fault and prints them all.
    func tried(_ files: [String], by script: String, in folder: Folder) throws -> Run {
        let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.path]
        let arguments = [Scene.sources + "/Tests/Browser/" + script] + files.map(folder.path(_:))
        return try Child(self.folder + "/python", arguments, environment: environment, in: folder).finished()
    }

    /// What a script prints about a file; the file is `sys.argv[1]`.
    func python(_ script: String, _ file: String) throws -> [String] {
        let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONWARNINGS": "ignore", "TZ": "UTC"]
        let run = try Child(folder + "/python", ["-c", script, file], environment: environment, in: Folder()).finished()
        guard run.code == 0 else { throw NotThere(said: run.said) }
        return run.lines.map(String.init)
    }
}
