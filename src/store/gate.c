/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/gate.h"

#include <ctype.h>

#include "base/text.h"

enum wording {
	WORDING_OWN,	/* our text says it all */
	WORDING_SERVER, /* our text, a colon, and the server's */
};

/* What the server's codes mean to someone who has never heard of them. A code ending in "000"
 * stands for its whole class; the first match counts. */
static const struct plain {
	const char *sqlstate;
	enum wording wording;
	bool useless; /* connecting again will fail the same way */
	const char *text, *hint;
} plains[] = {
	{ "28P01", WORDING_OWN, true, "the server refused the password",
	    "check the password file or ask your database administrator" },
	{ "28000", WORDING_SERVER, true, "the server does not let you in",
	    "ask your database administrator for a login role" },
	{ "3D000", WORDING_SERVER, true, "there is no such database", "check PGDATABASE" },
	{ "53300", WORDING_OWN, false, "the server has no room for another connection",
	    "wait, or close a console you no longer use" },
	{ "53100", WORDING_OWN, false, "the server's disk is full",
	    "tell your database administrator" },
	{ "57P03", WORDING_OWN, false, "the server is starting up or shutting down", "" },
	{ "57P01", WORDING_OWN, false, "the server ended the connection", "" },
	{ "57P02", WORDING_OWN, false, "the server stopped because of a fault", "" },
	{ "57014", WORDING_OWN, false, "the server stopped the statement",
	    "it was cancelled or took too long; a narrower filter is quicker" },
	{ "55P03", WORDING_OWN, false, "someone else is changing the same record",
	    "try again in a moment" },
	{ "25006", WORDING_OWN, false, "this is a read-only copy of the database",
	    "connect to the main server to change anything" },
	{ "40001", WORDING_OWN, false, "someone else changed the same records at the same time",
	    "try again" },
	{ "40P01", WORDING_OWN, false, "someone else changed the same records at the same time",
	    "try again" },
	{ "42501", WORDING_SERVER, false, "your role may not do that", "" },
	{ "3F000", WORDING_SERVER, false, "the database does not fit this program",
	    "your database administrator can run: gridline init, or gridline upgrade" },
	{ "42000", WORDING_SERVER, false, "the database does not fit this program",
	    "your database administrator can run: gridline upgrade" },
	{ GATE_LOST, WORDING_SERVER, false, "the connection to the server was lost", "" },
};

static const struct plain *
find(const char *sqlstate)
{
	for (size_t i = 0; i < ARRAY_LEN(plains); i++) {
		const char *code = plains[i].sqlstate;
		size_t len = strcmp(code + 2, "000") == 0 ? 2 : 5;

		if (strncmp(code, sqlstate, len) == 0)
			return &plains[i];
	}
	return NULL;
}

static bool
tell(struct error *err, const char *sqlstate, const char *message, const char *hint)
{
	const struct plain *plain = find(sqlstate);
	char *said = text_clean_dup(message, TEXT_LINE);
	char *way_out = text_clean_dup(hint, TEXT_LINE);

	if (!plain && strncmp(sqlstate, "GL", 2) == 0)
		error_set(err, "%s", said);
	else if (!plain)
		error_set(err, "the server says: %s", said);
	else if (plain->wording == WORDING_OWN)
		error_set(err, "%s", plain->text);
	else
		error_set(err, "%s: %s", plain->text, said);
	if (plain && plain->hint[0])
		error_hint(err, "%s", plain->hint);
	else if (way_out[0])
		error_hint(err, "%s", way_out);
	if (err)
		snprintf(err->sqlstate, sizeof err->sqlstate, "%s", sqlstate);
	free(said);
	free(way_out);
	return false;
}

/* What our own functions say of single fields. The server's own details speak of keys and rows. */
static bool
tell_detail(struct error *err, const char *detail)
{
	char *clean;

	if (!err || strncmp(err->sqlstate, "GL", 2) != 0)
		return false;
	clean = text_clean_dup(detail, TEXT_BLOCK);
	error_detail(err, "%s", clean);
	free(clean);
	return false;
}

static const char *
field(const PGresult *result, int code, const char *otherwise)
{
	const char *text = PQresultErrorField(result, code);

	return text ? text : otherwise;
}

/* libpq words its own failures over several lines; the first says what happened. */
static char *
first_line(const char *message)
{
	return xstrndup(message, strcspn(message, "\n"));
}

static bool
tell_lost(const PGconn *conn, struct error *err)
{
	char *line = first_line(conn ? PQerrorMessage(conn) : "");

	tell(err, GATE_LOST, line[0] ? line : "it was closed", "");
	free(line);
	return false;
}

bool
gate_result(const PGresult *result, const PGconn *conn, struct error *err)
{
	if (!result)
		return tell_lost(conn, err);
	switch (PQresultStatus(result)) {
	case PGRES_COMMAND_OK:
	case PGRES_TUPLES_OK:
	case PGRES_SINGLE_TUPLE:
	case PGRES_EMPTY_QUERY:
	case PGRES_COPY_IN:
	case PGRES_PIPELINE_SYNC:
		return true;
	case PGRES_PIPELINE_ABORTED:
		return tell(err, "25P02", "a statement before it failed", "");
	case PGRES_COPY_OUT:
	case PGRES_COPY_BOTH:
	case PGRES_BAD_RESPONSE:
	case PGRES_NONFATAL_ERROR:
	case PGRES_FATAL_ERROR:
		break;
	}
	if (!PQresultErrorField(result, PG_DIAG_SQLSTATE))
		return tell_lost(conn, err);
	tell(err, PQresultErrorField(result, PG_DIAG_SQLSTATE),
	    field(result, PG_DIAG_MESSAGE_PRIMARY, "no reason was given"),
	    field(result, PG_DIAG_MESSAGE_HINT, ""));
	return tell_detail(err, field(result, PG_DIAG_MESSAGE_DETAIL, ""));
}

void
gate_listen(PGconn *conn)
{
	/* A failed start gives no PGresult, and messages may be in any language: the code is
	 * found only in the wordy form "FATAL:  28P01: ...". */
	PQsetErrorVerbosity(conn, PQERRORS_VERBOSE);
}

/* Find the last "  28P01: " in a wordy message; sqlstate gets the code. Returns what follows. */
static const char *
find_sqlstate(const char *message, char sqlstate[6])
{
	const char *found = NULL;

	for (const char *s = message; (s = strstr(s, ":  ")); s++) {
		size_t n = 0;

		while (
		    n < 5 && (isdigit((unsigned char)s[3 + n]) || isupper((unsigned char)s[3 + n])))
			n++;
		if (n < 5 || s[8] != ':' || s[9] != ' ')
			continue;
		memcpy(sqlstate, s + 3, 5);
		sqlstate[5] = '\0';
		found = s + 10;
	}
	return found;
}

bool
gate_connection(const PGconn *conn, struct error *err)
{
	const char *message = PQerrorMessage(conn), *said;
	char sqlstate[6], *line;

	said = find_sqlstate(message, sqlstate);
	line = first_line(said ? said : message);
	if (said) {
		tell(err, sqlstate, line, "");
	} else if (PQconnectionNeedsPassword(conn)) {
		tell(err, "28P01", line, "");
		error_set(err, "the server wants a password and there is none");
		error_hint(err, "put it into the password file (see PGPASSFILE in gridline(1))");
		snprintf(err->sqlstate, sizeof err->sqlstate, "28P01");
	} else {
		char *clean = text_clean_dup(line, TEXT_LINE);

		error_set(err, "no server answers: %s", clean);
		error_hint(err, "check that it runs, and PGHOST and PGPORT");
		snprintf(err->sqlstate, sizeof err->sqlstate, "08001");
		free(clean);
	}
	free(line);
	return false;
}

bool
gate_useless(const struct error *err)
{
	const struct plain *plain = find(err->sqlstate);

	return plain && plain->useless;
}
