create function data.step_line_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_cells(null, cells);
	numbers text[];
	raised int;
	me data.staff;
begin
	select * into me from data.staff where login = session_user;
	l.line_id := gen_random_uuid();
	l.line_ref := nullif(cells ->> 'line_ref', '');
	if l.line_ref is null then
		-- The next number is free for one: whoever comes second waits here and gets the one after.
		perform from ref.force f where f.code = l.export_force for update;
		l.line_ref := data.next_line_ref(l.export_force);
	elsif exists (select from data.line o where o.line_ref = l.line_ref) then
		perform data.refuse_fields(array[format('line_ref: %s is taken; leave it empty for the next free one', l.line_ref)]);
	end if;
	begin
		insert into data.line (line_id, line_ref, name, holder_force, status, is_open, export_force, export_npu, lro, bulk_marketing,
			first_seen, last_seen, aliases, imports, drugs, group_refs, successor_of)
		values (l.line_id, l.line_ref, l.name, me.force, l.status, true, l.export_force, l.export_npu, l.lro, l.bulk_marketing,
			l.first_seen, l.last_seen, l.aliases, l.imports, l.drugs, l.group_refs, l.successor_of);
	exception when unique_violation then -- somebody else's, a moment ago
		perform data.refuse_fields(array[format('line_ref: %s is taken; leave it empty for the next free one', l.line_ref)]);
	end;
	perform data.line_links_set(l);
	numbers := array(select distinct data.parse_number(i) from data.import_items(cells ->> 'numbers') i);
	insert into data.line_number (line_id, number, first_seen)
	select l.line_id, n, l.first_seen from unnest(numbers) n;
	raised := data.deconflict(l.line_id, numbers);
	id := l.line_id;
	ref := l.line_ref;
	version := (select x.row_version from data.line x where x.line_id = l.line_id);
	said := format('%s is on the grid%s', ref, case when raised > 0
		then format('; %s to be deconflicted before it is tasked', raised || case raised when 1 then ' likely double' else ' likely doubles' end)
		else '' end);
	lines := array[id];
end
$$;
comment on function data.step_line_add(uuid, int, jsonb) is 'Put a new line on the grid; what may be the same line is raised for deconfliction';
create function data.step_line_edit(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	old data.line := data.line_lock('line_edit', p_id, p_version, cells - 'numbers');
	l data.line;
	numbers text[];
	raised int;
begin
	l := data.line_cells(p_id, cells);
	l.line_id := old.line_id;
	if l.successor_of is null and coalesce(cells ->> 'successor_of', '') = '' and old.successor_of is not null
		and not data.line_seen(old.successor_of) then
		l.successor_of := old.successor_of;
	end if;
	numbers := array(select distinct data.parse_number(i) from data.import_items(cells ->> 'numbers') i);
	insert into data.line_number (line_id, number, first_seen)
	select l.line_id, n, data.clock()::date from unnest(numbers) n on conflict do nothing;
	update data.line x
	set name = l.name, status = l.status, export_force = l.export_force, export_npu = l.export_npu, lro = l.lro,
		bulk_marketing = l.bulk_marketing, first_seen = l.first_seen, last_seen = l.last_seen, aliases = l.aliases,
		imports = l.imports, drugs = l.drugs, group_refs = l.group_refs, successor_of = l.successor_of
	where x.line_id = l.line_id;
	perform data.line_links_set(l);
	raised := data.deconflict(l.line_id, numbers);
	id := l.line_id;
	ref := old.line_ref;
	version := (select x.row_version from data.line x where x.line_id = l.line_id);
	said := format('%s is saved%s', ref, case when raised > 0 then '; it may be the same as another line: deconflict them' else '' end);
	lines := array[id];
end
$$;
comment on function data.step_line_edit(uuid, int, jsonb) is 'Change a line; what may be the same line by now is raised for deconfliction';
create function data.step_line_numbers(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('line_numbers', p_id, p_version);
	number text := cells ->> 'number';
	kind text := coalesce(nullif(cells ->> 'kind', ''), 'MSISDN');
	raised int;
begin
	if kind = 'MSISDN' then
		number := data.parse_number(number);
		if number is null then
			perform data.refuse_fields(array[format('number: %s is not a telephone number; write it like 07700 900123 or +447700900123',
				data.import_quote(cells ->> 'number'))]);
		end if;
	elsif kind in ('IMEI', 'ICCID', 'IMSI') then
		number := regexp_replace(number, '[ .-]', '', 'g');
		if number !~ (case kind when 'IMEI' then '^[0-9]{14,16}$' when 'IMSI' then '^[0-9]{14,15}$' else '^[0-9]{18,22}$' end) then
			perform data.refuse_fields(array[format('number: %s is no %s, which has %s digits', data.import_quote(cells ->> 'number'), kind,
				case kind when 'IMEI' then '14 to 16' when 'IMSI' then '14 or 15' else '18 to 22' end)]);
		end if;
	end if;
	insert into data.line_number as n (line_id, number, kind, first_seen, last_seen)
	values (l.line_id, number, kind, data.parse_day(cells ->> 'first_seen'), data.parse_day(cells ->> 'first_seen'))
	on conflict on constraint line_number_line_id_number_key do update
		set state = 'live', last_seen = greatest(n.last_seen, excluded.last_seen);
	raised := data.deconflict(l.line_id, array[number]);
	id := l.line_id;
	ref := l.line_ref;
	version := l.row_version;
	said := format('%s has one number more%s', ref, case when raised > 0
		then '; another line has it, too: deconflict them' else '' end);
	lines := array[id];
end
$$;
comment on function data.step_line_numbers(uuid, int, jsonb) is 'Add an identifier to a line';
create function data.step_number_state(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('number_state', p_id, p_version);
	-- As it is kept: a telephone number in its one form, other identifiers by their digits.
	wanted text[] := array[data.parse_number(cells ->> 'number'), cells ->> 'number', regexp_replace(cells ->> 'number', '[ .-]', '', 'g')];
begin
	update data.line_number n
	set state = cells ->> 'state', last_seen = greatest(n.last_seen, data.parse_day(cells ->> 'on'))
	where n.line_id = l.line_id and n.number = any (wanted);
	if not found then
		perform data.refuse_fields(array['number: this line has no such number; its dossier lists them']);
	end if;
	id := l.line_id;
	ref := l.line_ref;
	version := l.row_version;
	said := format('A number of %s is %s', ref, cells ->> 'state');
	lines := array[id];
end
$$;
comment on function data.step_number_state(uuid, int, jsonb) is 'Say what became of a number of a line';
create function data.step_line_keep(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('line_keep', p_id, p_version);
begin
	update data.line x set last_review = data.clock()::date where x.line_id = l.line_id returning x.row_version into version;
	id := l.line_id;
	ref := l.line_ref;
	version := coalesce(version, l.row_version);
	said := format('%s stays on the grid, reviewed today', ref);
	lines := array[id];
end
$$;
comment on function data.step_line_keep(uuid, int, jsonb) is 'Keep a line on the grid';
create function data.step_line_dormant(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('line_dormant', p_id, p_version);
begin
	update data.line x set status = 'dormant', last_review = data.clock()::date where x.line_id = l.line_id returning x.row_version into version;
	id := l.line_id;
	ref := l.line_ref;
	version := coalesce(version, l.row_version);
	said := format('%s is dormant', ref);
	lines := array[id];
end
$$;
comment on function data.step_line_dormant(uuid, int, jsonb) is 'Say that a line has fallen silent';
create function data.step_line_wake(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('line_wake', p_id, p_version);
begin
	update data.line x set status = 'active', last_review = data.clock()::date where x.line_id = l.line_id returning x.row_version into version;
	id := l.line_id;
	ref := l.line_ref;
	version := coalesce(version, l.row_version);
	said := format('%s is active again', ref);
	lines := array[id];
end
$$;
comment on function data.step_line_wake(uuid, int, jsonb) is 'Say that a dormant line is active again';
create function data.step_line_close(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('line_close', p_id, p_version);
begin
	update data.line x set status = 'closed-other', last_review = data.clock()::date where x.line_id = l.line_id returning x.row_version into version;
	id := l.line_id;
	ref := l.line_ref;
	version := coalesce(version, l.row_version);
	said := format('%s is closed', ref);
	lines := array[id];
end
$$;
comment on function data.step_line_close(uuid, int, jsonb) is 'Close a line that no outcome closes';
create function data.step_line_reopen(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('line_reopen', p_id, p_version);
begin
	update data.line x set status = 're-opened', last_review = data.clock()::date where x.line_id = l.line_id returning x.row_version into version;
	id := l.line_id;
	ref := l.line_ref;
	version := coalesce(version, l.row_version);
	said := format('%s is open again', ref);
	lines := array[id];
end
$$;
comment on function data.step_line_reopen(uuid, int, jsonb) is 'Open a closed line again';
create function data.step_line_unmerge(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('line_unmerge', p_id, p_version);
begin
	update data.line x set status = coalesce(l.status_before, 're-opened'), merged_into = null, status_before = null
	where x.line_id = l.line_id returning x.row_version into version;
	delete from data.line_alias a where a.line_id = l.merged_into and a.alias = l.name
		and not exists (select from data.line_history h
			where h.line_id = l.merged_into and h.valid_from < l.valid_from and l.name = any (h.aliases));
	update data.deconfliction d set state = 'open', decided_on = null, decided_by = null, into_line = null,
		rationale = '', row_version = d.row_version + 1
	where d.state = 'merged' and d.line_a = least(l.line_id, l.merged_into) and d.line_b = greatest(l.line_id, l.merged_into);
	id := l.line_id;
	ref := l.line_ref;
	said := format('%s is a line of its own again; whether it is the same is open', ref);
	lines := '{}';
	perform data.pair_told(id, l.merged_into, 'line_unmerge', id, 'A merge was undone', cells ->> 'reason');
end
$$;
comment on function data.step_line_unmerge(uuid, int, jsonb) is 'Undo a merge: a change of its own, the merge stays in the history';
create function data.step_deconflict_different(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	d data.deconfliction := data.deconfliction_lock('deconflict_different', p_id, p_version);
begin
	update data.deconfliction x set state = 'different', decided_on = data.clock()::date, decided_by = session_user,
		rationale = cells ->> 'rationale', row_version = x.row_version + 1
	where x.deconfliction_id = d.deconfliction_id returning x.row_version into version;
	id := d.deconfliction_id;
	ref := concat_ws(' and ', data.line_shown(d.line_a), data.line_shown(d.line_b));
	said := format('%s are different lines', ref);
	lines := '{}';
	perform data.pair_told(d.line_a, d.line_b, 'deconflict_different', id, 'A different line from the one it was held against', cells ->> 'rationale');
end
$$;
comment on function data.step_deconflict_different(uuid, int, jsonb) is 'Say that two lines are two';
create function data.step_deconflict_same(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	d data.deconfliction := data.deconfliction_lock('deconflict_same', p_id, p_version);
begin
	update data.deconfliction x set state = 'same', decided_on = data.clock()::date, decided_by = session_user,
		rationale = cells ->> 'rationale', row_version = x.row_version + 1
	where x.deconfliction_id = d.deconfliction_id returning x.row_version into version;
	id := d.deconfliction_id;
	ref := concat_ws(' and ', data.line_shown(d.line_a), data.line_shown(d.line_b));
	said := format('%s are the same line, still to be merged', ref);
	lines := '{}';
	perform data.pair_told(d.line_a, d.line_b, 'deconflict_same', id, 'The same line as another, still to be merged', cells ->> 'rationale');
end
$$;
comment on function data.step_deconflict_same(uuid, int, jsonb) is 'Say that two lines are one, still to be merged';
create function data.step_deconflict_merge(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	d data.deconfliction := data.deconfliction_lock('deconflict_merge', p_id, p_version);
	winner data.line;
	loser data.line;
begin
	select * into winner from data.line l where l.line_id in (d.line_a, d.line_b) and l.line_ref = cells ->> 'into_ref' for update;
	if winner.line_id is null then
		perform data.refuse_fields(array[format('into_ref: it is neither of the two: %s', concat_ws(' or ',
			(select line_ref from data.line where line_id = d.line_a), (select line_ref from data.line where line_id = d.line_b)))]);
	elsif not winner.is_open then
		perform data.refuse_fields(array[format('into_ref: %s is closed; the one that goes on is open, or is reopened first', winner.line_ref)]);
	end if;
	select * into strict loser from data.line l where l.line_id in (d.line_a, d.line_b) and l.line_id <> winner.line_id for update;
	update data.line x set status = 'merged', merged_into = winner.line_id, status_before = loser.status
	where x.line_id = loser.line_id;
	-- A name that is kept from the readers of the other line stays behind its wall.
	if loser.name not in ('', winner.name) and (winner.restricted or not loser.restricted) then
		insert into data.line_alias (line_id, alias) values (winner.line_id, loser.name) on conflict do nothing;
	end if;
	update data.deconfliction x set state = 'merged', into_line = winner.line_id, decided_on = data.clock()::date,
		decided_by = session_user, rationale = cells ->> 'rationale', row_version = x.row_version + 1
	where x.deconfliction_id = d.deconfliction_id returning x.row_version into version;
	perform audit.write('combination', 'line', winner.line_ref, '', '', jsonb_build_object('merged', loser.line_ref));
	id := d.deconfliction_id;
	ref := winner.line_ref;
	said := format('%s is merged into %s', loser.line_ref, winner.line_ref);
	lines := '{}';
	perform data.pair_told(winner.line_id, loser.line_id, 'deconflict_merge', id, 'Two lines were merged', cells ->> 'rationale');
end
$$;
comment on function data.step_deconflict_merge(uuid, int, jsonb) is 'Merge two lines; both histories stay';
create function data.values_line_add(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.name, v.value, ''
	from data.staff s
	cross join ref.clock c
	cross join lateral (values
		('', '0'),
		('status', 'reported'),
		('export_force', s.force),
		('export_npu', case s.role when 'lro' then s.unit else '' end),
		('lro', case s.role when 'lro' then s.login else '' end),
		('first_seen', c.today::text)) v (name, value)
	where s.login = session_user and id is null
$$;
comment on function data.values_line_add(uuid) is 'What a new line begins with';
create function data.values_line_edit(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.name, v.value, coalesce(v.note, '')
	from data.line l
	left join data.line o on o.line_id = l.successor_of and data.line_seen(o.line_id)
	cross join lateral (values
		('', l.row_version::text, concat_ws(' ', l.line_ref, l.name)),
		('name', l.name, null),
		('aliases', array_to_string(l.aliases, '; '), null),
		('status', l.status, null),
		('export_force', l.export_force, null),
		('export_npu', coalesce(l.export_npu, ''), null),
		('imports', array_to_string(l.imports, '; '), null),
		('drugs', array_to_string(l.drugs, '; '), null),
		('bulk_marketing', case when l.bulk_marketing then 'yes' else 'no' end, null),
		('first_seen', coalesce(l.first_seen::text, ''), null),
		('last_seen', coalesce(l.last_seen::text, ''), null),
		('lro', coalesce(l.lro, ''), null),
		('groups', array_to_string(l.group_refs, '; '), null),
		('successor_of', coalesce(o.line_ref, ''), null)) v (name, value, note)
	where l.line_id = id
$$;
comment on function data.values_line_edit(uuid) is 'A line as its form shows it';
create function data.line_now(p_id uuid) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select jsonb_object_agg(v.name, v.value) from data.values_line_edit(p_id) v where v.name <> ''
$$;
comment on function data.line_now(uuid) is 'A line as its form would show it now, to set beside what was typed on an older version';
create function data.values_deconflict_different(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', d.row_version::text, concat_ws(' and ', data.line_shown(d.line_a), data.line_shown(d.line_b))
	from data.deconfliction d where d.deconfliction_id = id
$$;
comment on function data.values_deconflict_different(uuid) is 'Which two lines';
create function data.values_deconflict_same(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', d.row_version::text, concat_ws(' and ', data.line_shown(d.line_a), data.line_shown(d.line_b))
	from data.deconfliction d where d.deconfliction_id = id
$$;
comment on function data.values_deconflict_same(uuid) is 'Which two lines';
create function data.values_deconflict_merge(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', d.row_version::text, concat_ws(' and ', data.line_shown(d.line_a), data.line_shown(d.line_b))
	from data.deconfliction d where d.deconfliction_id = id
$$;
comment on function data.values_deconflict_merge(uuid) is 'Which two lines';
create function data.preview_line_add(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with likely as materialized (
		select k.* from data.likely_said(id, cells) k
	)
	select k.section, k.label, k.text from likely k
	union all
	select 'Saving', '', case when exists (select from likely)
		then 'raises a deconfliction: none of these lines can be tasked until somebody says whether they are one'
		else 'no line with this number, brand or spelling is in this market' end
$$;
comment on function data.preview_line_add(uuid, jsonb) is 'Which lines may be the same as what is being typed';
create function data.preview_line_edit(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with likely as materialized (
		select k.* from data.likely_said(id, cells) k
	)
	select k.section, k.label, k.text from likely k
	union all
	select 'Saving', '', case when exists (select from likely)
		then 'raises a deconfliction: none of these lines can be tasked until somebody says whether they are one'
		else 'no line with this number, brand or spelling is in this market' end
$$;
comment on function data.preview_line_edit(uuid, jsonb) is 'Which lines may be the same as what is being typed';
