/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/keys_help.h"

#include "view/pager.h"

/* "j Down C-n   next row (:down)" */
static void
add_request(struct flow *flow, const struct keymap *map, enum request r)
{
	const struct request_info *info = request_info(r);
	struct buf keys = BUF_INIT, text = BUF_INIT;

	keymap_keys(map, r, &keys);
	buf_addf(&text, "%s (:%.*s%s)", info->help, info->name_len, info->name,
	    info->takes_argument ? " ..." : "");
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
keys_help_new(struct app_services *services)
{
	static const enum request_group order[GROUP_COUNT] = { GROUP_GO, GROUP_FIND, GROUP_MOVE,
		GROUP_MARK, GROUP_SHOW, GROUP_APP };
	struct pager *p = pager_new(services, "Keys");
	struct flow *flow = pager_flow(p);
	size_t i;

	flow_label_style(flow, STYLE_KEY);
	for (i = 0; i < ARRAY_LEN(order); i++)
		add_group(flow, services->keys, order[i]);
	add_signs(flow, services->lro);
	return pager_view(p);
}
