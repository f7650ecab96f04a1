import CCurl

/// The owner of libcurl's multi handle and of what its transfers share.
@safe final class MultiHandle {
    private let multi: UnsafeMutableRawPointer?
    /// Lets transfers resume each other's TLS sessions.
    let share: UnsafeMutableRawPointer?

    private static let initialized = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    init(connections: Int) {
        _ = Self.initialized
        unsafe multi = curl_multi_init()
        unsafe share = curl_share_init()
        unsafe ccurl_share(share, CURL_LOCK_DATA_SSL_SESSION)
        unsafe ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, connections)
    }

    deinit {
        unsafe curl_multi_cleanup(multi)
        unsafe curl_share_cleanup(share)
    }

    func add(_ easy: EasyHandle) { unsafe curl_multi_add_handle(multi, easy.pointer) }

    func remove(_ easy: EasyHandle) { unsafe curl_multi_remove_handle(multi, easy.pointer) }

    /// Does what can be done without waiting.
    func perform() {
        var running: Int32 = 0
        unsafe curl_multi_perform(multi, &running)
    }

    /// Waits until there is something to do, the time is over, or the waker is called.
    func wait(atMost limit: Duration?) {
        let milliseconds = limit.map { max(0, min(60_000, ($0 / .milliseconds(1)).rounded(.up))) } ?? 60_000
        unsafe curl_multi_poll(multi, nil, 0, Int32(milliseconds), nil)
    }

    /// A transfer that is done, with libcurl's result.
    func nextDone() -> (Transfer, CURLcode)? {
        var left: Int32 = 0
        while let message = unsafe curl_multi_info_read(multi, &left) {
            guard unsafe message.pointee.msg == CURLMSG_DONE else { continue }
            if let transfer = unsafe Transfer.at(ccurl_get_private(message.pointee.easy_handle)) {
                return unsafe (transfer, message.pointee.data.result)
            }
        }
        return nil
    }

    /// Ends a `wait` from any thread, as long as the handle lives.
    var waker: @Sendable () -> Void {
        let waker = unsafe Waker(multi: multi)
        return { waker.wake() }
    }

    /// curl_multi_wakeup is the one function of the handle that may be called from other threads.
    @safe private struct Waker: @unchecked Sendable {
        let multi: UnsafeMutableRawPointer?

        func wake() { _ = unsafe curl_multi_wakeup(multi) }
    }
}
