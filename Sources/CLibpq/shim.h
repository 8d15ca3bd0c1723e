#include <libpq-fe.h>
/* How a thread waits for libpq's sockets, and is rung out of it: Glibc's module leaves them out. */
#include <sys/epoll.h>
#include <sys/eventfd.h>

/* Swift does not import the PG_DIAG_* macros, which are character literals. */
static const int diagnosisOfState = PG_DIAG_SQLSTATE;
static const int diagnosisOfSeverity = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int diagnosisOfMessage = PG_DIAG_MESSAGE_PRIMARY;
static const int diagnosisOfConstraint = PG_DIAG_CONSTRAINT_NAME;
static const int diagnosisOfFunction = PG_DIAG_SOURCE_FUNCTION;
