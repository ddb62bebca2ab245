# The administrator's configuration: all of it comments at the defaults, so it may be replaced.
gridlinesysconfdir = $(sysconfdir)/gridline
dist_gridlinesysconf_DATA = %D%/gridline.conf
