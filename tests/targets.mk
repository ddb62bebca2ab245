# What stands beside `make check`: the same tests under the sanitizers, the fuzz targets, linters.
# Each builds in a folder of its own below this one, so that it never disturbs the build at hand.

SANITIZE_DIR = build-sanitize
FUZZ_DIR = build-fuzz
FUZZ_CC = clang
FUZZ_SECONDS = 30

# The tests that run our C, under ASan, UBSan and leak detection. What is left out has none of it:
# source checks, and the database's own tests.
check-sanitize:
	@$(MKDIR_P) $(SANITIZE_DIR)
	@test -f $(SANITIZE_DIR)/Makefile || (cd $(SANITIZE_DIR) && \
		$(abs_top_srcdir)/configure -q --enable-sanitize CC='$(CC)' CFLAGS='-O1 -g')
	$(MAKE) -C $(SANITIZE_DIR)
	tests=; for t in $(TESTS); do \
		case $$t in *tests/check/*|*tests/sql/*) ;; *) tests="$$tests $$t" ;; esac; done; \
	ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1:check_initialization_order=1 \
	UBSAN_OPTIONS=print_stacktrace=1 \
	LSAN_OPTIONS=suppressions=$(abs_top_srcdir)/tests/lib/lsan.supp:print_suppressions=0 \
	$(MAKE) -C $(SANITIZE_DIR) check TESTS="$$tests"

# Each target for FUZZ_SECONDS from its corpus; what it finds stays in the build folder, and belongs
# into tests/fuzz/corpus once it is mended.
fuzz:
	@$(MKDIR_P) $(FUZZ_DIR)
	@test -f $(FUZZ_DIR)/Makefile || (cd $(FUZZ_DIR) && \
		$(abs_top_srcdir)/configure -q --enable-sanitize --enable-fuzz CC='$(FUZZ_CC)' CFLAGS='-O1 -g')
	$(MAKE) -C $(FUZZ_DIR) all $(fuzz_programs)
	FUZZ_SECONDS='$(FUZZ_SECONDS)' $(SHELL) $(srcdir)/tests/fuzz/run.sh \
		'$(abs_top_srcdir)' '$(FUZZ_DIR)' $(fuzz_programs)

# Linters that are installed; those that are not are named. Not part of `make check`: they differ
# from release to release.
lint:
	$(SHELL) $(srcdir)/tests/lint.sh '$(abs_top_srcdir)' '$(abs_top_builddir)' $(CPPFLAGS) $(PQ_CFLAGS) $(NCURSES_CFLAGS)

clean-local:
	-rm -rf $(SANITIZE_DIR) $(FUZZ_DIR)

.PHONY: check-sanitize fuzz lint
EXTRA_DIST += %D%/lint.sh %D%/lib/lsan.supp
