import CCurl

/// The owner of libcurl's multi handle and of what its transfers share; lives on one thread.
@safe final class MultiHandle {
    private let multi: UnsafeMutableRawPointer?
    /// Lets transfers resume each other's TLS sessions.
    let share: UnsafeMutableRawPointer?
    private let poll = EventPoll()
    /// When libcurl wants to be called although nothing has come.
    private var timer: ContinuousClock.Instant?

    private static let initialized = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    init(connections: Int) {
        _ = Self.initialized
        unsafe multi = curl_multi_init()
        unsafe share = curl_share_init()
        unsafe ccurl_share(share, CURL_LOCK_DATA_SSL_SESSION)
        unsafe ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, connections)
        setCallbacks()
    }

    deinit {
        unsafe curl_multi_cleanup(multi)
        unsafe curl_share_cleanup(share)
    }

    func add(_ easy: EasyHandle) { unsafe curl_multi_add_handle(multi, easy.pointer) }

    func remove(_ easy: EasyHandle) { unsafe curl_multi_remove_handle(multi, easy.pointer) }

    /// Waits until there is something to do or the time is over, and does it. Returns at once when libcurl is due.
    func run(atMost limit: Duration?) {
        let wait = min(limit ?? .seconds(60), timer.map { $0 - .now } ?? .seconds(60))
        let milliseconds = max(0, (wait / .milliseconds(1)).rounded(.up))
        poll.wait(Int32(milliseconds)) { socket, reads, writes, fails in
            act(
                socket, (reads ? CURL_CSELECT_IN : 0) | (writes ? CURL_CSELECT_OUT : 0) | (fails ? CURL_CSELECT_ERR : 0)
            )
        }
        if let timer, timer <= .now {
            self.timer = nil
            act(CURL_SOCKET_BAD, 0)
        }
    }

    private func act(_ socket: Int32, _ what: Int32) {
        var running: Int32 = 0
        unsafe curl_multi_socket_action(multi, socket, what, &running)
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

    /// Ends a wait from any thread, as long as the handle lives.
    var waker: @Sendable () -> Void { poll.waker }
}

extension MultiHandle {
    private func setCallbacks() {
        let me = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe ccurl_multi_set_socket(multi, me) { _, socket, what, me, _ in
            unsafe MultiHandle.at(me)?.watch(socket, what)
            return 0
        }
        unsafe ccurl_multi_set_timer(multi, me) { _, milliseconds, me in
            unsafe MultiHandle.at(me)?.timer = milliseconds < 0 ? nil : .now + .milliseconds(milliseconds)
            return 0
        }
    }

    private static func at(_ pointer: UnsafeMutableRawPointer?) -> MultiHandle? {
        unsafe pointer.map { unsafe Unmanaged<MultiHandle>.fromOpaque($0).takeUnretainedValue() }
    }

    private func watch(_ socket: Int32, _ what: Int32) {
        guard what != CURL_POLL_REMOVE else { return poll.ignore(socket) }
        poll.watch(socket, reads: what & CURL_POLL_IN != 0, writes: what & CURL_POLL_OUT != 0)
    }
}
