import CLibpq
import Glibc
import Testing

@testable import LocalPostgres

struct AddressTests {
    @Test func libpqReadsBackAnyFolderAndRole() throws {
        let letters = Array("ab /'\\\"%=& é\t\u{202f}€#?,;$`")
        for _ in 1...500 {
            let folder = "/" + String((0..<Int.random(in: 0...20)).map { _ in letters.randomElement() ?? "a" })
            let role = String((0..<Int.random(in: 1...8)).map { _ in letters.randomElement() ?? "a" })
            let options = try #require(
                PQconninfoParse(LocalPostgres.Address(socketFolder: folder).conninfo(role: role), nil))
            defer { PQconninfoFree(options) }
            var values: [String: String] = [:]
            var next = options
            while let keyword = next.pointee.keyword {
                if let value = next.pointee.val { values[String(cString: keyword)] = String(cString: value) }
                next += 1
            }
            #expect(values == ["host": folder, "port": "5432", "dbname": "cohorte", "user": role])
        }
    }

    @Test(arguments: [
        (["COHORTE_HOME": "/a", "XDG_DATA_HOME": "/b", "HOME": "/c"], "/a"),
        (["COHORTE_HOME": "", "XDG_DATA_HOME": "/b", "HOME": "/c"], "/b/cohorte"),
        (["XDG_DATA_HOME": "not/absolute", "HOME": "/c"], "/c/.local/share/cohorte"),
        (["XDG_DATA_HOME": "", "HOME": "/c d"], "/c d/.local/share/cohorte"),
    ])
    func theHomeFollowsTheEnvironment(environment: [String: String], home: String) {
        #expect(LocalPostgres.home(environment: environment) == home)
    }

    @Test func withoutHomeTheAccountsOwnFolderServes() {
        let home = LocalPostgres.home(environment: [:])
        #expect(home.hasPrefix("/") && home.hasSuffix("/.local/share/cohorte"))
    }

    @Test func aFolderThatOthersMayEnterOrALinkIsNeverUsedForTheSocket() async throws {
        try await TemporaryHome.lend { home async throws in
            let own = Account(name: "x", user: geteuid(), group: getegid(), needsSwitch: false)
            #expect(!Place.isPrivate(home.base, to: own))
            #expect(chmod(home.base, 0o700) == 0)
            #expect(Place.isPrivate(home.base, to: own))
            #expect(!Place.isPrivate(home.base, to: Account(name: "y", user: 4_242, group: 1, needsSwitch: false)))
            #expect(symlink(home.base, home.base + "/link") == 0)
            #expect(!Place.isPrivate(home.base + "/link", to: own))
        }
    }

    @Test func everyErrorHasItsSentenceInBothLanguagesNamingItsPath() {
        let reasons: [LocalPostgresError.Reason] = [
            .versionMissing(15, folder: "/x/y"), .belongsToAnother(folder: "/x/y", owner: "zoé"),
            .noPermission(path: "/x/y"),
            .readOnly(path: "/x/y"), .diskFull(path: "/x/y"), .unusable(path: "/x/y", french: "d", detail: "d"),
            .notStarted(log: "/x/y", detail: "d."), .notAnswering(log: "/x/y"), .busy(lock: "/x/y"),
        ]
        for reason in reasons {
            let error = LocalPostgresError(reason)
            #expect(error.sentence(french: true).contains("/x/y") && error.sentence(french: false).contains("/x/y"))
            #expect(error.sentence(french: true) != error.sentence(french: false))
        }
    }
}
