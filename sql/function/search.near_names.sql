-- SPDX-License-Identifier: MIT
-- Names and aliases spelled nearly so. The bound keeps a name like many others from reading them all; under
-- one the planner would rather read the table, and of a name in another collation than the index it must. A word in common is not enough:
-- a name or an alias as a whole is near.
create function search.near_names(name text, bound int) returns setof uuid
language sql stable security definer
set search_path = pg_catalog, search, pg_temp
set pg_trgm.word_similarity_threshold = 0.6
set enable_seqscan = off
as $$
	select near.line_id
	from (select l.line_id, l.text from search.line l where name collate "default" <% l.text limit bound) near
	where exists (select from string_to_table(near.text, E'\n') spelled where search.similarity(spelled, name) >= 0.55)
$$;
comment on function search.near_names(text, int) is 'At most so many lines with a name or alias close in spelling';
