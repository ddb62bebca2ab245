/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "conf/setting.h"

#include "base/buf.h"

#define SETTING_ROW(called, kind, member, value, least, most, words, guarded) \
	{ .name = called, \
		.type = SETTING_##kind, \
		.offset = offsetof(struct conf, member), \
		.preset = value, \
		.min = least, \
		.max = most, \
		.choices = words, \
		.administrators = guarded },

static const struct setting settings[] = { SETTINGS(SETTING_ROW) };

const struct setting *
setting_table(size_t *n)
{
	*n = ARRAY_LEN(settings);
	return settings;
}

const struct setting *
setting_find(const char *name)
{
	for (size_t i = 0; i < ARRAY_LEN(settings); i++)
		if (strcmp(settings[i].name, name) == 0)
			return &settings[i];
	return NULL;
}

bool
setting_is_section(const char *name)
{
	size_t len = strlen(name);

	for (size_t i = 0; i < ARRAY_LEN(settings); i++)
		if (strncmp(settings[i].name, name, len) == 0 && settings[i].name[len] == '.')
			return true;
	return false;
}

/* The offsets come from offsetof() of members of the type asked for. */
static void *
member(struct conf *conf, const struct setting *s)
{
	return (char *)conf + s->offset;
}

char **
setting_string(struct conf *conf, const struct setting *s)
{
	return member(conf, s);
}

long *
setting_number(struct conf *conf, const struct setting *s)
{
	return member(conf, s);
}

bool *
setting_bool(struct conf *conf, const struct setting *s)
{
	return member(conf, s);
}

void
setting_defaults(struct conf *conf)
{
	*conf = (struct conf){ .nkeys = 0 };
	for (size_t i = 0; i < ARRAY_LEN(settings); i++) {
		const struct setting *s = &settings[i];

		switch (s->type) {
		case SETTING_STRING:
		case SETTING_CHOICE:
			*setting_string(conf, s) = xstrdup(s->preset);
			break;
		case SETTING_NUMBER:
			*setting_number(conf, s) = strtol(s->preset, NULL, 10);
			break;
		case SETTING_BOOL:
			*setting_bool(conf, s) = strcmp(s->preset, "true") == 0;
			break;
		}
	}
}

static char *
choices_text(const char *choices)
{
	struct buf out = BUF_INIT;

	buf_adds(&out, "one of ");
	for (; *choices; choices++) {
		if (*choices == ' ')
			buf_adds(&out, ", ");
		else
			buf_addc(&out, *choices);
	}
	return buf_take(&out);
}

char *
setting_wanted(const struct setting *s)
{
	switch (s->type) {
	case SETTING_NUMBER:
		return xasprintf("a whole number from %ld to %ld", s->min, s->max);
	case SETTING_BOOL:
		return xstrdup("true or false");
	case SETTING_CHOICE:
		return choices_text(s->choices);
	case SETTING_STRING:
		break;
	}
	return xasprintf("a text of %ld to %ld bytes in quotation marks", s->min, s->max);
}
