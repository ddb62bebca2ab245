-- SPDX-License-Identifier: MIT
-- The end of a sentence about an unknown term: the known ones that look like it, at most three; all
-- of them where they are few and none does.
create function data.nearest_terms(of_vocabulary text, value text) returns text
language sql stable
set search_path = search, pg_temp
as $$
	with known as (
		select code, position,
		       greatest(similarity(code, value), similarity(label, value)) as likeness
		  from api.terms
		 where vocabulary = of_vocabulary
	), near as (
		select code, likeness from known where likeness >= 0.25 order by likeness desc, position limit 3
	)
	select case
		when exists (select from near) then
			'; did you mean ' || (select string_agg('''' || code || '''', ' or ' order by likeness desc, code) from near) || '?'
		when (select count(*) from known) between 1 and 12 then
			'; known are ' || (select string_agg(code, ', ' order by position, code) from known)
		else ''
		end
$$;
comment on function data.nearest_terms(text, text) is 'What to say to someone who wrote an unknown term';
