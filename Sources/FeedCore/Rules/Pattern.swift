import CPCRE2
import Glibc

/// A compiled regular expression: one owner for PCRE2's code, which is only read once it is compiled and may be used by
/// any number of threads.
///
/// No expression can hold up a refresh: each way of matching is limited in steps, memory and time. One that comes to a
/// limit has neither matched nor failed; it gave up.
@safe final class Pattern: @unchecked Sendable {
    private let code: OpaquePointer
    /// Whether the time it takes grows with the text alone, whatever the text is.
    private let isLinear: Bool

    enum Search: Equatable {
        case none
        /// What was found.
        case found(String)
        case gaveUp
    }

    struct Fault: Error, Equatable {
        let message: String
        /// In characters from the beginning of the expression.
        let offset: Int
    }

    /// - Parameter regex: read as Perl does, with `\w`, `\d` and the like for all of Unicode.
    convenience init(regex: String, caseSensitive: Bool = false) throws(Fault) {
        try self.init(regex, options: caseSensitive ? 0 : PCRE2_CASELESS, isLinear: false)
    }

    /// Finds any of some words or phrases; see `WordExpression`.
    convenience init(words: [String]) throws(Fault) {
        try self.init(WordExpression.any(of: words), options: PCRE2_CASELESS, isLinear: true)
    }

    private init(_ expression: String, options: UInt32, isLinear: Bool) throws(Fault) {
        var error: Int32 = 0
        var offset = 0
        let bytes = Array(expression.utf8)
        let options = options | PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT
        guard let code = unsafe pcre2_compile_8(bytes, bytes.count, options, &error, &offset, nil) else {
            let before = String(decoding: bytes.prefix(offset), as: UTF8.self)
            throw Fault(message: Self.message(of: error), offset: before.unicodeScalars.count)
        }
        // Where the machine has no JIT compiler, the interpreter does the same more slowly.
        _ = unsafe pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
        unsafe self.code = code
        self.isLinear = isLinear
    }

    deinit { unsafe pcre2_code_free_8(code) }

    /// Looks for the first match in any of `texts`; expressions see the first 64 KiB of each.
    func search(_ texts: [String]) -> Search {
        var clock = WorkClock()
        for var text in texts {
            let found = text.withUTF8 { unsafe search($0, &clock) }
            if found != .none { return found }
        }
        return .none
    }
}

extension Pattern {
    /// Every match replaced.
    /// - Returns: nil if it gave up.
    func replacing(in text: String, with replacement: String) -> String? {
        let subject = Array(text.utf8)
        guard subject.count <= Self.longestReplaced else { return nil }
        guard case .success(let result) = substitute(in: subject, with: replacement) else { return nil }
        return result
    }

    /// What is wrong with a replacement, if anything.
    static func fault(inReplacement replacement: String) -> String? {
        // An expression that matches nothing but an empty text makes PCRE2 read the replacement.
        guard let empty = try? Pattern(regex: "^$") else { return nil }
        switch empty.substitute(in: [], with: replacement) {
        case .success: return nil
        case .failure(let fault): return fault.message
        }
    }

    private func substitute(in subject: [UInt8], with replacement: String) -> Result<String, Fault> {
        let context = unsafe pcre2_match_context_create_8(nil)
        defer { unsafe pcre2_match_context_free_8(context) }
        unsafe Self.limit(context)
        let replacement = Array(replacement.utf8)
        let options =
            PCRE2_SUBSTITUTE_GLOBAL | PCRE2_SUBSTITUTE_UNKNOWN_UNSET | PCRE2_SUBSTITUTE_UNSET_EMPTY | PCRE2_NO_UTF_CHECK
        var output = [UInt8](repeating: 0, count: Self.longestReplaced * 4)
        var length = output.count
        let count = unsafe pcre2_substitute_8(
            code, subject, subject.count, 0, options, nil, context, replacement, replacement.count, &output, &length)
        guard count >= 0 else { return .failure(Fault(message: Self.message(of: count), offset: 0)) }
        return .success(String(decoding: output.prefix(length), as: UTF8.self))
    }

    private func search(_ text: UnsafeBufferPointer<UInt8>, _ clock: inout WorkClock) -> Search {
        let context = unsafe pcre2_match_context_create_8(nil)
        let match = unsafe pcre2_match_data_create_8(1, nil)
        defer {
            unsafe pcre2_match_data_free_8(match)
            unsafe pcre2_match_context_free_8(context)
        }
        unsafe Self.limit(context)
        let text = isLinear ? unsafe text : unsafe UnsafeBufferPointer(rebasing: text[..<Self.readable(text)])
        let step = isLinear ? text.count + 1 : Self.step
        var start = 0
        // PCRE2 counts its steps anew for each place where a match may begin, so that its limit alone would let the work
        // grow with the square of the text. A few places at a time, and a look at the clock between.
        repeat {
            // Never from the middle of a character.
            while start < text.count, unsafe text[start] & 0xC0 == 0x80 { start += 1 }
            unsafe pcre2_set_offset_limit_8(context, start + step - 1)
            switch unsafe find(in: text, from: start, match, context) {
            case PCRE2_ERROR_NOMATCH: start += step
            case 0...: return unsafe .found(Self.found(match, in: text))
            default: return .gaveUp
            }
            guard start >= text.count || clock.hasTime else { return .gaveUp }
        } while start < text.count
        return .none
    }

    private func find(
        in text: UnsafeBufferPointer<UInt8>, from start: Int, _ match: OpaquePointer?, _ context: OpaquePointer?
    ) -> Int32 {
        let result = unsafe pcre2_match_8(
            code, text.baseAddress, text.count, start, PCRE2_NO_UTF_CHECK, match, context)
        guard result == PCRE2_ERROR_JIT_STACKLIMIT else { return result }
        // The machine code works on a small stack, the interpreter on memory of its own.
        return unsafe pcre2_match_8(
            code, text.baseAddress, text.count, start, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, match, context)
    }

    private static func found(_ match: OpaquePointer?, in text: UnsafeBufferPointer<UInt8>) -> String {
        guard let range = unsafe pcre2_get_ovector_pointer_8(match) else { return "" }
        return unsafe String(decoding: text[range[0]..<range[1]], as: UTF8.self)
    }

    /// Up to the end of a character.
    private static func readable(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var length = min(text.count, longestSearched)
        while length < text.count, length > 0, unsafe text[length] & 0xC0 == 0x80 { length -= 1 }
        return length
    }

    private static func limit(_ context: OpaquePointer?) {
        unsafe pcre2_set_match_limit_8(context, stepLimit)
        unsafe pcre2_set_depth_limit_8(context, depthLimit)
        unsafe pcre2_set_heap_limit_8(context, heapLimit)
    }

    private static func message(of error: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let length = unsafe pcre2_get_error_message_8(error, &buffer, buffer.count)
        return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
    }

    /// Bytes.
    private static let longestSearched = 64 << 10
    /// Bytes; it is titles that are replaced in.
    private static let longestReplaced = 4 << 10
    /// Places where a match may begin.
    private static let step = 128
    /// For each of those.
    private static let stepLimit: UInt32 = 50_000
    private static let depthLimit: UInt32 = 5_000
    /// KiB.
    private static let heapLimit: UInt32 = 4_096
}

/// How long one expression may work on one entry: processor time of this thread, so that nothing depends on what else
/// the machine does.
private struct WorkClock {
    private var deadline: Int?

    /// The time counts from the first call: most texts are done before anybody asks.
    var hasTime: Bool {
        mutating get {
            var time = timespec()
            unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            let now = time.tv_sec * 1_000_000_000 + time.tv_nsec
            guard let deadline else {
                deadline = now + Self.budget
                return true
            }
            return now < deadline
        }
    }

    /// Nanoseconds.
    private static let budget = 50_000_000
}
