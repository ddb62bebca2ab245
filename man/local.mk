# Pages to install. gridline(1) is made: its key section comes from the table of requests.
man_MANS = man/gridline.1
dist_man_MANS += %D%/gridline-admin.8 %D%/gridline-data.7 %D%/gridline-filter.7 \
	%D%/gridline.conf.5
CLEANFILES += man/gridline.1
EXTRA_DIST += %D%/gridline.1.in %D%/keys.awk

man/gridline.1: $(srcdir)/%D%/gridline.1.in $(srcdir)/%D%/keys.awk $(srcdir)/src/view/request.h
	$(AM_V_GEN)$(MKDIR_P) man && $(AWK) -f $(srcdir)/%D%/keys.awk \
		$(srcdir)/src/view/request.h $(srcdir)/%D%/gridline.1.in > $@.tmp && mv $@.tmp $@
