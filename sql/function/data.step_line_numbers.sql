-- SPDX-License-Identifier: MIT
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
