/* SPDX-License-Identifier: MIT
 *
 * Where files are: the site's, and the user's under the XDG rules. In captive mode the
 * environment is not asked: the home folder of the account decides.
 */
#ifndef GRIDLINE_CONF_PATHS_H
#define GRIDLINE_CONF_PATHS_H

#include <stdbool.h>

#define PATHS_SITE_CONF GRIDLINE_SYSCONFDIR "/gridline.conf"

/* $XDG_CONFIG_HOME/gridline/gridline.conf, else ~/.config/gridline/gridline.conf. NULL where there
 * is no home folder. The caller frees. */
char *paths_user_conf(void);

/* $XDG_STATE_HOME/gridline, else ~/.local/state/gridline; NULL where there is no home folder. */
char *paths_state_dir(bool captive);

#endif
