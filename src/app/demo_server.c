/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/demo_server.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/text.h"

#define SERVER_LOG_TAIL 4096
#define SERVER_READY_LINE 8 /* of postmaster.pid: the state, as pg_ctl reads it */

/* Only who may enter the folder gets as far as this file. */
static const char server_hba[] = "local all all trust\n";

static const char server_conf[] = "listen_addresses = ''\n"
				  "unix_socket_permissions = 0700\n"
				  "timezone = 'Europe/London'\n"
				  "log_timezone = 'UTC'\n"
				  "cluster_name = 'gridline demo'\n"
				  "max_connections = 40\n"
				  "jit = off\n"
				  "work_mem = '32MB'\n"
				  "maintenance_work_mem = '256MB'\n"
				  "max_wal_size = '4GB'\n"
				  "client_connection_check_interval = '2s'\n";

/* No disk has to hold what is thrown away. */
static const char server_conf_throw_away[] = "shared_buffers = '256MB'\n"
					     "fsync = off\n"
					     "synchronous_commit = off\n"
					     "full_page_writes = off\n"
					     "wal_level = minimal\n"
					     "max_wal_senders = 0\n"
					     "checkpoint_timeout = '1h'\n"
					     "autovacuum = off\n"
					     "dynamic_shared_memory_type = mmap\n";

static void
child_streams(const struct place *p)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	int log = open(p->log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (null < 0 || log < 0)
		_exit(126);
	dup2(null, STDIN_FILENO);
	dup2(log, STDOUT_FILENO);
	dup2(log, STDERR_FILENO);
}

/* A child with the server's rights, a clean environment and signals as they come. */
static pid_t
server_fork(const struct place *p, int last_signal)
{
	sigset_t none;
	pid_t keeper = getpid(), pid = fork();

	if (pid != 0)
		return pid;
	setpgid(0, 0);
	signal(SIGINT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	signal(SIGHUP, SIG_DFL);
	signal(SIGQUIT, SIG_DFL);
	signal(SIGPIPE, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	umask(077);
	if (!place_become_user(p))
		_exit(126);
	/* After the change of user, which would undo it. */
	prctl(PR_SET_PDEATHSIG, last_signal);
	if (getppid() != keeper)
		_exit(126);
	child_streams(p);
	if (clearenv() != 0 || setenv("PATH", "/usr/bin:/bin", 1) != 0 ||
	    setenv("LC_ALL", "C.UTF-8", 1) != 0 || chdir("/") != 0)
		_exit(126);
	return 0;
}

pid_t
server_initdb(const struct place *p)
{
	pid_t pid = server_fork(p, SIGKILL);
	char *program;

	if (pid != 0)
		return pid;
	program = xasprintf("%s/initdb", p->bin);
	execl(program, program, "-D", p->data, "-U", SERVER_ADMIN, "-A", "trust", "-E", "UTF8",
	    "--locale=C.UTF-8", "--no-instructions", p->keep ? "--data-checksums" : "--no-sync",
	    (char *)NULL);
	perror(program);
	_exit(126);
}

static bool
write_file(const char *dir, const char *name, int how, const char *one, const char *two)
{
	char *path = xasprintf("%s/%s", dir, name);
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | how, 0600);
	bool done = fd >= 0 && dprintf(fd, "%s%s", one, two) >= 0;

	if (!done)
		perror(path);
	if (fd >= 0)
		close(fd);
	free(path);
	return done;
}

/* In the child, so that the files belong to the server's user. */
static bool
configure(const struct place *p)
{
	return write_file(p->data, "pg_hba.conf", O_TRUNC, server_hba, "") &&
	    write_file(p->data, "postgresql.conf", O_APPEND, server_conf,
		p->keep ? "" : server_conf_throw_away);
}

pid_t
server_start(const struct place *p)
{
	pid_t pid = server_fork(p, p->keep ? SIGINT : SIGQUIT);
	char *program;

	if (pid != 0)
		return pid;
	if (p->fresh && !configure(p))
		_exit(126);
	program = xasprintf("%s/postgres", p->bin);
	execl(program, program, "-D", p->data, "-k", p->temporary, "-p", SERVER_PORT, (char *)NULL);
	perror(program);
	_exit(126);
}

bool
server_ready(const struct place *p, pid_t pid)
{
	char *path = xasprintf("%s/postmaster.pid", p->data), line[256];
	FILE *file = fopen(path, "re");
	bool ready = false;
	int n;

	free(path);
	if (!file)
		return false;
	for (n = 1; n <= SERVER_READY_LINE && fgets(line, sizeof line, file); n++) {
		/* A server that was killed outright leaves its file behind. */
		if (n == 1 && strtol(line, NULL, 10) != pid)
			break;
		ready = n == SERVER_READY_LINE && strncmp(line, "ready", 5) == 0;
	}
	fclose(file);
	return ready;
}

bool
server_error(const struct place *p, const char *what, struct error *err)
{
	char tail[SERVER_LOG_TAIL + 1], *line, *last = NULL, *rest = tail, *clean;
	FILE *file = fopen(p->log, "re");
	size_t n = 0;

	if (file) {
		if (fseek(file, -SERVER_LOG_TAIL, SEEK_END) != 0)
			rewind(file);
		n = fread(tail, 1, SERVER_LOG_TAIL, file);
		fclose(file);
	}
	tail[n] = '\0';
	while ((line = strsep(&rest, "\n")))
		if (line[0])
			last = line;
	clean = text_clean_dup(last ? last : "it said nothing", TEXT_LINE);
	error_set(err, "%s failed: %s", what, clean);
	free(clean);
	return p->keep ? error_hint(err, "The whole story is in %s.", p->log) : false;
}

void
server_stop(const struct place *p, pid_t pid)
{
	kill(pid, p->keep ? SIGINT : SIGQUIT);
}
