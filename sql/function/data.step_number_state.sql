-- SPDX-License-Identifier: MIT
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
