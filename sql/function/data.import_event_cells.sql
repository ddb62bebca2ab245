-- SPDX-License-Identifier: MIT
-- From text to the columns of the event's table. A column that the file has not is left out, so that what
-- is there stays; new rows then get `data.import_event_new`.
create function data.import_event_cells(p_table text, cells jsonb) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select jsonb_build_object('on_day', cells ->> 'on',
			'unit', (select u.code from ref.unit u where lower(u.code) = lower(cells ->> 'unit')))
		|| jsonb_strip_nulls(jsonb_build_object('programme', data.yes(nullif(cells ->> 'programme', '')),
			'drugs_linked', data.yes(cells ->> 'drugs_linked')))
		|| case p_table
		when 'charge' then (
			select jsonb_strip_nulls(jsonb_build_object('offence', o.code, 'class_a',
				coalesce(data.yes(nullif(cells ->> 'class_a', '')), case when cells ? 'class_a' then o.counts_for_type1 end)))
			from ref.offence o where lower(o.code) = lower(cells ->> 'offence'))
		when 'safeguarding' then jsonb_build_object('route', lower(cells ->> 'route'), 'stage', lower(cells ->> 'stage'))
		when 'disruption' then jsonb_build_object('grade', lower(cells ->> 'grade'), 'four_p', initcap(cells ->> 'four_p'),
			'group_id', (select g.group_id from data.crime_group g where g.group_ref = cells ->> 'group_ref'),
			'arrested', coalesce(nullif(cells ->> 'arrested', ''), '0')::int,
			'arrested_drugs', coalesce(nullif(cells ->> 'arrested_drugs', ''), '0')::int,
			'trafficking_outcomes', coalesce(nullif(cells ->> 'trafficking_outcomes', ''), '0')::int)
		else '{}' end
$$;
comment on function data.import_event_cells(text, jsonb) is 'What a row of events says, in the columns of their table';
