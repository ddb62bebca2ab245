-- SPDX-License-Identifier: MIT
-- Every field of every step, filled in every wrong way that its shape knows: refused before anything is
-- done, with the field and the reason in the detail and no other field accused.
\ir every.sql
create table tap.wrong as
	select f.step, f.name, f.shape, f.roles, f.object, w.fault, w.value, w.reason
	from tap.field f
	cross join lateral (
		select 'empty' as fault, v as value, '^is empty$' as reason from unnest(array['', E' \t ', null]) v where f.required
		union all
		select 'long', repeat('x', f.max_length + 1), format('^has %s characters, at most %s are allowed$', f.max_length + 1, f.max_length)
		where f.shape not in ('number', 'scale')
		union all
		select 'high', (f.max_length + 1)::text, format('^%s is over %s, the highest that can be given$|at most nine digits$', f.max_length + 1, f.max_length)
		where f.shape in ('number', 'scale')
		union all
		select 'type', v, ' is (no|not a|neither|not known)|^there is no group '
		from (values
			('reference', 'a b'), ('reference', '-1'), ('reference', 'x'''';--'), ('reference', 'Zürich'),
			('flag', 'maybe'), ('flag', '1'),
			('number', '-1'), ('number', '1.5'), ('number', 'one'), ('number', '99999999999'), ('number', '0x1'),
			('scale', '-1'), ('scale', '1.5'), ('scale', 'one'), ('scale', '1 '), ('scale', '٣'),
			('date', 'today'), ('date', '2022-02-30'), ('date', '19/12/2022'), ('date', 'infinity'), ('date', '2022-1-1'),
			('day', 'tomorrow'), ('day', '2022-13-01'), ('day', '-infinity'),
			('term', 'no such'), ('terms', 'no such'), ('terms', ';no such;'), ('groups', 'NOPE'), ('groups', 'OCG1;NOPE'),
			('phones', 'none'), ('phones', '12'), ('phones', '07700'), ('phones', '07700 900990; 0800-SNOW'),
			('phones', '+4407700900990'), ('phones', '٠٧٧٠٠٩٠٠٩٩٠')) x (shape, v)
		where x.shape = f.shape and length(v) <= f.max_length and not (f.shape = 'scale' and v = '1 ')
		union all
		select 'future', v, format('^%s lies in the future: today is 2022-12-20$', v) from unnest(array['2022-12-21', '9999-12-31']) v where f.shape = 'date'
		union all
		select 'before', v, format('^%s lies before the line was first seen, 2022-11-01$', v) from unnest(array['2022-10-31', '0001-01-01']) v where f.since_line and f.object <> 'group'
		union all
		select 'character', 'a' || chr(c) || 'b', format('^holds the character U\+%s, which', upper(lpad(to_hex(c), 4, '0')))
		from unnest(array[27, 8238] || case when f.shape <> 'block' then 10 end
			|| case when f.place = 1 then array[1, 8, 127, 155, 173, 8203, 8232, 8294, 65279] end) c
		where c is not null
	) w
	where f.name is not null and tap.record(f.object, 'W1') is not null or f.object = 'none';
create table tap.tried as
	select w.*, tap.step(tap.taker(w.roles), w.step, tap.record(w.object, 'W1'), 1,
		case when w.value is null then c.cells - w.name else c.cells || jsonb_build_object(w.name, w.value) end) as got
	from tap.wrong w join tap.filled c using (step);

select plan(14);
select is((select string_agg(distinct step, ', ') from tap.field f where f.name is not null
		and not exists (select from tap.tried t where t.step = f.step and t.name = f.name)), null, 'no field is left out');
select ok((select count(*) > 10 from tap.tried), 'there is something to try');
-- faulty(FAULT): fields that took it, or that said something else than that.
create function pg_temp.faulty(p_fault text) returns text language sql as $$
	select string_agg(format('%s.%s %L: %s', step, name, left(value, 20), left(got, 200)), E'\n' order by step, name)
	from tap.tried
	where fault = p_fault and (got is null or left(got, 32) <> 'GL004 One field needs mending: ' || left(name, 1)
		or position(E'\n' in got) > 0 or substr(got, strpos(got, ' [') + 2) !~ ('^' || name || ': ')
		or rtrim(substr(got, strpos(got, ' [') + 4 + length(name)), ']') !~ reason)
$$;
select is(pg_temp.faulty('empty'), null, 'empty where it must be filled');
select is(pg_temp.faulty('long'), null, 'too long');
select is(pg_temp.faulty('high'), null, 'too high');
select is(pg_temp.faulty('type'), null, 'not what its shape says');
select is(pg_temp.faulty('future'), null, 'a date to come');
select is(pg_temp.faulty('before'), null, 'a date before the line was first seen');
select is(pg_temp.faulty('character'), null, 'a character that steers, hides or turns text round');
select is((select string_agg(step || ': ' || got, E'\n') from (
		select c.step, tap.step(tap.taker(s.roles), c.step, tap.record(s.object, 'W1'), 1, c.cells || '{"no such": "x"}') as got
		from tap.filled c join ref.step s using (step) where s.object = 'none' or tap.record(s.object, 'W1') is not null) x
	where got !~ '^GL004 .*\[no such: is no field of this step; it has '), null, 'a field of no form');

-- What is deliberate stands here, so that a new field is thought about.
select is((select string_agg(step || '.' || name, ' ' order by step, name) from tap.field
	where shape = 'date' and not since_line), 'external_group_add.on line_add.first_seen line_add.last_seen line_edit.first_seen line_edit.last_seen task_result.on', 'dates that may lie before the line was first seen');
select is((select string_agg(step || '.' || name, ' ' order by step, name) from tap.field where shape = 'day'), 'ddtro_add.compliance_due review_prepare.meets_on',
	'days that may be to come');
select is((select string_agg(r.step, ' ' order by r.step) from ref.step r where r.object <> 'none' and tap.record(r.object, 'W1') is null), null,
	'there is a record to try each on');
select is((select count(*) from data.operation) + (select count(*) from data.line_event), 0::bigint, 'nothing of all that was done');
select * from finish();
