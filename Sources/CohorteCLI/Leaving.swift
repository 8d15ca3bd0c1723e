import ArgumentParser
import Glibc
import LocalPostgres
import Training

/// How the program ends: a sentence on standard error and the code that says whose fault it was.
enum Leaving {
    /// The codes of the contract: `sysexits.h`, and 2 for refused lines.
    enum Code: Int32 {
        case linesRefused = 2
        case usage = 64
        case refused = 65
        case unavailable = 69
        case cannotWrite = 74
        case tryAgain = 75
    }

    /// What ends a command although nothing is wrong with the program; said already.
    struct Said: Error { let code: Code }

    /// The language of the messages, known once the command line is read.
    static var language: Language {
        let arguments = CommandLine.arguments
        let isEnglish = zip(arguments, arguments.dropFirst()).contains { $0 == "--lang" && $1 == "en" }
        return isEnglish || arguments.contains("--lang=en") ? .english : .french
    }

    /// Runs the program and ends it. Everything was written by then, so the process ends at once, without unloading
    /// libraries.
    static func with(_ body: @Sendable () async throws -> Void) async -> Never {
        do {
            try await body()
            var output = Output()
            try output.finish()
            _exit(0)
        } catch {
            _exit(code(of: error))
        }
    }

    /// Says what went wrong and gives its code.
    static func code(of error: any Error) -> Int32 {
        switch error {
        case let said as Said: return said.code.rawValue
        case is OutputClosed: return 0
        case let error as FileRefused: return refused(error.each)
        case let error as FileUnreadable: return say([error.sentence], .refused)
        case let error as LinesRefused: return refused { say in try error.lines.each { try say($0.sentence(in: nil)) } }
        case let error as ItemRefused: return say(error.misreads.map { $0.sentence(in: nil) }, .refused)
        case let error as Misread: return say([error.sentence(in: nil)], .usage)
        case let error as UnreadableFile: return say([error.reason], .refused)
        case let error as Refusal:
            let isOfAnOption = ["instant_exists", "local_time_exists", "local_time_is_one"].contains(error.rule)
            return say([error.sentence], isOfAnOption ? .usage : .refused)
        case let error as Refusals: return say(error.all.map(\.sentence), .refused)
        case let error as WeasyPrint.Missing: return say([error.sentence], .unavailable)
        case let error as SpoolFailed: return Self.code(of: CannotWrite(error.folder, code: error.code))
        case let error as CannotWrite:
            return say(
                [Sentence("\(error.path) : \(error.reason.french)", "\(error.path): \(error.reason.english)")],
                .cannotWrite)
        case let error as Unprepared: return say([error.sentence], .unavailable)
        case let error as Usage: return say([error.sentence], .usage)
        case let error as LocalPostgresError:
            return say([Sentence(error.sentence(french: true), error.sentence(french: false))], .unavailable)
        case let error as Trouble: return say([error.sentence], error.code)
        default: return other(error)
        }
    }

    /// Help, version and what ArgumentParser itself refuses.
    private static func other(_ error: any Error) -> Int32 {
        let code = Cohorte.exitCode(for: error)
        let message = Cohorte.fullMessage(for: error)
        guard code.isSuccess else {
            complain(message)
            return code == .validationFailure ? Code.usage.rawValue : code.rawValue
        }
        do {
            var output = Output()
            try output.write(message + "\n")
            try output.finish()
            return 0
        } catch {
            return self.code(of: error)
        }
    }

    /// Says every bad line, however many there are.
    private static func refused(_ each: ((Sentence) throws -> Void) throws -> Void) -> Int32 {
        var output = Output(descriptor: 2, name: "stderr")
        do {
            try each { try output.write(DisplayText.harmlessLines($0.text(language)) + "\n") }
            try output.flush()
        } catch let error as SpoolFailed {
            try? output.flush()
            return code(of: error)
        } catch {}
        return Code.linesRefused.rawValue
    }

    private static func say(_ sentences: [Sentence], _ code: Code) -> Int32 {
        for sentence in sentences { complain(sentence.text(language)) }
        return code.rawValue
    }
}

/// A sentence on standard error.
func complain(_ sentence: String) {
    _ = writeAll(Array((DisplayText.harmlessLines(sentence) + "\n").utf8), to: 2)
}

extension DisplayText {
    /// Every line made harmless by itself.
    static func harmlessLines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { harmless(String($0)) }.joined(
            separator: "\n")
    }
}

/// The command line asks for something that it cannot mean.
struct Usage: Error {
    let sentence: Sentence
    init(_ french: String, _ english: String) { sentence = Sentence(french, english) }
}

extension Misread {
    /// `file:line: column "x": reason`, as compilers say it.
    func sentence(in file: String?) -> Sentence {
        func text(_ language: Language) -> String {
            let colon = language == .french ? " :" : ":"
            let place = [file, line.map(String.init)].compactMap { $0 }.joined(separator: ":")
            let quoted = language == .french ? column.map { "colonne « \($0) »" } : column.map { "column \"\($0)\"" }
            return [place.isEmpty ? nil : place + ":", quoted.map { $0 + colon }, reason.text(language)]
                .compactMap { $0 }.joined(separator: " ")
        }
        return Sentence(text(.french), text(.english))
    }
}

extension Trouble {
    var code: Leaving.Code { kind == .busy || kind == .unknown ? .tryAgain : .unavailable }

    var sentence: Sentence {
        switch kind {
        case .unavailable:
            Sentence("La base de données ne répond pas. (\(message))", "The database does not answer. (\(message))")
        case .busy:
            Sentence(
                "La base de données est occupée : réessayez. (\(message))",
                "The database is busy: try again. (\(message))")
        case .unknown:
            Sentence(
                "Personne ne sait si le dernier changement a été fait : regardez, puis refaites-le. (\(message))",
                "Nobody knows whether the last change was made: look, then make it again. (\(message))")
        case .notPrepared:
            Sentence(
                "La base n’est pas prête : « cohorte db migrate » la prépare. (\(message))",
                "The database is not prepared: \"cohorte db migrate\" prepares it. (\(message))")
        case .forbidden:
            Sentence(
                "La base de données refuse ce compte. (\(message))", "The database refuses this login. (\(message))")
        case .broken: Sentence("La base de données a échoué. (\(message))", "The database failed. (\(message))")
        }
    }
}
