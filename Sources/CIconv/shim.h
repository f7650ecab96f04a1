/* iconv of the C library, which Swift's Glibc module leaves out. */
#ifndef CICONV_SHIM_H
#define CICONV_SHIM_H

#include <errno.h>
#include <iconv.h>

/* iconv_open reports failure as the pointer -1, a cast that Swift does not import. */
static inline int ciconv_failed(iconv_t converter) { return converter == (iconv_t)-1; }

#endif
