#include <libpq-fe.h>

/* Swift does not import the PG_DIAG_* macros, which are character literals. */
static const int diagnosisOfState = PG_DIAG_SQLSTATE;
static const int diagnosisOfMessage = PG_DIAG_MESSAGE_PRIMARY;
static const int diagnosisOfConstraint = PG_DIAG_CONSTRAINT_NAME;
