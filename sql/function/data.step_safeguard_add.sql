-- SPDX-License-Identifier: MIT
create function data.step_safeguard_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('safeguard_add', p_id, p_version);
	day date := data.parse_day(cells ->> 'on');
	known boolean := exists (select from data.person p where p.person_ref = cells ->> 'person_ref' and p.child);
	child boolean := coalesce(data.yes(cells ->> 'child'), false) or known;
begin
	if cells ->> 'mechanism' = 'MS1' and (child or cells ->> 'consent' is distinct from 'no') then
		perform data.refuse_fields(array['mechanism: MS1 is for an adult who does not consent; a child needs no consent for the NRM']);
	elsif not child and cells ->> 'mechanism' = 'NRM' and cells ->> 'consent' is distinct from 'yes' then
		perform data.refuse_fields(array['consent: an adult is referred to the NRM with consent; without it there is MS1']);
	elsif not child and cells ->> 'consent' = 'child' then
		perform data.refuse_fields(array['consent: it is not needed of a child only; this is an adult']);
	end if;
	id := gen_random_uuid();
	insert into data.safeguarding (event_id, event_ref, on_day, unit, line_id, person_id, route, stage, mechanism, consent, programme, entered_at)
	values (id, coalesce(nullif(cells ->> 'event_ref', ''), data.event_ref('SG', id)), day, data.the_unit(cells, day), l.line_id,
		data.person_on_line(cells ->> 'person_ref', l.line_id, 'potential-victim', day, false, 'safeguarding', child), lower(cells ->> 'route'), lower(cells ->> 'stage'),
		nullif(cells ->> 'mechanism', ''), case when child then 'child' else nullif(lower(cells ->> 'consent'), '') end, data.yes(cells ->> 'programme'), data.clock())
	returning event_ref into ref;
	version := l.row_version;
	said := format('Safeguarding on %s is recorded: %s', l.line_ref, ref);
	lines := array[l.line_id];
exception when unique_violation then
	perform data.refuse_fields(array[format('event_ref: %s is taken', cells ->> 'event_ref')]);
end
$$;
comment on function data.step_safeguard_add(uuid, int, jsonb) is 'Record a safeguarding referral or engagement';
