-- SPDX-License-Identifier: MIT
-- The Wednesday meeting as it was held: prepared the day before, opened, each item decided by the chair or put
-- off, closed and frozen. Everything through the steps that people take, by who takes them.
insert into data.review_series (name, force, weekday, chair, units, top_n, most, made_by)
values ('County lines tasking', 'West Midlands', 3, 'supervisor1', '{CLTF,FPVT,INT}', 8, 6, 'supervisor1');

-- The same keys each time, until review_due.sql: what is told of lines names them.
create sequence data.demo_review;
alter sequence data.demo_review owner to gridline_owner;
alter table data.review_item alter column item_id set default md5('review ' || nextval('data.demo_review'))::uuid;
alter table data.review_decision alter column decision_id set default md5('review ' || nextval('data.demo_review'))::uuid;

create function pg_temp.take(login text, step text, id uuid, version int, cells jsonb) returns void
language plpgsql
as $$
begin
	execute format('set local session authorization %I', login);
	execute 'select from api.step($1, $2, $3, $4, gen_random_uuid())' using step, id, version, cells;
	set local session authorization default;
end
$$;

create function pg_temp.decided(i data.review_item) returns jsonb
language sql
as $$
	select x.cells || '{"decided_by": "supervisor1"}' from (select case
		when i.kind = 'same' then '{"decision": "defer", "rationale": "SYNTHETIC. The other force has not answered yet."}'::jsonb
		when i.kind in ('late', 'carried') then '{"decision": "adopt", "rationale": "SYNTHETIC. The units say when it is done."}'
		when i.kind in ('sign', 'ratify', 'check-back', 'order') then '{"decision": "adopt", "rationale": "SYNTHETIC. It is taken up after the meeting."}'
		when i.kind = 'new' then '{"decision": "monitor", "rationale": "SYNTHETIC. New; one report so far."}'
		when i.kind = 'stale' then '{"decision": "keep", "rationale": "SYNTHETIC. Looked at; the holder is out on bail."}'
		when i.kind = 'mover' then '{"decision": "monitor", "rationale": "SYNTHETIC. The move is explained by the new score.",
			"threat": "SYNTHETIC. Higher than last week: two more markets.", "options": "SYNTHETIC. A warrant now would lose the phone."}'
		else '{"decision": "monitor", "rationale": "SYNTHETIC. Known, worked, nothing new."}' end as cells) x
$$;

create function pg_temp.review_held(meeting timestamptz) returns void
language plpgsql
as $$
declare
	r data.review;
	i data.review_item;
	minutes int := 0;
	week_of text := to_char(meeting, 'IYYY-"W"IW');
begin
	update ref.setting set training_base = meeting - interval '18 hours', training_started = now();
	select * into r from data.review x where x.week = week_of;
	if r.review_id is null then
		perform pg_temp.take('analyst1', 'review_prepare', null, 0, jsonb_build_object('series', 'County lines tasking', 'week', week_of));
	else
		perform pg_temp.take('analyst1', 'review_refresh', r.review_id, r.row_version, '{}');
	end if;
	update ref.setting set training_base = meeting, training_started = now();
	select * into r from data.review x where x.week = week_of;
	perform pg_temp.take('analyst1', 'review_open', r.review_id, r.row_version,
		'{"attendees": "supervisor1; analyst1; lro_be; lro_bw; lro_cv", "units": "CLTF; FPVT; INT; BE; BW; CV"}');
	for i in select * from data.review_item x where x.review_id = r.review_id order by x.position loop
		minutes := minutes + 2;
		update ref.setting set training_base = meeting + make_interval(mins => minutes), training_started = now();
		perform pg_temp.take(case when i.line_id is not null and (select l.restricted from data.line l where l.line_id = i.line_id)
			then 'supervisor1' else 'analyst1' end, 'review_decide', i.item_id, i.row_version,
			pg_temp.decided(i));
	end loop;
	update ref.setting set training_base = meeting + make_interval(mins => minutes + 3), training_started = now();
	select * into r from data.review x where x.week = week_of;
	perform pg_temp.take('supervisor1', 'review_note', r.review_id, r.row_version, '{"note": "SYNTHETIC. Next meeting at the usual hour."}');
	perform pg_temp.take('supervisor1', 'review_close', r.review_id, r.row_version, '{}');
end
$$;
