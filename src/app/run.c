/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run.h"

#include <getopt.h>

#include "app/connect.h"
#include "app/console.h"
#include "app/loop.h"
#include "store/source.h"

enum { OPTION_SCRIPT = COMMAND_OPTION_LONG };

const struct command_option run_options[] = {
	{ "script", OPTION_SCRIPT, "FILE", "type the keys in FILE first" },
	{ NULL, 0, NULL, NULL },
};

int
command_run(struct command_context *ctx, int argc, char **argv)
{
	int c;

	while ((c = command_next(ctx, argc, argv)) >= 0)
		if (c == OPTION_SCRIPT)
			ctx->script = optarg;
	if (c == COMMAND_NEXT_DONE)
		return COMMAND_OK;
	if (c == COMMAND_NEXT_WRONG)
		return COMMAND_USAGE;
	if (optind == argc)
		return run_console(ctx);
	argc -= optind;
	argv += optind;
	optind = 0; /* getopt starts anew */
	ctx->command = command_find(argv[0]);
	if (ctx->command)
		return ctx->command->run(ctx, argc, argv);
	ctx->command = command_table;
	return command_usage(ctx, "%s is not a command", argv[0]);
}

static int64_t
now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* All that a console stands on, in the order it is put up. */
struct run_parts {
	char *conninfo;
	struct link *link;
	struct source *source;
	struct screen *screen;
	struct keymap *keys;
	struct memory memory;
	struct script *script;
	struct console *console;
	int signals;
};

static void
retry(void *arg)
{
	link_retry(arg);
}

/* The connection is begun before the terminal is taken, so that the server works meanwhile. */
static bool
start(struct run_parts *p, struct command_context *ctx, struct error *err)
{
	struct link_options link = { .target = { .conninfo = NULL } };
	struct screen_options screen = { .colours = -1, .esc_ms = 25 };
	struct theme theme;

	p->conninfo = connect_info(ctx);
	link.target.conninfo = p->conninfo;
	if (!target_check(&link.target, err))
		return false;
	if (ctx->script && !(p->script = script_open(ctx->script, err)))
		return false;
	p->signals = loop_signals(err);
	if (p->signals < 0)
		return false;
	p->link = link_new(&link);
	p->source = store_source_new(p->link);
	link_step(p->link, 0);
	theme_defaults(&theme);
	screen.theme = &theme;
	return screen_open(&p->screen, &screen, NULL, err);
}

static void
finish(struct run_parts *p)
{
	console_free(p->console);
	screen_close(p->screen);
	store_source_free(p->source);
	if (p->link)
		link_free(p->link);
	script_free(p->script);
	memory_clear(&p->memory);
	keymap_free(p->keys);
	free(p->conninfo);
	if (p->signals >= 0)
		close(p->signals);
}

int
run_console(struct command_context *ctx)
{
	struct run_parts p = { .signals = -1 };
	struct error err = ERROR_INIT;
	struct console_settings settings = { .marking = "OFFICIAL-SENSITIVE",
		.preview_min_cols = 150,
		.stale_days = 28,
		.now_us = now_us,
		.retry = retry };
	struct loop loop = { .captive = false };
	enum loop_end end = LOOP_ENDED;

	p.keys = keymap_new();
	memory_init(&p.memory);
	if (start(&p, ctx, &err)) {
		settings.keys = p.keys;
		settings.memory = &p.memory;
		settings.retry_arg = p.link;
		p.console = console_new(p.screen, p.source, &settings);
		loop = (struct loop){ .screen = p.screen,
			.link = p.link,
			.console = p.console,
			.script = p.script,
			.signals = p.signals };
		end = loop_run(&loop);
	}
	finish(&p);
	if (error_is_set(&err))
		return command_fail(ctx, &err);
	return end == LOOP_LEFT ? COMMAND_OK : COMMAND_FAILED;
}
