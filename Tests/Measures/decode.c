/* decode ROUNDS: reads the table of 2,000 lines again and again through libpq as C does it, every cell into a struct, and
   prints the nanoseconds of processor that one line cost: libpq's reading alone, and with the cells. */
#include <libpq-fe.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { texts = 11 };

struct person {
    uint8_t id[16];
    char *texts[texts];
    int lengths[texts];
};

static int digit(char text) { return text <= '9' ? text - '0' : (text | 32) - 'a' + 10; }

static void read_id(const char *text, uint8_t id[16]) {
    for (int index = 0; index < 16; index++) {
        if (*text == '-') text++;
        id[index] = digit(text[0]) << 4 | digit(text[1]);
        text += 2;
    }
}

static void read_cells(PGresult *result, struct person *people) {
    for (int row = 0; row < PQntuples(result); row++) {
        struct person *person = people + row;
        read_id(PQgetvalue(result, row, 0), person->id);
        for (int column = 0; column < texts; column++) {
            if (PQgetisnull(result, row, column + 1)) {
                person->texts[column] = NULL;
                continue;
            }
            int length = PQgetlength(result, row, column + 1);
            person->lengths[column] = length;
            person->texts[column] = malloc(length + 1);
            memcpy(person->texts[column], PQgetvalue(result, row, column + 1), length + 1);
        }
    }
}

static void forget(struct person *people, int count) {
    for (int row = 0; row < count; row++)
        for (int column = 0; column < texts; column++) free(people[row].texts[column]);
}

static double nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1e9 + now.tv_nsec;
}

static double per_line(PGconn *connection, int rounds, int with_cells) {
    double begun = nanoseconds();
    long lines = 0;
    for (int round = 0; round < rounds; round++) {
        PGresult *result = PQexecPrepared(connection, "listed", 0, NULL, NULL, NULL, 0);
        if (PQresultStatus(result) != PGRES_TUPLES_OK || PQnfields(result) != texts + 1) exit(70);
        int count = PQntuples(result);
        lines += count;
        if (with_cells) {
            struct person *people = calloc(count, sizeof *people);
            read_cells(result, people);
            forget(people, count);
            free(people);
        }
        PQclear(result);
    }
    return (nanoseconds() - begun) / lines;
}

int main(int count, char **arguments) {
    int rounds = count == 2 ? atoi(arguments[1]) : 0;
    if (rounds < 1) return 64;
    PGconn *connection = PQconnectdb("");
    PGresult *prepared = PQprepare(connection, "listed", "table listed", 0, NULL);
    if (PQresultStatus(prepared) != PGRES_COMMAND_OK) return 69;
    PQclear(prepared);
    per_line(connection, 20, 1);
    double alone = per_line(connection, rounds, 0);
    printf("%.1f %.1f\n", alone, per_line(connection, rounds, 1));
    PQfinish(connection);
    return 0;
}
