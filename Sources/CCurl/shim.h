/* libcurl, for the fetcher. */
#ifndef CCURL_SHIM_H
#define CCURL_SHIM_H

#include <curl/curl.h>
#include <netinet/in.h>
#include <string.h>

/* curl_easy_setopt, curl_easy_getinfo, curl_multi_setopt and curl_share_setopt are variadic, which Swift cannot call.
   One wrapper a kind of value. */
static inline CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}
static inline CURLcode ccurl_set_string(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}
static inline CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, void *value) {
    return curl_easy_setopt(easy, option, value);
}
static inline CURLcode ccurl_set_data(CURL *easy, CURLoption option, curl_write_callback value) {
    return curl_easy_setopt(easy, option, value);
}
static inline CURLcode ccurl_set_opensocket(CURL *easy, curl_opensocket_callback value) {
    return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, value);
}
static inline CURLcode ccurl_set_prereq(CURL *easy, curl_prereq_callback value) {
    return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, value);
}
static inline CURLcode ccurl_get_number(CURL *easy, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(easy, info, value);
}
static inline const char *ccurl_get_string(CURL *easy, CURLINFO info) {
    char *value = NULL;
    curl_easy_getinfo(easy, info, &value);
    return value;
}
static inline CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}
static inline void ccurl_multi_set_socket(CURLM *multi, void *data, curl_socket_callback value) {
    curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, value);
    curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, data);
}
static inline void ccurl_multi_set_timer(CURLM *multi, void *data, curl_multi_timer_callback value) {
    curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, value);
    curl_multi_setopt(multi, CURLMOPT_TIMERDATA, data);
}
static inline CURLSHcode ccurl_share(CURLSH *share, curl_lock_data kind) {
    return curl_share_setopt(share, CURLSHOPT_SHARE, kind);
}

/* A message's transfer is told by a pointer kept in it: getinfo's third kind of value. */
static inline void *ccurl_get_private(CURL *easy) {
    char *value = NULL;
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &value);
    return value;
}

/* The address behind `addr` is longer than its declared type, so Swift would copy too little of it.
   Gives the number of bytes written, in network order: 4, 16, or 0 for another family. */
static inline int ccurl_address(const struct curl_sockaddr *from, unsigned char out[16]) {
    if (from->family == AF_INET) {
        memcpy(out, &((const struct sockaddr_in *)&from->addr)->sin_addr, 4);
        return 4;
    }
    if (from->family == AF_INET6) {
        memcpy(out, &((const struct sockaddr_in6 *)&from->addr)->sin6_addr, 16);
        return 16;
    }
    return 0;
}

#endif
