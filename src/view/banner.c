/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/banner.h"

#include "base/date.h"
#include "base/text.h"

#define MINUTE_US INT64_C(60000000)
#define DAY_MINUTES 1440
#define FRESH_MAX 99 /* more than that is many */

/* What a banner may show, from all of it to the least. */
enum part {
	PART_CLOCK = 1, /* 31 Dec 09:00 */
	PART_YEAR = 2,	/* 31 Dec 2022 09:00 */
	PART_LOGIN = 4,
	PART_ROLE = 8,
	PART_UNIT = 16,
	PART_STATE = 32,    /* that all is well; trouble is always shown */
	PART_SENTENCE = 64, /* trouble in a sentence, not a word */
	PART_FRESH = 128,   /* what is new; never at the price of what tells training from duty */
	PART_DAY = 256,	    /* of the clock, the day alone, and close up */
	PART_DUTY = 512,    /* of the clock, TRAINING or nothing */
};
#define PART_NEWS (PART_FRESH | PART_CLOCK)

static const unsigned wordings[] = {
	PART_NEWS | PART_YEAR | PART_LOGIN | PART_ROLE | PART_UNIT | PART_STATE | PART_SENTENCE,
	PART_NEWS | PART_YEAR | PART_LOGIN | PART_ROLE | PART_UNIT | PART_STATE,
	PART_NEWS | PART_YEAR | PART_LOGIN | PART_ROLE | PART_STATE,
	PART_NEWS | PART_YEAR | PART_LOGIN | PART_STATE,
	PART_NEWS | PART_YEAR | PART_LOGIN,
	PART_NEWS | PART_YEAR,
	PART_NEWS,
	PART_NEWS | PART_DAY,
	PART_NEWS | PART_DUTY,
	PART_CLOCK,
	0,
};

static const char *
state_word(enum link_state link, bool sentence)
{
	switch (link) {
	case LINK_CONNECTING:
		return sentence ? "connecting..." : "connecting";
	case LINK_UP:
		return "connected";
	case LINK_SLOW:
		return sentence ? "SLOW: the server has not answered yet" : "SLOW";
	case LINK_LOST:
		return sentence ? "LOST: trying again by itself" : "LOST";
	case LINK_REFUSED:
		return "REFUSED";
	}
	return "";
}

static void
add_gap(struct buf *out)
{
	if (out->len)
		buf_adds(out, "  ");
}

static void
add_clock(struct buf *out, const struct session *s, int64_t now_us, unsigned parts)
{
	static const char months[][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
		"Sep", "Oct", "Nov", "Dec" };
	int64_t minutes = (s->clock_us + (now_us - s->clock_at)) / MINUTE_US;
	struct civil c = date_to_civil((date_days)(minutes / DAY_MINUTES));
	int of_day = (int)(minutes % DAY_MINUTES);

	if (parts & PART_DAY)
		buf_adds(out, out->len ? " " : "");
	else if (s->training || !(parts & PART_DUTY))
		add_gap(out);
	if (s->training)
		buf_adds(out, parts & PART_DUTY ? "TRAINING" : "TRAINING ");
	if (parts & PART_DUTY)
		return;
	buf_addf(out, "%d %s", c.day, months[c.month - 1]);
	if (parts & PART_YEAR)
		buf_addf(out, " %d", c.year);
	if (!(parts & PART_DAY))
		buf_addf(out, " %02d:%02d", of_day / 60, of_day % 60);
}

static void
add_login(struct buf *out, const struct session *s, unsigned parts)
{
	add_gap(out);
	buf_adds(out, s->login);
	if (parts & PART_ROLE)
		buf_addf(out, " (%s%s%s)", s->role, parts & PART_UNIT && s->unit[0] ? ", " : "",
		    parts & PART_UNIT ? s->unit : "");
}

static void
add_fresh(struct buf *out, long fresh)
{
	if (fresh > FRESH_MAX)
		buf_addf(out, "%d+ new", FRESH_MAX);
	else if (fresh > 0)
		buf_addf(out, "%ld new", fresh);
}

static void
compose(struct buf *out, const struct session *s, long fresh, int64_t now_us, unsigned parts)
{
	buf_clear(out);
	if (parts & PART_FRESH)
		add_fresh(out, fresh);
	if (s->role[0] && parts & PART_CLOCK)
		add_clock(out, s, now_us, parts);
	if (s->role[0] && parts & PART_LOGIN)
		add_login(out, s, parts);
	if (s->read_only) {
		add_gap(out);
		buf_adds(out, "READ-ONLY");
	}
	if (s->link != LINK_UP || parts & PART_STATE) {
		add_gap(out);
		buf_adds(out, state_word(s->link, parts & PART_SENTENCE));
	}
}

void
banner_text(struct buf *out, const struct session *s, long fresh, int64_t now_us, int cells)
{
	size_t i;

	for (i = 0; i < ARRAY_LEN(wordings); i++) {
		compose(out, s, fresh, now_us, wordings[i]);
		if (text_width(buf_str(out), out->len) <= cells)
			return;
	}
}

int
banner_next_ms(const struct session *s, int64_t now_us)
{
	int64_t us = s->clock_us + (now_us - s->clock_at);

	if (!s->role[0])
		return -1;
	return (int)((MINUTE_US - us % MINUTE_US) / 1000) + 1;
}

static enum style
link_style(enum link_state link)
{
	switch (link) {
	case LINK_UP:
	case LINK_CONNECTING:
		return STYLE_BANNER;
	case LINK_SLOW:
		return STYLE_WARNING;
	case LINK_LOST:
	case LINK_REFUSED:
		return STYLE_ERROR;
	}
	return STYLE_BANNER;
}

void
banner_draw(
    struct region r, const char *marking, const struct session *s, long fresh, int64_t now_us)
{
	struct buf text = BUF_INIT;
	int width, left;

	region_clear(region_part(r, 0, 0, 1, r.cols));
	left = region_text(r, 0, 0, STYLE_MARKING, marking) + 1;
	banner_text(&text, s, fresh, now_us, r.cols - left);
	width = text_width(buf_str(&text), text.len);
	region_text(r, 0, r.cols - width > left ? r.cols - width : left, link_style(s->link),
	    buf_str(&text));
	buf_free(&text);
}
