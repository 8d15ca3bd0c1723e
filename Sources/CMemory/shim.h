// What glibc's module leaves out.
#include <malloc.h>
