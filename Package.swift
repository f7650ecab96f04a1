// swift-tools-version: 6.2
import PackageDescription

/// Debian's C libraries, each imported by one folder of FeedCore only (FenceTests checks it).
let libraries: [Target] = [
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
    .systemLibrary(
        name: "CCMark", pkgConfig: "libcmark-gfm",
        providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CIconv"),
    .systemLibrary(name: "CEpoll"),
    .systemLibrary(name: "CSync"),
    .systemLibrary(name: "CIDN", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
    .systemLibrary(name: "CPSL", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
]

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// The Swift libraries inside the program, in release builds: loading them and ICU's tables from some twenty shared
/// files takes as long as looking at a hundred feeds in which nothing is new. SwiftPM knows this for a whole package
/// only (`--static-swift-stdlib`), so what Foundation is made of is named here. Of the linkers, lld alone keeps quiet
/// about functions inside Foundation that it thinks little of.
let standalone: [LinkerSetting] =
    [.unsafeFlags(["-static-stdlib", "-use-ld=lld"], .when(configuration: .release))]
    + [
        "CoreFoundation", "_CFXMLInterface", "_FoundationCollections", "_FoundationCShims", "_FoundationICU",
        "swiftSynchronization", "xml2", "stdc++",
    ].map { .linkedLibrary($0, .when(configuration: .release)) }

let package = Package(
    name: "feedtool",
    products: [.executable(name: "feedtool", targets: ["feedtool"])],
    dependencies: [],
    targets: libraries + [
        .target(
            name: "FeedCore",
            dependencies: libraries.map { .target(name: $0.name) },
            swiftSettings: settings),
        .executableTarget(
            name: "feedtool", dependencies: ["FeedCore"], swiftSettings: settings, linkerSettings: standalone),
        .executableTarget(
            name: "feedbench", dependencies: ["FeedCore", .target(name: "CXML2")], swiftSettings: settings),
        // A library: libFuzzer brings the main function (.ci/fuzz).
        .target(name: "feedfuzz", dependencies: ["FeedCore"], swiftSettings: settings),
        .testTarget(
            name: "FeedCoreTests", dependencies: ["FeedCore"],
            exclude: ["Merge/Cases", "Parse/Cases", "Validate/Cases", "Write/Cases"],
            swiftSettings: settings),
    ]
)
