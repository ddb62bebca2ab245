/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/demo_exec.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/alloc.h"

static void
set_of_signals(sigset_t *set)
{
	sigemptyset(set);
	sigaddset(set, SIGINT);
	sigaddset(set, SIGTERM);
	sigaddset(set, SIGHUP);
	sigaddset(set, SIGQUIT);
	sigaddset(set, SIGCHLD);
}

/* So that `gridline` in the command is this one, installed or not. */
static void
find_ourselves(void)
{
	char self[4096];
	const char *path = getenv("PATH");
	const ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
	char *slash, *longer;

	if (n <= 0)
		return;
	self[n] = '\0';
	slash = strrchr(self, '/');
	if (!slash || slash == self)
		return;
	*slash = '\0';
	longer = path && path[0] ? xasprintf("%s:%s", self, path) : xstrdup(self);
	setenv("PATH", longer, 1);
	free(longer);
}

static pid_t
start(const char *command, const sigset_t *mask)
{
	pid_t parent = getpid(), pid = fork();

	if (pid != 0)
		return pid;
	sigprocmask(SIG_SETMASK, mask, NULL);
	/* If we are killed outright the server goes, so the command had better go, too. */
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != parent)
		_exit(126);
	find_ourselves();
	execl("/bin/sh", "sh", "-c", command, (char *)NULL);
	_exit(127);
}

bool
demo_exec(const char *command, int *status, struct error *err)
{
	sigset_t wanted, before;
	siginfo_t info;
	pid_t pid;
	int signal, code;

	set_of_signals(&wanted);
	sigprocmask(SIG_BLOCK, &wanted, &before);
	pid = start(command, &before);
	if (pid < 0) {
		sigprocmask(SIG_SETMASK, &before, NULL);
		return error_set(err, "No process for the command: %s", strerror(errno));
	}
	while (waitpid(pid, &code, WNOHANG) == 0) {
		signal = sigwaitinfo(&wanted, &info);
		/* What the terminal sends goes to its whole foreground, the command included. */
		if (signal > 0 && signal != SIGCHLD && info.si_code != SI_KERNEL)
			kill(pid, signal);
	}
	*status = WIFSIGNALED(code) ? 128 + WTERMSIG(code) : WEXITSTATUS(code);
	/* A signal that came too late for the command must not keep us from tidying up. */
	return true;
}
