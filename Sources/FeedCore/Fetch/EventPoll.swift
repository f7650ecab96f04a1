import CEpoll
import Glibc

/// The owner of an epoll instance, and of an event that ends its wait from another thread.
///
/// libcurl's own `curl_multi_poll` looks at every transfer each time; with hundreds that wait in silence, that costs
/// more than the transfers that move.
@safe final class EventPoll {
    private let poll = epoll_create1(Int32(EPOLL_CLOEXEC))
    private let event = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    private var events = unsafe [epoll_event](repeating: epoll_event(), count: 64)

    init() { watch(event, reads: true, writes: false) }

    deinit {
        close(poll)
        close(event)
    }

    func watch(_ socket: Int32, reads: Bool, writes: Bool) {
        var wish = unsafe epoll_event()
        unsafe wish.events = (reads ? EPOLLIN.rawValue : 0) | (writes ? EPOLLOUT.rawValue : 0)
        unsafe wish.data.fd = socket
        // Most often a connection that rested is used again; libcurl does not say so.
        guard unsafe epoll_ctl(poll, EPOLL_CTL_ADD, socket, &wish) != 0 else { return }
        unsafe epoll_ctl(poll, EPOLL_CTL_MOD, socket, &wish)
    }

    func ignore(_ socket: Int32) { epoll_ctl(poll, EPOLL_CTL_DEL, socket, nil) }

    /// Waits at most so many milliseconds, and tells which sockets can be read, written, or have an error.
    func wait(_ milliseconds: Int32, _ ready: (Int32, _ reads: Bool, _ writes: Bool, _ fails: Bool) -> Void) {
        let count = unsafe epoll_wait(poll, &events, Int32(events.count), milliseconds)
        for index in 0..<Int(max(0, count)) {
            let (socket, what) = unsafe (events[index].data.fd, events[index].events)
            if socket == event {
                var number: UInt64 = 0
                unsafe read(event, &number, 8)
            } else {
                ready(
                    socket, what & EPOLLIN.rawValue != 0, what & EPOLLOUT.rawValue != 0,
                    what & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0)
            }
        }
    }

    /// Ends a wait, from any thread, as long as the instance lives.
    var waker: @Sendable () -> Void {
        let event = event
        return {
            var one: UInt64 = 1
            unsafe write(event, &one, 8)
        }
    }
}
