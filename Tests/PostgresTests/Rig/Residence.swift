import Glibc

/// How much of this process stands in memory, in bytes.
func residentBytes() throws -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { throw RigFailure("no /proc/self/statm") }
    defer { fclose(file) }
    var bytes: [UInt8] = Array(repeating: 0, count: 200)
    let text = String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    guard let pages else { throw RigFailure("no resident pages in \(text)") }
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
}

/// How many descriptors or threads this process has: the entries of `/proc/self/fd` or `/proc/self/task`.
func count(of name: String) throws -> Int {
    guard let folder = opendir("/proc/self/\(name)") else { throw RigFailure("no /proc/self/\(name)") }
    defer { closedir(folder) }
    var count = 0
    while readdir(folder) != nil { count += 1 }
    return count
}

/// Whether a sanitizer is at work, which keeps freed memory for itself.
var isSanitized: Bool { getenv("ASAN_OPTIONS") != nil || getenv("TSAN_OPTIONS") != nil }
