include $(top_srcdir)/sql/query/local.mk

# The database: compiled in too, so that one binary can install it. Order is sql/install.order.
src/sql/query.inc: $(sql_queries) $(srcdir)/%D%/sql2c.awk
	$(AM_V_GEN)$(MKDIR_P) src/sql && cd $(abs_srcdir)/%D%/query && { ls *.sql 2>/dev/null || :; } | LC_ALL=C sort | xargs -r $(AWK) -f $(abs_srcdir)/%D%/sql2c.awk > $(abs_builddir)/$@.tmp && mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@
BUILT_SOURCES += src/sql/query.inc
CLEANFILES += src/sql/query.inc
EXTRA_DIST += %D%/sql2c.awk $(sql_queries)
