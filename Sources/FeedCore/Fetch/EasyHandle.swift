import CCurl

/// The owner of one libcurl transfer handle, and the only place where its options are set.
@safe final class EasyHandle {
    let pointer: UnsafeMutableRawPointer
    /// Lists that the handle refers to; they have to outlive its use.
    private var headers: UnsafeMutablePointer<curl_slist>?
    private var resolve: UnsafeMutablePointer<curl_slist>?
    private let detail: UnsafeMutablePointer<CChar>

    /// nil when memory is out.
    init?() {
        guard let pointer = unsafe curl_easy_init() else { return nil }
        unsafe self.pointer = pointer
        unsafe detail = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe detail.pointee = 0
        unsafe set(CURLOPT_ERRORBUFFER, UnsafeMutableRawPointer(detail))
    }

    deinit {
        unsafe curl_easy_cleanup(pointer)
        unsafe curl_slist_free_all(headers)
        unsafe curl_slist_free_all(resolve)
        unsafe detail.deallocate()
    }

    func set(_ option: CURLoption, _ value: Int) { unsafe ccurl_set_long(pointer, option, value) }

    func set(_ option: CURLoption, _ value: String?) { unsafe ccurl_set_string(pointer, option, value) }

    func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer?) {
        unsafe ccurl_set_pointer(pointer, option, value)
    }

    /// The header lines to send, each `Name: value`, as bytes.
    func setHeaders(_ lines: [[UInt8]]) {
        unsafe curl_slist_free_all(headers)
        unsafe headers = Self.list(lines)
        unsafe set(CURLOPT_HTTPHEADER, UnsafeMutableRawPointer(headers))
    }

    /// Answers in place of DNS.
    func setResolve(_ entries: [String]) {
        unsafe curl_slist_free_all(resolve)
        unsafe resolve = Self.list(entries.map { Array($0.utf8) })
        unsafe set(CURLOPT_RESOLVE, UnsafeMutableRawPointer(resolve))
    }

    /// What libcurl has to say beyond its result code.
    var errorDetail: String {
        defer { unsafe detail.pointee = 0 }
        return unsafe String(cString: detail)
    }

    func text(_ info: CURLINFO) -> String? {
        unsafe ccurl_get_string(pointer, info).map { unsafe String(cString: $0) }
    }

    /// Of the last transfer.
    var timeToFirstByte: Duration {
        var microseconds: curl_off_t = 0
        unsafe ccurl_get_number(pointer, CURLINFO_STARTTRANSFER_TIME_T, &microseconds)
        return .microseconds(microseconds)
    }

    private static func list(_ lines: [[UInt8]]) -> UnsafeMutablePointer<curl_slist>? {
        unsafe lines.reduce(nil as UnsafeMutablePointer<curl_slist>?) { list, line in
            unsafe (line + [0]).withUnsafeBytes { bytes in
                unsafe curl_slist_append(list, bytes.baseAddress?.assumingMemoryBound(to: CChar.self))
            }
        }
    }
}
