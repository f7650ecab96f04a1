/* syncfs(2), which Glibc's module hides since it is Linux's own. */
#ifndef CSYNC_SHIM_H
#define CSYNC_SHIM_H

extern int syncfs(int file);

#endif
