-- The policy of data.line in words of its own, for functions that see every line and must not tell of all.
-- A test holds it against the policy.
create function data.line_seen(p_line uuid) returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select exists (
		select from data.line l
		join data.staff s on s.login = session_user and s.active and s.valid_to > now()
		where l.line_id = p_line
			and (l.holder_force = s.sees_force or l.shared and s.sees_force is not null
				or (array[l.export_npu] || l.tasked_units) && s.sees_units)
			and (not l.restricted or s.sees_restricted or s.login = any (l.readers)))
$$;
comment on function data.line_seen(uuid) is 'Does the caller see this line?';
-- Of a line the caller may not see, only whom to ask: neither its name nor that it is restricted.
create function data.line_shown(p_line uuid) returns text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select case when data.line_seen(l.line_id) then concat_ws(' ', l.line_ref, nullif(l.name, ''))
		else format('a line you may not see: ask the supervisors of %s', l.holder_force) end
	from data.line l where l.line_id = p_line
$$;
comment on function data.line_shown(uuid) is 'A line as the caller may be told of it';
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
-- Looks at every line, whoever may see it. A merged line stands for the one it was merged into. The surest
-- cause comes first, then the nearest spelling. Without its own collation name_key would not reach its index.
create function data.line_likely(p_line uuid, p_name text, p_imports text[], p_numbers text[])
returns table (other uuid, cause text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select x.other, (array_agg(x.cause order by x.weight))[1]
	from (
		select coalesce(l.merged_into, l.line_id) as other, 'number' as cause, 1 as weight, 1::real as nearness
		from data.line_number n join data.line l using (line_id)
		where n.number = any (p_numbers) and n.state in ('live', 'dormant')
		union all
		select l.line_id, 'brand', 2, 1
		from data.line l
		where p_name <> '' and l.name_key = lower(p_name collate "und-x-icu") collate "C" and l.is_open and l.imports && p_imports
		union all
		select l.line_id, 'spelling', 3, near.nearness
		from search.near_names(case when length(p_name) >= 4 then data.search_key(p_name) end, p_imports, 500) near
		join data.line l using (line_id)
		where l.is_open and l.imports && p_imports
	) x
	where x.other is distinct from p_line
	group by x.other
	order by min(x.weight), max(x.nearness) desc, x.other
	limit 10;
end
$$;
comment on function data.line_likely(uuid, text, text[], text[]) is 'Lines that may be the same as one of this name, market and numbers';
-- What was said to be different for the same cause is not asked again. Returns how many were raised.
create function data.deconflict(p_line uuid, p_numbers text[]) returns int
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	-- Who saves at the same time waits here and looks again, so that of two like lines the second is told.
	lock table data.deconfliction in share row exclusive mode;
	with raised as (
		insert into data.deconfliction (line_a, line_b, cause, raised_on)
		select least(l.line_id, k.other), greatest(l.line_id, k.other), k.cause, c.today
		from data.line l
		cross join ref.clock c
		cross join lateral data.line_likely(l.line_id, l.name, l.imports, p_numbers) k
		where l.line_id = p_line
			and not exists (select from data.deconfliction d
				where d.line_a = least(l.line_id, k.other) and d.line_b = greatest(l.line_id, k.other)
					and (d.is_open or d.state = 'different' and d.cause = k.cause))
		on conflict do nothing
		returning 1
	)
	select count(*)::int from raised
$$;
comment on function data.deconflict(uuid, text[]) is 'Raise a deconfliction with every line that may be the same';
create function data.likely_said(p_line uuid, cells jsonb)
returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'May be the same line',
		case k.cause when 'number' then 'Same number' when 'brand' then 'Same brand there' else 'Close spelling' end,
		data.line_shown(k.other)
	from data.line_likely(p_line, btrim(coalesce(cells ->> 'name', '')),
		array(select a.code from data.import_items(cells ->> 'imports') i join ref.area a on lower(a.code) = lower(i)),
		array(select data.parse_number(i) from data.import_items(cells ->> 'numbers') i where data.parse_number(i) is not null)) k
$$;
comment on function data.likely_said(uuid, jsonb) is 'For previews: which lines would have to be deconflicted first';
create function data.line_open_taskings(p_line uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select string_agg(t.tasking_ref, ', ' order by t.tasking_ref) from data.tasking t where t.line_id = p_line and t.is_open
$$;
comment on function data.line_open_taskings(uuid) is 'References of what is still to be done on a line; null if nothing is';
create function data.blocked_line(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when step in ('line_keep', 'line_edit', 'line_numbers', 'line_dormant', 'line_close', 'type1_claim', 'type2_claim',
			'assess_propose') and not l.is_open
			then format('the line is %s', lower(s.label))
		when step = 'line_dormant' and l.status = 'dormant' then 'it is dormant already'
		when step = 'line_wake' and l.status <> 'dormant' then 'it is not dormant'
		when step = 'line_reopen' and l.status in ('closed-type1-provisional', 'closed-type1-verified')
			then 'its Type 1 outcome stands: revoke that first'
		when step = 'line_reopen' and (l.is_open or l.status = 'merged') then 'it is not closed'
		when step = 'line_unmerge' and l.merged_into is null then 'it is not merged'
		when step = 'line_close' and data.line_open_taskings(l.line_id) is not null
			then format('complete or cancel its open taskings first: %s', data.line_open_taskings(l.line_id))
		when step in ('line_close', 'type1_claim', 'type2_claim') and exists (select from data.deconfliction d
				where d.is_open and l.line_id in (d.line_a, d.line_b))
			then 'it may be the same as another line: deconflict them first'
		when step in ('type1_claim', 'type2_claim') and exists (select from data.closure c where c.line_id = l.line_id
				and (c.state in ('claimed', 'provisional') or c.kind = 'type1' and c.state = 'verified'))
			then 'an outcome is claimed already'
		when step = 'assess_propose' and exists (select from data.assessment a
				where a.line_id = l.line_id and a.state in ('proposed', 'moderated'))
			then 'an assessment is under way already'
	end
	from data.line l join ref.line_status s on s.code = l.status
	where l.line_id = id
$$;
comment on function data.blocked_line(text, uuid) is 'Why a step cannot be taken on a line as it stands; null if it can';
create function data.blocked_deconfliction(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when not d.is_open then format('it was decided on %s: %s', d.decided_on, d.state)
		when step = 'deconflict_same' and d.state = 'same' then 'it is decided: the lines are to be merged'
		when step = 'deconflict_merge' and (
				select count(*) from data.line l join data.staff s on s.login = session_user and s.writes_force = l.holder_force
				where l.line_id in (d.line_a, d.line_b) and data.line_seen(l.line_id)) < 2
			then 'one of the two is not yours to change: agree it with those who hold it, and let a supervisor of both merge them'
		when step = 'deconflict_merge' and coalesce(data.line_open_taskings(d.line_a), data.line_open_taskings(d.line_b)) is not null
			then format('complete or cancel their open taskings first: %s',
				concat_ws(', ', data.line_open_taskings(d.line_a), data.line_open_taskings(d.line_b)))
	end
	from data.deconfliction d where d.deconfliction_id = id
$$;
comment on function data.blocked_deconfliction(text, uuid) is 'Why a step cannot be taken on a deconfliction as it stands; null if it can';
-- Every step on a line begins here: the row is locked, the version is the one that was seen, and the line
-- is in a state for it.
create function data.line_lock(p_step text, p_id uuid, p_version int, p_cells jsonb default '{}') returns data.line
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line;
	blocked text;
begin
	select * into strict l from data.line where line_id = p_id for update;
	if l.row_version is distinct from p_version then
		perform data.refuse_stale('Line ' || l.line_ref, p_version, l.row_version, l.changed_by,
			p_cells, case when p_cells <> '{}' then data.line_now(p_id) end);
	end if;
	blocked := data.blocked_line(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('%s: %s.', l.line_ref, blocked), 'The dossier says how it stands.');
	end if;
	return l;
end
$$;
comment on function data.line_lock(text, uuid, int, jsonb) is 'The line a step is about to change, locked, as the caller saw it';
create function data.deconfliction_lock(p_step text, p_id uuid, p_version int) returns data.deconfliction
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	d data.deconfliction;
	blocked text;
begin
	select * into strict d from data.deconfliction where deconfliction_id = p_id for update;
	if d.row_version is distinct from p_version then
		perform data.refuse_stale('This deconfliction', p_version, d.row_version, coalesce(d.decided_by, d.raised_by));
	end if;
	blocked := data.blocked_deconfliction(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('This deconfliction: %s.', blocked), 'The dossier of either line says how it stands.');
	end if;
	return d;
end
$$;
comment on function data.deconfliction_lock(text, uuid, int) is 'The deconfliction a step is about to decide, locked, as the caller saw it';
-- Who reads the events of one line may not see the other: neither is named to the readers of the other.
-- The pair itself stands in data.deconfliction, and who may see both is shown both.
create function data.pair_told(a uuid, b uuid, p_step text, p_object uuid, p_said text, p_reason text) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.line_event (line_id, at, step, object_id, said, reason)
	select l, data.clock(), p_step, p_object, p_said, p_reason from unnest(array[a, b]) l
$$;
comment on function data.pair_told(uuid, uuid, text, uuid, text, text) is 'One event of two lines, in words that name neither';
-- Goes on from what the force has: the letters of its latest line, the year, the next number.
create function data.next_line_ref(p_force text) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	letters text;
	stem text;
	n int;
begin
	select substring(l.line_ref from '^[A-Z]+') into letters from data.line l
	where l.export_force = p_force and l.line_ref ~ '^[A-Z]+[0-9]{2}-[0-9]+$'
	order by l.line_ref desc limit 1;
	letters := coalesce(letters, upper(left(regexp_replace(p_force, '[^A-Za-z]', '', 'g'), 3)));
	stem := letters || to_char(data.clock(), 'YY') || '-';
	select coalesce(max(substring(l.line_ref from length(stem) + 1)::int), 0) + 1 into n from data.line l
	where l.line_ref >= stem and l.line_ref < stem || ':' and l.line_ref ~ ('^' || stem || '[0-9]{1,8}$');
	return stem || case when n < 10000 then to_char(n, 'FM0000') else n::text end;
end
$$;
comment on function data.next_line_ref(text) is 'The reference a new line of a force gets';
-- The fields of a line's form, typed and in the vocabularies' own spelling; what one field cannot tell is
-- refused here.
create function data.line_cells(p_line uuid, cells jsonb) returns data.line
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line;
	faults text[];
	me data.staff;
begin
	select * into me from data.staff where login = session_user;
	l.name := coalesce(cells ->> 'name', '');
	select f.code into l.export_force from ref.force f where lower(f.code) = lower(cells ->> 'export_force');
	select u.code into l.export_npu from ref.unit u where lower(u.code) = lower(cells ->> 'export_npu');
	select s.code into l.status from ref.line_status s where lower(s.code) = lower(cells ->> 'status');
	select s.login into l.lro from data.staff s where lower(s.login) = lower(cells ->> 'lro');
	l.bulk_marketing := coalesce(lower(cells ->> 'bulk_marketing') = 'yes', false);
	l.first_seen := data.parse_day(cells ->> 'first_seen');
	l.last_seen := coalesce(data.parse_day(cells ->> 'last_seen'), l.first_seen);
	l.aliases := array(select distinct i collate "C" from data.import_items(cells ->> 'aliases') i order by 1);
	l.imports := array(select distinct a.code from data.import_items(cells ->> 'imports') i join ref.area a on lower(a.code) = lower(i) order by 1);
	l.drugs := array(select d.code from ref.drug d where lower(d.code) in (select lower(i) from data.import_items(cells ->> 'drugs') i) order by d.position);
	l.group_refs := array(select g.group_ref from data.crime_group g
		where lower(g.group_ref) in (select lower(i) from data.import_items(cells ->> 'groups') i) order by 1);
	select o.line_id into l.successor_of from data.line o
	where o.line_ref = cells ->> 'successor_of' and data.line_seen(o.line_id);

	faults := array_remove(array[
		case when l.last_seen < l.first_seen
			then format('last_seen: %s lies before the line was first seen, %s', l.last_seen, l.first_seen) end,
		case when l.export_npu is not null and not exists (select from ref.unit u where u.code = l.export_npu and u.force = l.export_force)
			then format('export_npu: %s is no unit of %s', l.export_npu, l.export_force) end,
		case when me.role = 'lro' and not coalesce(l.export_npu = any (me.sees_units), false)
			then format('export_npu: you may identify lines of your own units only: %s', array_to_string(me.sees_units, ', ')) end,
		case when l.lro is not null and l.export_npu is not null and not exists (select from data.staff s
				where s.login = l.lro and l.export_npu = any (s.sees_units))
			then format('lro: %s does not answer for %s', l.lro, l.export_npu) end,
		case when not (select s.is_open from ref.line_status s where s.code = l.status)
			then format('status: %s closes the line, which has a step of its own', l.status) end,
		case when coalesce(cells ->> 'successor_of', '') <> '' and l.successor_of is null
			then format('successor_of: there is no line %s, or it is not yours to see', data.import_quote(cells ->> 'successor_of')) end,
		case when l.successor_of = p_line then 'successor_of: a line cannot go on from itself' end,
		case when exists (select from data.line o where o.line_id = l.successor_of and o.is_open)
			then format('successor_of: %s is still open', cells ->> 'successor_of') end], null);
	if cardinality(faults) > 0 then
		perform data.refuse_fields(faults);
	end if;
	return l;
end
$$;
comment on function data.line_cells(uuid, jsonb) is 'What was typed about a line, as a row of data.line';
-- For one line what data.import_apply_links is for a file. The line has its lists already, so the triggers
-- of these tables find nothing left to do.
create function data.line_links_set(l data.line) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with today as materialized (
		select data.clock()::date as day
	), alias_off as (
		delete from data.line_alias a where a.line_id = (l).line_id and a.alias <> all ((l).aliases)
	), alias_on as (
		insert into data.line_alias (line_id, alias) select (l).line_id, unnest((l).aliases) on conflict do nothing
	), drug_off as (
		delete from data.line_drug d where d.line_id = (l).line_id and d.drug <> all ((l).drugs)
	), drug_on as (
		insert into data.line_drug (line_id, drug) select (l).line_id, unnest((l).drugs) on conflict do nothing
	), import_off as (
		delete from data.line_import m using today
		where m.line_id = (l).line_id and m.area <> all ((l).imports) and m.valid_from >= today.day
	), import_end as (
		update data.line_import m set valid_to = today.day - 1 from today
		where m.line_id = (l).line_id and m.area <> all ((l).imports) and m.valid_from < today.day and m.valid_to >= today.day
	), import_on as (
		insert into data.line_import (line_id, area, valid_from)
		select (l).line_id, a, today.day from today, unnest((l).imports) a
		where not exists (select from data.line_import m
			where m.line_id = (l).line_id and m.area = a and today.day between m.valid_from and m.valid_to)
	), group_off as (
		delete from data.line_group g using today, data.crime_group c
		where g.line_id = (l).line_id and c.group_id = g.group_id and c.group_ref <> all ((l).group_refs) and g.valid_from >= today.day
	), group_end as (
		update data.line_group g set valid_to = today.day - 1 from today, data.crime_group c
		where g.line_id = (l).line_id and c.group_id = g.group_id and c.group_ref <> all ((l).group_refs)
			and g.valid_from < today.day and g.valid_to >= today.day
	)
	insert into data.line_group (line_id, group_id, valid_from)
	select (l).line_id, c.group_id, today.day from today, data.crime_group c
	where c.group_ref = any ((l).group_refs) and not exists (select from data.line_group g
		where g.line_id = (l).line_id and g.group_id = c.group_id and today.day between g.valid_from and g.valid_to)
$$;
comment on function data.line_links_set(data.line) is 'Bring the link tables of one line to the lists it has';
