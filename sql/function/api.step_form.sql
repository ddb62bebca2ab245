-- SPDX-License-Identifier: MIT
-- Everything a form needs in one trip. Row 0 is the form itself: label the step's, help what it does, note
-- the record, value its version, draft the version an own draft began from and section when it was saved.
create function api.step_form(step text, id uuid)
returns table (place int, name text, section text, label text, help text, shape text, required boolean,
	max_length int, value text, note text, draft text, choices text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step := data.step_allowed(step, id);
	blocked text := data.step_blocked(s, id);
	d data.draft;
begin
	if blocked is not null then
		perform data.refuse('GL002', format('%s: %s.', s.label, blocked),
			case when s.object like 'review%' then 'The agenda says how it stands.' else 'The dossier says how it stands.' end);
	end if;
	select x.* into d from data.draft x where x.step = s.step and x.login = session_user
		and x.object_id = coalesce(id, '00000000-0000-0000-0000-000000000000');
	return query
		select 0, '', coalesce(to_char(d.saved_at, 'YYYY-MM-DD HH24:MI'), ''), s.label, s.help,
			case when s.previewed then 'preview' else '' end, false, 0,
			coalesce(v.value, '0'), coalesce(v.note, ''), d.version::text, ''
		from (select) one left join data.step_values(s, id) v on v.name = ''
		union all
		select f.position, f.name, f.section, f.label, f.help, f.shape, f.required, f.max_length,
			coalesce(v.value, ''), coalesce(v.note, ''), d.cells ->> f.name, data.choices(f)
		from data.step_fields(s.step) f
		left join data.step_values(s, id) v on v.name = f.name
		order by 1;
end
$$;
comment on function api.step_form(text, uuid) is 'The form of a step on a record: fields, first values, choices, and the caller''s own draft';
