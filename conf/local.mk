# The administrator's configuration: all of it comments at the defaults, so it may be replaced. The
# theme and the keys in it are made from their tables.
gridlinesysconfdir = $(sysconfdir)/gridline
gridlinesysconf_DATA = conf/gridline.conf
CLEANFILES += conf/gridline.conf
EXTRA_DIST += %D%/gridline.conf.in %D%/tables.awk
conf_tables = $(top_srcdir)/src/term/style.h $(top_srcdir)/src/view/request.h

conf/gridline.conf: $(srcdir)/%D%/gridline.conf.in $(srcdir)/%D%/tables.awk $(conf_tables)
	$(AM_V_GEN)$(MKDIR_P) conf && $(AWK) -f $(srcdir)/%D%/tables.awk $(conf_tables) \
		$(srcdir)/%D%/gridline.conf.in > $@.tmp && mv $@.tmp $@
