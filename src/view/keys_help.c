/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/keys_help.h"

#include "base/alloc.h"
#include "view/pager.h"

/* "j Down C-n   next row (:down)" */
static void
add_request(struct flow *flow, const struct keymap *map, enum request r)
{
	const struct request_info *info = request_info(r);
	struct buf keys = BUF_INIT, text = BUF_INIT;
	bool bound;

	keymap_keys(map, r, &keys);
	bound = keys.len > 0;
	if (!bound)
		buf_addf(&keys, ":%.*s", info->name_len, info->name);
	buf_adds(&text, info->help);
	if (bound)
		buf_addf(&text, " (:%.*s)", info->name_len, info->name);
	flow_pair(flow, buf_str(&keys), buf_str(&text));
	buf_free(&keys);
	buf_free(&text);
}

static void
add_group(struct flow *flow, const struct keymap *map, enum request_group g)
{
	int r;

	flow_heading(flow, request_group_title(g));
	for (r = REQ_NONE + 1; r < REQ_COUNT; r++)
		if (request_info((enum request)r)->group == g)
			add_request(flow, map, (enum request)r);
}

/* Signs that stand in lists, so that nobody has to guess. */
static void
add_signs(struct flow *flow, const char *lro)
{
	static const struct {
		const char *sign, *meaning;
	} signs[] = {
		{ "▲3 ▼1", "places up or down the grid since this week began" },
		{ "new", "not on the grid when this week began" },
		{ "2!", "taskings past their date" },
		{ "45*", "days since the last review, over the limit: stale" },
		{ "[R]", "restricted: seen by named people and supervisors only" },
	};
	size_t i;

	flow_heading(flow, "Signs and words in the lists");
	for (i = 0; i < ARRAY_LEN(signs); i++)
		flow_pair(flow, signs[i].sign, signs[i].meaning);
	if (lro)
		flow_pair(flow, "LRO", lro);
}

struct view *
keys_help_new(struct app_services *services, const struct view_ops *of)
{
	char *title = xasprintf("Help: %s", of->title);
	struct pager *p = pager_new(services, title);
	struct flow *flow = pager_flow(p);
	int g;

	free(title);
	flow_label_style(flow, STYLE_KEY);
	if (of->meeting) /* what comes first there stands first here */
		add_group(flow, services->keys, GROUP_MEETING);
	for (g = 0; g < GROUP_COUNT; g++)
		if (g != GROUP_MEETING || !of->meeting)
			add_group(flow, services->keys, (enum request_group)g);
	add_signs(flow, services->lro);
	return pager_view(p);
}
