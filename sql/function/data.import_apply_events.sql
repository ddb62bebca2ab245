-- SPDX-License-Identifier: MIT
-- An event that changes is not written over: what it was is voided under a reference of its own, so that
-- figures as at a day before this one stay what they were.
create function data.import_apply_events(p_import uuid, p_table text,
	out added bigint, out changed bigint, out same bigint)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	moment timestamptz := data.clock();
begin
	perform data.import_open(p_import);
	perform data.people_on_lines(c.category, c.fact, p_table, e.refs, e.lines, e.days)
	   from (select array_agg(person_ref) as refs, array_agg(line_id) as lines, array_agg((what ->> 'on_day')::date) as days
	           from data.import_event
	          where import_id = p_import and verdict <> 'same' and person_ref is not null) as e
	   join (values ('arrest', 'suspect', false), ('charge', 'charged', true), ('safeguarding', 'potential-victim', false))
	          as c (kind, category, fact) on c.kind = p_table
	  where e.refs is not null;
	update data.import_event e
	   set what = e.what || jsonb_build_object('person_id', p.person_id)
	  from data.person p
	 where e.import_id = p_import and e.verdict <> 'same' and p.person_ref = e.person_ref;

	execute format($sql$
		update data.%I x
		   set event_ref = x.event_ref || '~' || left(x.event_id::text, 8), voided_at = $2, voided_by = session_user,
		       void_reason = 'Changed by the import of ' || (select i.file from data.import i where i.import_id = $1)
		  from data.import_event e
		 where e.import_id = $1 and e.verdict = 'changed' and x.event_ref = e.event_ref$sql$, p_table)
		using p_import, moment;
	execute format($sql$
		insert into data.%1$I
		select x.*
		  from data.import_event e
		 cross join lateral jsonb_populate_record(null::data.%1$I, coalesce(e.there, '{}') || e.what
		       || jsonb_build_object('event_id', gen_random_uuid(), 'event_ref', e.event_ref,
		              'entered_at', $2, 'entered_by', session_user)) as x
		 where e.import_id = $1 and e.verdict <> 'same'
		 order by e.line$sql$, p_table)
		using p_import, moment;

	select count(*) filter (where verdict = 'new'), count(*) filter (where verdict = 'changed'),
	       count(*) filter (where verdict = 'same')
	  into added, changed, same
	  from data.import_event where import_id = p_import;
end
$$;
comment on function data.import_apply_events(uuid, text) is 'Write the events of a checked import';
