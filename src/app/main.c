/* SPDX-License-Identifier: MIT
 *
 * The only place that exits: everything below returns a status.
 */
#include "config.h"

#include <locale.h>

#include "app/command.h"

int
main(int argc, char **argv)
{
	struct command_context ctx = { .command = command_table };
	int status;

	setlocale(LC_ALL, "");
	setlocale(LC_NUMERIC, "C"); /* numbers are read and written for programs, too */
	status = ctx.command->run(&ctx, argc, argv);
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	perror(PACKAGE_NAME ": standard output");
	return COMMAND_FAILED;
}
