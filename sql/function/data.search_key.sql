-- SPDX-License-Identifier: MIT
-- Lower case is that of Unicode, whatever the locale of the database or the collation of the text.
-- Compatibility forms become plain and invisible characters go, so that what looks the same is found.
create function data.search_key(word text) returns text
language sql immutable strict
set search_path = pg_catalog, pg_temp
as $$
	select lower((regexp_replace(normalize(word, NFKC),
		'[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]',
		'', 'g')) collate "und-x-icu") collate "C"
$$;
comment on function data.search_key(text) is 'The form in which texts are searched';
