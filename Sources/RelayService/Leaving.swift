import ArgumentParser
import Glibc
import LocalPostgres
import NIOCore
import NIOSSL
import Training

/// How the program ends when it cannot serve: a sentence on standard error, and a code of `sysexits.h`.
enum Leaving {
    /// Says what went wrong and gives its code.
    static func code(of error: any Error) -> Int32 {
        switch error {
        case let error as Unready: return say(error.sentence, error.code)
        case let error as LocalPostgresError: return say(error.sentence(french: false), 69)
        case let error as Trouble: return say("The database does not answer. (\(error.message))", 69)
        case let error as Refusal: return say(error.sentence.english, 65)
        case is NIOSSLError: return say("The key is not that of the certificate.", 65)
        case let error as IOError: return say("The server cannot listen there: \(error.description)", 69)
        default: return other(error)
        }
    }

    private static func say(_ sentence: String, _ code: Int32) -> Int32 {
        complain("cohorte-relay: \(sentence)")
        return code
    }

    /// Help, version and what ArgumentParser itself refuses.
    private static func other(_ error: any Error) -> Int32 {
        let code = Relay.exitCode(for: error)
        let message = Relay.fullMessage(for: error)
        guard !code.isSuccess else {
            print(message)
            return 0
        }
        return say(message, code == .validationFailure ? 64 : 70)
    }
}

/// Something that must be put right before the program can serve.
struct Unready: Error {
    let sentence: String
    /// Of `sysexits.h`.
    var code: Int32 = 69
}

/// A line on standard error.
func complain(_ line: String) {
    var rest = Array((line + "\n").utf8)[...]
    while !rest.isEmpty {
        let written = rest.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
        guard written > 0 else { return }
        rest = rest.dropFirst(written)
    }
}
