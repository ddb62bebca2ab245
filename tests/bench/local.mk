# `make bench`: Gridline beside its rivals and the floor. It stands apart from `make check`: it takes
# minutes and a million lines, which BENCH_DIR (bench in the build folder) keeps from run to run.
EXTRA_PROGRAMS += tests/bench/floor_curses tests/bench/floor_libpq tests/bench/floor_listen
tests_bench_floor_curses_SOURCES = %D%/floor_curses.c
tests_bench_floor_curses_LDADD = $(NCURSES_LIBS)
tests_bench_floor_libpq_SOURCES = %D%/floor_libpq.c
tests_bench_floor_libpq_LDADD = src/libbase.a $(PQ_LIBS)
tests_bench_floor_listen_SOURCES = %D%/floor_listen.c
tests_bench_floor_listen_LDADD = $(PQ_LIBS)
CLEANFILES += tests/bench/floor_curses tests/bench/floor_libpq tests/bench/floor_listen

bench_scripts = %D%/bench.py %D%/board.py %D%/cluster.py %D%/dashboard.py %D%/events.py %D%/figures.py %D%/live.py %D%/proxy.py \
	%D%/records.py %D%/report.py %D%/reviews.py %D%/screen.py %D%/server.py %D%/start.py \
	%D%/taskings.py %D%/terminal.py
EXTRA_DIST += $(bench_scripts)

bench: gridline tests/bench/floor_curses tests/bench/floor_libpq tests/bench/floor_listen
	@command -v python3 > /dev/null || { \
		echo "make bench: python3 is not installed; nothing was measured" >&2; exit 1; }
	PYTHONDONTWRITEBYTECODE=1 python3 $(srcdir)/%D%/bench.py .

.PHONY: bench
