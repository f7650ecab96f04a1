/* OpenSSL's libcrypto, for SHA-256. */
#ifndef CCRYPTO_SHIM_H
#define CCRYPTO_SHIM_H

#include <openssl/sha.h>

#endif
