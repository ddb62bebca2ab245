-- SPDX-License-Identifier: MIT
-- 0 tells of nobody, and is shown.
create function data.figure_is_small(f ref.figure, counts numeric) returns boolean
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(f.of_people and f.counted <> 'change' and counts > 0 and counts < s.suppress_below, false) from ref.setting s
$$;
comment on function data.figure_is_small(ref.figure, numeric) is 'Is a figure of so few people that somebody could be guessed?';
