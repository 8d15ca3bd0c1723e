/* LD_PRELOAD: a disk that is full. Writes to paths that contain $DF_MATCH fail with ENOSPC after $DF_AFTER bytes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long left = -2;
static const char *match;

static int is_full(int descriptor, size_t count) {
    char link[64], path[4096];
    if (left == -2) {
        const char *after = getenv("DF_AFTER");
        left = after ? atol(after) : -1;
        match = getenv("DF_MATCH");
    }
    if (!match || left < 0) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    if (!strstr(path, match)) return 0;
    if ((long)count > left) return 1;
    left -= (long)count;
    return 0;
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = (ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    if (is_full(descriptor, count)) {
        errno = ENOSPC;
        return -1;
    }
    return real(descriptor, bytes, count);
}
