include $(top_srcdir)/sql/query/local.mk

# Everything the binary carries of sql/. Each list is made anew at every make (a blink) and replaced
# only where it changed, so that no file has to be named here as well.
#
# src/sql/query.inc    sql/query/*.sql, sorted: { "stem", "text" },
# src/sql/install.inc  the files of sql/install.order, then sql/upgrade/NNNN_slug/NN_name.sql in order:
#                      { version, "path", lines }, for
#   struct schema_file {
#       int version;              0: part of a new installation; N: with its others brings N-1 to N
#       const char *name;         path below sql/
#       const char *const *lines; NULL-terminated; together the file, run as one simple query
#   };
sql_newer = if cmp -s $@.tmp $@; then rm -f $@.tmp; else mv $@.tmp $@; fi

src/sql/query.inc: sql-always
	$(AM_V_at)$(MKDIR_P) src/sql && out=`pwd`/$@.tmp && : > $@.tmp && cd $(abs_srcdir)/sql/query && \
	  ls | sed -n '/\.sql$$/p' | LC_ALL=C sort | xargs -r $(AWK) -f $(abs_srcdir)/sql/sql2c.awk > $$out
	$(AM_V_at)$(sql_newer)

src/sql/install.inc: sql-always
	$(AM_V_at)$(MKDIR_P) src/sql && out=`pwd`/$@.tmp && cd $(abs_srcdir)/sql && \
	  { sed -e 's/#.*//' -e '/^[ 	]*$$/d' install.order; ls upgrade/[0-9]*/[0-9]*.sql 2>/dev/null | LC_ALL=C sort; } | \
	  xargs $(AWK) -f $(abs_srcdir)/sql/install2c.awk > $$out
	$(AM_V_at)$(sql_newer)

sql-always:
.PHONY: sql-always

BUILT_SOURCES += src/sql/query.inc src/sql/install.inc
CLEANFILES += src/sql/query.inc src/sql/install.inc
EXTRA_DIST += %D%/README.md %D%/sql2c.awk %D%/install2c.awk %D%/install.order $(sql_queries) \
	%D%/role %D%/schema %D%/table %D%/ref %D%/function %D%/trigger %D%/view %D%/policy %D%/grant \
	%D%/verify %D%/upgrade

include $(top_srcdir)/sql/demo/local.mk
