-- SPDX-License-Identifier: MIT
-- One entry a statement, as for lines. The first argument of the trigger is what the record is to people,
-- the second the column of its reference.
create function audit.tg_record__log() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	refs text[];
	n bigint;
	operation text := case tg_op when 'INSERT' then 'collection' when 'UPDATE' then 'alteration' else 'erasure' end;
begin
	execute format('select count(*), (array_agg(distinct %I::text))[:100] from %s', tg_argv[1],
		case tg_op when 'DELETE' then 'gone' else 'come' end) into n, refs;
	if n > 0 then
		perform audit.write(operation, tg_argv[0], case when n = 1 then refs[1] else n || ' records' end, '', '',
			jsonb_build_object('rows', n, 'refs', refs));
	end if;
	return null;
end
$$;
comment on function audit.tg_record__log() is 'Logs collection, alteration and erasure of what stands behind a line, never what is in it';
do $$
declare
	t record;
begin
	for t in select * from (values
		('person', 'person', 'person_id'),
		('line_person', 'person of a line', 'person_id'),
		('deconfliction', 'deconfliction', 'deconfliction_id'),
		('assessment', 'assessment', 'assessment_id'),
		('external_score', 'external score', 'external_id'),
		('intel', 'intelligence', 'intel_id'),
		('arrest', 'arrest', 'event_ref'),
		('charge', 'charge', 'event_ref'),
		('safeguarding', 'safeguarding', 'event_ref'),
		('disruption', 'disruption', 'event_ref'),
		('seizure', 'seizure', 'event_ref'),
		('ddtro', 'restriction order', 'event_ref'),
		('closure', 'outcome', 'outcome_ref'),
		('return_value', 'return', 'series'),
		('tasking', 'tasking', 'tasking_ref'),
		('review_series', 'weekly review', 'name'),
		('review', 'review', 'week'),
		('review_item', 'agenda item', 'item_id'),
		('review_decision', 'decision', 'item_id'),
		('review_note', 'note of a review', 'review_id'),
		('review_chair', 'chair of a review', 'review_id'),
		('review_figure', 'figure of a review', 'review_id'),
		('review_board', 'board figure of a review', 'review_id'),
		('review_tasking', 'tasking of a decision', 'tasking_id')
	) x (name, kind, ref) loop
		execute format('create trigger tg_record__log_insert after insert on data.%I
			referencing new table as come for each statement execute function audit.tg_record__log(%L, %L)', t.name, t.kind, t.ref);
		execute format('create trigger tg_record__log_update after update on data.%I
			referencing old table as gone new table as come
			for each statement execute function audit.tg_record__log(%L, %L)', t.name, t.kind, t.ref);
		execute format('create trigger tg_record__log_delete after delete on data.%I
			referencing old table as gone for each statement execute function audit.tg_record__log(%L, %L)', t.name, t.kind, t.ref);
	end loop;
end
$$;
