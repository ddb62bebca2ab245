/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run.h"

#include <getopt.h>

#include "app/connect.h"
#include "app/console.h"
#include "app/crash.h"
#include "app/loop.h"
#include "app/settings.h"
#include "base/alloc.h"
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
	struct settings settings;
	char *conninfo;
	struct link *link;
	struct source *source;
	struct screen *screen;
	struct script *script;
	struct console *console;
	int signals;
};

static void
retry(void *arg)
{
	link_retry(arg);
}

/* Begin to connect, before the terminal is taken: the server works meanwhile. */
static bool
start_link(struct run_parts *p, struct command_context *ctx, struct error *err)
{
	const struct conf *conf = &p->settings.conf;
	struct link_options link = { .target = { .captive = conf->captive } };

	if (conf->captive)
		target_forget_environment();
	p->conninfo = conf->captive ? xstrdup(conf->connection) : connect_info(ctx);
	link.target.conninfo = p->conninfo;
	if (!target_check(&link.target, err))
		return false;
	p->link = link_new(&link);
	p->source = store_source_new(p->link);
	link_step(p->link, 0);
	return true;
}

static bool
start_screen(struct run_parts *p, struct error *err)
{
	const struct conf *conf = &p->settings.conf;
	struct screen_options screen = { .theme = &p->settings.theme,
		.colours = conf_colours(conf),
		.ascii = conf->ascii,
		.mouse = conf->mouse,
		.esc_ms = (int)conf->esc_ms };
	struct error warning = ERROR_INIT;

	if (!screen_open(&p->screen, &screen, &warning, err))
		return false;
	crash_watch(p->screen);
	if (error_is_set(&warning))
		settings_warn(&p->settings, warning.text);
	return true;
}

static void
start_console(struct run_parts *p)
{
	const struct conf *conf = &p->settings.conf;
	struct console_settings settings = { .marking = conf->marking,
		.keys = p->settings.keys,
		.start = conf->start_view,
		.start_filter = conf->start_filter,
		.lro = conf->lro,
		.memory = &p->settings.memory,
		.preview_min_cols = (int)conf->preview_min_cols,
		.stale_days = (int)conf->stale_days,
		.captive = conf->captive,
		.confirm_quit = conf->confirm_quit,
		.now_us = now_us,
		.retry = retry,
		.retry_arg = p->link };
	size_t i;

	p->console = console_new(p->screen, p->source, &settings);
	for (i = 0; i < p->settings.nwarnings; i++)
		console_warn(p->console, p->settings.warnings[i]);
}

static bool
start(struct run_parts *p, struct command_context *ctx, struct error *err)
{
	if (!settings_load(&p->settings, ctx->config, err))
		return false;
	if (ctx->script && !(p->script = script_open(ctx->script, err)))
		return false;
	p->signals = loop_signals(err);
	if (p->signals < 0 || !start_link(p, ctx, err) || !start_screen(p, err))
		return false;
	start_console(p);
	return true;
}

static void
finish(struct run_parts *p)
{
	console_free(p->console);
	crash_watch(NULL);
	screen_close(p->screen);
	store_source_free(p->source);
	if (p->link)
		link_free(p->link);
	script_free(p->script);
	settings_free(&p->settings);
	free(p->conninfo);
	if (p->signals >= 0)
		close(p->signals);
}

int
run_console(struct command_context *ctx)
{
	struct run_parts p = { .signals = -1 };
	struct error err = ERROR_INIT;
	enum loop_end end = LOOP_ENDED;
	struct loop loop;

	if (start(&p, ctx, &err)) {
		loop = (struct loop){ .screen = p.screen,
			.link = p.link,
			.console = p.console,
			.script = p.script,
			.signals = p.signals,
			.captive = p.settings.conf.captive };
		end = loop_run(&loop);
	}
	finish(&p);
	if (error_is_set(&err))
		return command_fail(ctx, &err);
	return end == LOOP_LEFT ? COMMAND_OK : COMMAND_FAILED;
}
