/* usage FILE COMMAND...: runs the command and writes what it used into the file, on one line: milliseconds of time and
   of processor, waits, preemptions, and the most memory it held, in kilobytes. It is small itself, because a child's
   peak is never counted below what its parent held. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double milliseconds(struct timeval value) { return value.tv_sec * 1e3 + value.tv_usec / 1e3; }

int main(int count, char **arguments) {
    if (count < 3) return 64;
    struct timespec begun, done;
    clock_gettime(CLOCK_MONOTONIC, &begun);
    pid_t child = fork();
    if (child == 0) {
        execvp(arguments[2], arguments + 2);
        _exit(127);
    }
    int status;
    struct rusage used;
    if (child < 0 || wait4(child, &status, 0, &used) < 0) return 71;
    clock_gettime(CLOCK_MONOTONIC, &done);

    FILE *file = fopen(arguments[1], "w");
    if (!file) return 73;
    fprintf(file, "%.1f %.1f %ld %ld %ld\n",
        (done.tv_sec - begun.tv_sec) * 1e3 + (done.tv_nsec - begun.tv_nsec) / 1e6,
        milliseconds(used.ru_utime) + milliseconds(used.ru_stime), used.ru_nvcsw, used.ru_nivcsw, used.ru_maxrss);
    fclose(file);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 70;
}
