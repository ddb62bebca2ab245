bin_PROGRAMS += gridline
gridline_SOURCES = \
	%D%/main.c
gridline_LDADD = src/libview.a src/libreport.a src/libterm.a src/libstore.a src/libmodel.a src/libconf.a src/libbase.a \
	$(NCURSES_LIBS) $(PQ_LIBS) $(CONFIG_LIBS) $(CSV_LIBS)
