/* What Glibc's module hides since it is Linux's own: syncfs(2), sync_file_range(2). */
#ifndef CSYNC_SHIM_H
#define CSYNC_SHIM_H

extern int syncfs(int file);
extern int sync_file_range(int file, long offset, long count, unsigned int flags);

/* Begin to write what is dirty, and wait for nothing; a count of 0 is the whole file. */
enum { SYNC_FILE_RANGE_WRITE = 2 };

#endif
