/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/demo_place.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <glob.h>
#include <grp.h>
#include <limits.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>

#include "app/demo_server.h"
#include "base/buf.h"

#define PLACE_PACKAGE "postgresql-15"
#define PLACE_WISHED "/usr/lib/postgresql/15/bin"
#define PLACE_TEMPLATE "/gridline-XXXXXX"

static bool
holds_server(const char *dir)
{
	char *initdb = xasprintf("%s/initdb", dir), *postgres = xasprintf("%s/postgres", dir);
	bool found = access(initdb, X_OK) == 0 && access(postgres, X_OK) == 0;

	free(initdb);
	free(postgres);
	return found;
}

/* PostgreSQL 15 where Debian puts it, else the newest there, else whatever PATH holds. */
static char *
find_programs(void)
{
	const char *path = getenv("PATH");
	char *found = NULL, *copy, *dir, *rest;
	glob_t g;
	size_t i;

	if (holds_server(PLACE_WISHED))
		return xstrdup(PLACE_WISHED);
	if (glob("/usr/lib/postgresql/1[5-9]/bin", 0, NULL, &g) == 0)
		for (i = g.gl_pathc; i > 0 && !found; i--)
			if (holds_server(g.gl_pathv[i - 1]))
				found = xstrdup(g.gl_pathv[i - 1]);
	globfree(&g);
	copy = rest = xstrdup(path ? path : "");
	while (!found && (dir = strsep(&rest, ":")))
		if (dir[0] == '/' && holds_server(dir))
			found = xstrdup(dir);
	free(copy);
	return found;
}

/* PostgreSQL refuses to run as root, and so do we: postgres or nobody does it then. What a kept
 * cluster was made by goes before that. */
static bool
find_user(struct place *p, struct error *err)
{
	const struct passwd *user;
	struct stat st;

	p->uid = geteuid();
	p->gid = getegid();
	p->drop = p->uid == 0;
	if (p->keep && stat(p->data, &st) == 0) {
		if (!p->drop && st.st_uid != p->uid) {
			error_set(err, "%s belongs to another user", p->data);
			return error_hint(err, "Open it as the user who made it, or as root.");
		}
		if (st.st_uid != 0) {
			p->uid = st.st_uid;
			p->gid = st.st_gid;
			return true;
		}
	}
	if (!p->drop)
		return true;
	user = getpwnam("postgres");
	if (!user)
		user = getpwnam("nobody");
	if (!user || user->pw_uid == 0) {
		error_set(err, "The server must not run as root, and there is no user for it");
		return error_hint(err, "Run this as an ordinary user.");
	}
	p->uid = user->pw_uid;
	p->gid = user->pw_gid;
	return true;
}

/* keep need not exist yet, so realpath() is no use. */
static char *
absolute(const char *path)
{
	char here[PATH_MAX];

	if (path[0] == '/' || !getcwd(here, sizeof here))
		return xstrdup(path);
	return xasprintf("%s/%s", here, path);
}

bool
place_find(struct place *p, const char *keep, struct error *err)
{
	p->bin = find_programs();
	if (!p->bin) {
		error_set(err, "There is no PostgreSQL 15 server on this machine");
		return error_hint(err, "Install the package %s.", PLACE_PACKAGE);
	}
	if (keep) {
		p->keep = absolute(keep);
		p->data = xasprintf("%s/data", p->keep);
		p->log = xasprintf("%s/log", p->keep);
		p->unfinished = xasprintf("%s/unfinished", p->keep);
	}
	return find_user(p, err);
}

bool
place_become_user(const struct place *p)
{
	if (!p->drop)
		return true;
	return setgroups(0, NULL) == 0 && setgid(p->gid) == 0 && setuid(p->uid) == 0;
}

/* Can the server's user enter the folder? Where its parents are shut to others, it cannot. */
static bool
user_enters(const struct place *p, const char *dir)
{
	int status;
	pid_t pid;

	if (!p->drop)
		return true;
	pid = fork();
	if (pid == 0)
		_exit(place_become_user(p) && access(dir, R_OK | W_OK | X_OK) == 0 ? 0 : 1);
	return pid > 0 && waitpid(pid, &status, 0) == pid && status == 0;
}

/* A folder of our own under `base`, or NULL: too long a name for a socket, or out of reach. */
static char *
make_temporary(const struct place *p, const char *base)
{
	struct sockaddr_un address;
	char *dir = xasprintf("%s%s", base, PLACE_TEMPLATE);

	if (strlen(dir) + strlen("/.s.PGSQL." SERVER_PORT ".lock") < sizeof address.sun_path &&
	    mkdtemp(dir)) {
		if ((!p->drop || chown(dir, p->uid, p->gid) == 0) && user_enters(p, dir))
			return dir;
		rmdir(dir);
	}
	free(dir);
	return NULL;
}

static bool
is_ours(const char *name)
{
	static const char *const ours[] = { ".", "..", "data", "log", "lock", "unfinished" };
	size_t i;

	for (i = 0; i < ARRAY_LEN(ours); i++)
		if (strcmp(name, ours[i]) == 0)
			return true;
	return false;
}

/* A folder with anything else in it was meant for something else. */
static bool
check_contents(const struct place *p, struct error *err)
{
	struct dirent *entry;
	DIR *dir = opendir(p->keep);
	bool clean = true;

	if (!dir) {
		error_set(err, "%s: %s", p->keep, strerror(errno));
		return error_hint(err, "Open it as the user who made it, or as root.");
	}
	while (clean && (entry = readdir(dir)))
		clean = is_ours(entry->d_name);
	closedir(dir);
	if (clean)
		return true;
	error_set(err, "%s holds other files", p->keep);
	return error_hint(err, "Name a new folder, or one that --keep has made.");
}

/* The lock goes with the process that holds it, however that ends. */
static bool
take_lock(struct place *p, struct error *err)
{
	char *name = xasprintf("%s/lock", p->keep);

	p->lock = open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (p->lock < 0) {
		error_set(err, "%s: %s", name, strerror(errno));
		free(name);
		return error_hint(err, "Open it as the user who made it, or as root.");
	}
	free(name);
	if (flock(p->lock, LOCK_EX | LOCK_NB) == 0)
		return true;
	error_set(err, "%s is open in another gridline demo", p->keep);
	return error_hint(err, "Leave that one first, or connect to it as a second client.");
}

static int
remove_one(const char *path, const struct stat *st ATTR_UNUSED, int type ATTR_UNUSED,
    struct FTW *at ATTR_UNUSED)
{
	return remove(path) == 0 || errno == ENOENT ? 0 : 1;
}

static bool
remove_tree(const char *path)
{
	return nftw(path, remove_one, 32, FTW_DEPTH | FTW_PHYS | FTW_MOUNT) == 0 || errno == ENOENT;
}

/* A cluster that was never finished is worth nothing: begin again. */
static bool
prepare_keep(struct place *p, struct error *err)
{
	char *version;
	int fd;

	if (mkdir(p->keep, 0700) != 0 && errno != EEXIST)
		return error_set(err, "%s: %s", p->keep, strerror(errno));
	if (!check_contents(p, err) || !take_lock(p, err))
		return false;
	if (access(p->unfinished, F_OK) == 0)
		remove_tree(p->data);
	version = xasprintf("%s/PG_VERSION", p->data);
	p->fresh = access(version, F_OK) != 0;
	free(version);
	if (!p->fresh)
		return true;
	fd = open(p->unfinished, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return error_set(err, "%s: %s", p->unfinished, strerror(errno));
	close(fd);
	if (p->drop && chown(p->keep, p->uid, p->gid) != 0)
		return error_set(err, "%s: %s", p->keep, strerror(errno));
	if (user_enters(p, p->keep))
		return true;
	error_set(err, "The server's user cannot enter %s", p->keep);
	return error_hint(err, "Name a folder whose parents others may enter, or be no root.");
}

bool
place_make(struct place *p, struct error *err)
{
	const char *base = getenv("TMPDIR");

	if (p->keep && !prepare_keep(p, err))
		return false;
	if (base && base[0] == '/')
		p->temporary = make_temporary(p, base);
	if (!p->temporary)
		p->temporary = make_temporary(p, "/tmp");
	if (!p->temporary)
		return error_set(
		    err, "No temporary folder can be made in /tmp: %s", strerror(errno));
	if (!p->keep) {
		p->data = xasprintf("%s/data", p->temporary);
		p->log = xasprintf("%s/log", p->temporary);
	}
	return true;
}

bool
place_remove(struct place *p)
{
	int tries;

	/* What dies slowly may still write while we remove. */
	for (tries = 0; p->temporary && tries < 50; tries++) {
		if (remove_tree(p->temporary))
			return true;
		usleep(20000);
	}
	return !p->temporary;
}

void
place_free(struct place *p)
{
	static const struct place none = PLACE_INIT;

	if (p->lock >= 0)
		close(p->lock);
	free(p->bin);
	free(p->keep);
	free(p->temporary);
	free(p->data);
	free(p->log);
	free(p->unfinished);
	*p = none;
}
