import Foundation
import PackagePlugin

/// Embeds a target's SQL, CSV, templates and style sheets in its code, so that nothing is loaded at run time.
@main struct Embed: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let module = target.sourceModule else { return [] }
        let kinds: Set = ["sql", "csv", "txt", "mustache", "css", "yaml"]
        let files = module.sourceFiles.map(\.url).filter { kinds.contains($0.pathExtension) }
            .sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "Embedded\(target.name).swift")
        return [
            .buildCommand(
                displayName: "Embedding the files of \(target.name)",
                executable: try context.tool(named: "embed-files").url,
                arguments: [target.directoryURL.path, output.path] + files.map(\.path),
                inputFiles: files, outputFiles: [output])
        ]
    }
}
