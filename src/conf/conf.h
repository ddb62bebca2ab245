/* SPDX-License-Identifier: MIT
 *
 * Configuration, read into one plain structure: the administrator's file, then the user's, then the
 * one of --config, a later one overriding setting by setting. Names of keys, styles, screens and
 * columns are only texts here: whoever knows them (app/) checks them, with `where` for its
 * messages.
 */
#ifndef GRIDLINE_CONF_CONF_H
#define GRIDLINE_CONF_CONF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/* keys and layouts: a name and what it is set to. */
struct conf_pair {
	char *name;  /* of a request ("page-down"), of a listing ("grid") */
	char *value; /* key names, blank-separated, "" for unbound; a layout's text */
	char *where; /* "/etc/gridline/gridline.conf:12: keys.page-down" */
};

/* A style of the theme; NULL where nothing is said. */
struct conf_look {
	char *name; /* of a style ("cursor") */
	char *attributes, *colour, *background;
	char *where;
};

/* A saved view of the administrator's or the user's file; all but the name may be "". */
struct conf_view {
	char *name, *listing, *filter, *sort;
	long limit;
	char *where;
};

struct conf {
	char *marking;	    /* protective marking, on every screen and page */
	char *lro;	    /* what LRO stands for here */
	char *start_view;   /* screen or saved view to begin with */
	char *start_filter; /* filter to begin with */
	long stale_days, preview_min_cols;
	char *colours; /* auto, mono, 8, 16, 256 */
	bool ascii, mouse;
	long esc_ms;
	bool confirm_quit;
	bool captive;
	char *connection; /* of captive mode: a libpq connection string */

	struct conf_pair *keys, *layouts;
	size_t nkeys, nlayouts;
	struct conf_look *looks;
	size_t nlooks;
	struct conf_view *views;
	size_t nviews;

	char **warnings; /* one line each: what was passed over, and why */
	size_t nwarnings;
};

/* Where to read from; NULL leaves a file out. The first two need not exist. */
struct conf_files {
	const char *site, *user, *extra;
};

/* Fill conf, to be released with conf_free() whatever the outcome: false with the first error if
 * something is wrong; defaults and what was read before stay. Where the site's file switches
 * captive mode on, the user's is not opened. */
bool conf_load(struct conf *conf, const struct conf_files *files, struct error *err);
void conf_free(struct conf *conf);

/* conf->colours for screen_options: -1 auto, 0 mono, else the number. */
int conf_colours(const struct conf *conf);

#endif
