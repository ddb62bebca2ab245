-- SPDX-License-Identifier: MIT
-- Near brands first, the nearest first, then the lines that sell under them in these markets; the name with
-- its numbers decides, as a whole: a word in common is not enough. However many share a brand, no more than the bound are looked at. A plan that does
-- not know the name yet would read every row, hence no sequential scans.
create function search.near_names(name text, areas text[], bound int) returns table (line_id uuid, nearness real)
language plpgsql stable security definer
set search_path = pg_catalog, search, pg_temp
set pg_trgm.word_similarity_threshold = 0.6
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
	own text := (select b from search.brands(E'\n' || near_names.name) b limit 1);
	near text;
	ids uuid[];
	most int := bound;
begin
	for near in
		select x.brand
		from (select b.brand from search.brand b where own collate "default" <% b.brand limit bound) x
		order by search.word_similarity(own, x.brand) desc, length(x.brand), x.brand
	loop
		ids := array(select n.line_id from search.name n where n.area = any (areas) and n.brand = near limit most);
		most := most - cardinality(ids);
		return query
			select s.line_id, x.nearness
			from search.line s cross join lateral (
				select max(search.similarity(spelled, near_names.name)) from string_to_table(s.text, E'\n') spelled) x (nearness)
			where s.line_id = any (ids) and x.nearness >= 0.55;
		exit when most <= 0;
	end loop;
end
$$;
comment on function search.near_names(text, text[], int) is 'Open lines with a name or alias close in spelling in one of these markets';
