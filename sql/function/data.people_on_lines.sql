-- SPDX-License-Identifier: MIT
-- A file's worth at once: one entry of the log and one pass, however many there are. Keys are taken in
-- order, so that two writers wait for each other and never lock up.
create function data.people_on_lines(p_category text, p_fact boolean, p_basis text,
	refs text[], lines uuid[], sinces date[]) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	insert into data.person (person_ref)
	select distinct ref from unnest(refs) ref order by 1
	on conflict (person_ref) do nothing;
	insert into data.line_person as known (line_id, person_id, category, since, fact, basis)
	select x.line, p.person_id, p_category, min(x.since), p_fact, p_basis
	from unnest(refs, lines, sinces) x (ref, line, since)
	join data.person p on p.person_ref = x.ref
	where x.line is not null
	group by x.line, p.person_id order by 1, 2
	on conflict (line_id, person_id, category) do update
		set since = least(known.since, excluded.since), fact = known.fact or excluded.fact
		where known.since > excluded.since or excluded.fact and not known.fact;
end
$$;
comment on function data.people_on_lines(text, boolean, text, text[], uuid[], date[]) is
	'What the people of some references are to some lines, both made if need be';
