-- SPDX-License-Identifier: MIT
-- Characters that hide, turn round or steer text have no place in it: control and format
-- characters, bidi marks, byte order marks, tags, line separators. A rationale may have lines.
create function data.import_bad_character(value text, block boolean) returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
	select substring(case when block then translate(value, E'\n\r\t', '') else value end,
		'[\u0001-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F'
		'\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFF\U000E0000-\U000E0FFF]')
$$;
comment on function data.import_bad_character(text, boolean) is 'The first character of a text that may not stand in it; null if there is none';
