// swift-tools-version:6.2
import PackageDescription

/// What every target of ours is held to.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "cohorte",
    products: [
        .executable(name: "cohorte", targets: ["CohorteCLI"]),
        .executable(name: "cohorte-relay", targets: ["RelayService"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CMemory"),
        .target(name: "CDistributions", linkerSettings: [.linkedLibrary("m")]),
        .target(
            name: "Postgres", dependencies: ["CLibpq", .product(name: "DequeModule", package: "swift-collections")],
            exclude: ["README.md"], swiftSettings: strict),
        .target(name: "Statistics", dependencies: ["CDistributions"], exclude: ["README.md"], swiftSettings: strict),
        .target(
            name: "TrainingSQL", path: "sql",
            exclude: ["README.md", "schema.sql", "seed/pilot/README.md", "seed/reference/README.md"],
            swiftSettings: strict, plugins: ["Embed"]),
        .target(
            name: "Training", dependencies: ["Postgres", "Statistics", "TrainingSQL"], exclude: ["README.md"],
            swiftSettings: strict),
        .target(
            name: "Documents",
            dependencies: ["Training", "Statistics"],
            exclude: ["README.md", "evaluation.png"], swiftSettings: strict, plugins: ["Embed"]),
        .target(
            name: "LocalPostgres",
            dependencies: ["CLibpq", .product(name: "Subprocess", package: "swift-subprocess")],
            exclude: ["README.md"], swiftSettings: strict),
        .executableTarget(
            name: "CohorteCLI",
            dependencies: [
                "Documents", "LocalPostgres", "Statistics", "Training", "TrainingSQL",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            exclude: ["README.md"], swiftSettings: strict),
        .executableTarget(
            name: "RelayService",
            dependencies: [
                "CMemory", "Documents", "LocalPostgres", "Statistics", "Training", "TrainingSQL",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            exclude: ["README.md"], swiftSettings: strict, plugins: ["Embed"]),
        .plugin(name: "Embed", capability: .buildTool(), dependencies: ["embed-files"], path: "Sources/Embed"),
        .executableTarget(name: "embed-files", swiftSettings: strict),
        .executableTarget(
            name: "Measures", dependencies: ["Postgres", "TrainingSQL"], path: "Tests/Measures",
            exclude: [
                "applicants.awk", "batch.sh", "copy.sh", "country.sh", "country.sql", "decode.c", "decode.sh",
                "figures.py",
                "imports.sh",
                "lists.sh", "long.sql", "marks.awk", "measure.sh", "people.sh", "people.sql", "processes.sh",
                "rewrite.c", "rounds.sh",
                "staged.sql", "usage.c",
            ],
            swiftSettings: strict),
        .testTarget(name: "PostgresTests", dependencies: ["Postgres"], swiftSettings: strict),
        .testTarget(
            name: "StatisticsTests", dependencies: ["Statistics"], exclude: ["Reference"], swiftSettings: strict),
        .testTarget(name: "LocalPostgresTests", dependencies: ["LocalPostgres", "CLibpq"], swiftSettings: strict),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Documents", "Training", "Statistics"], swiftSettings: strict),
        .testTarget(name: "CohorteCLITests", dependencies: ["CohorteCLI"], swiftSettings: strict),
        .testTarget(
            name: "TrainingTests", dependencies: ["Training", "Postgres", "Statistics", "TrainingSQL"],
            exclude: ["portability.sql"],
            swiftSettings: strict),
        .testTarget(
            name: "StoryTests", dependencies: ["CohorteCLI", "RelayService"], exclude: ["Golden"], swiftSettings: strict
        ),
    ],
    cxxLanguageStandard: .cxx17
)
