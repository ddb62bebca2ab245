-- Taskings that are there go on in the flow of today: who raised one wrote its first version, and its force is
-- that of its line. What was done before results were recorded says so.
alter table data.tasking disable trigger user;
insert into data.tasking_event (tasking_id, at, recorded_at, step, from_state, to_state, said)
select t.tasking_id, t.valid_from, t.valid_from, 'import', t.state, x.now,
	case when x.now = t.state then format('was %s when taskings got their flow', lower(s.label))
		else format('was %s before taskings had a flow, and goes on as %s', lower(s.label), lower(n.label)) end
from data.tasking t join ref.tasking_state s on s.code = t.state
cross join lateral (select case when t.state in ('adopted', 'monitor', 'develop') then 'in-progress'
	when t.state = 'referred' then 'offered' when t.state = 'deferred' then 'submitted'
	when t.state = 'not-adopted' then 'refused' else t.state end as now) x
join ref.tasking_state n on n.code = x.now;
update data.tasking t
set force = l.holder_force,
	raised_by = coalesce((select h.changed_by from data.tasking_history h where h.tasking_id = t.tasking_id
		order by lower(h.during) limit 1), t.changed_by),
	state = case when t.state in ('adopted', 'monitor', 'develop') then 'in-progress' when t.state = 'referred' then 'offered'
		when t.state = 'deferred' then 'submitted' when t.state = 'not-adopted' then 'refused' else t.state end,
	submitted_on = case when t.state <> 'draft' then t.raised_on end,
	offered_on = case when t.state = 'referred' then greatest(t.valid_from::date, t.raised_on) end,
	due = case when t.due is not null then greatest(t.due, t.raised_on) end,
	completed_on = case when t.state = 'complete' then greatest(t.completed_on, t.raised_on, case when t.completed_on is null then t.valid_from::date end)
		when t.completed_on is not null then greatest(t.completed_on, t.raised_on) end,
	result = case when t.state = 'complete' then 'Completed before results were recorded' else '' end,
	evidence = case when t.state = 'complete' then 'None was asked for' else '' end
from data.line l
where l.line_id = t.line_id;
alter table data.tasking enable trigger user;
update data.tasking_history h
set force = coalesce((select l.holder_force from data.line l where l.line_id = h.line_id),
		(select l.holder_force from data.line_history l where l.line_id = h.line_id order by upper(l.during) desc limit 1),
		(select s.force from data.staff s where s.login = h.changed_by), (select min(f.code) from ref.force f)),
	raised_by = coalesce((select f.changed_by from data.tasking_history f where f.tasking_id = h.tasking_id
		order by lower(f.during) limit 1), h.changed_by),
	state = case when h.state in ('adopted', 'monitor', 'develop') then 'in-progress' when h.state = 'referred' then 'offered'
		when h.state = 'deferred' then 'submitted' when h.state = 'not-adopted' then 'refused' else h.state end,
	submitted_on = case when h.state <> 'draft' then h.raised_on end,
	asked = '', why = '', priority = 'normal', resources = '', carried = 0,
	result = case when h.state = 'complete' then 'Completed before results were recorded' else '' end,
	evidence = case when h.state = 'complete' then 'None was asked for' else '' end;
delete from ref.tasking_state where code in ('adopted', 'monitor', 'develop', 'referred', 'deferred', 'not-adopted');
alter table ref.setting
	add constraint setting_suppress_below_check check (suppress_below > 0),
	add constraint setting_review_days_check check (review_days > 0);
alter table ref.tasking_route
	add constraint tasking_route_answer_days_check check (answer_days > 0);
alter table data.tasking
	alter column force set not null,
	add constraint tasking_nim_level_check check (nim_level between 1 and 3),
	add constraint tasking_carried_check check (carried >= 0),
	add constraint tasking_check check (line_id is not null or group_id is not null),
	add constraint tasking_check1 check (authorised_by <> raised_by),
	add constraint tasking_check2 check (reviewed_by <> result_by),
	add constraint tasking_due_after_raised check (due >= raised_on),
	add constraint tasking_dates_in_order check (submitted_on >= raised_on and authorised_on >= submitted_on
		and offered_on >= raised_on and answered_on >= offered_on and answer_due >= offered_on
		and result_on >= raised_on and reviewed_on >= result_on and completed_on >= raised_on),
	add constraint tasking_complete_with_result check (state <> 'complete'
		or btrim(result, E' \t\r\n') <> '' and btrim(evidence, E' \t\r\n') <> '' and completed_on is not null),
	add constraint tasking_group_id_fkey foreign key (group_id) references data.crime_group(group_id),
	add constraint tasking_force_fkey foreign key (force) references ref.force(code);
alter table data.tasking_history
	alter column force set not null,
	alter column asked set not null,
	alter column why set not null,
	alter column priority set not null,
	alter column resources set not null,
	alter column raised_by set not null,
	alter column carried set not null,
	alter column result set not null,
	alter column evidence set not null;
alter table ref.import_column
	add constraint import_column_shape_check check (shape in
		('reference', 'text', 'block', 'texts', 'term', 'terms', 'groups', 'date', 'day', 'flag', 'number', 'phones'));
alter table ref.step
	add constraint step_object_check check (object in
		('none', 'line', 'group', 'assessment', 'outcome', 'deconfliction', 'event', 'tasking', 'review', 'review_item')),
	add constraint step_scope_check check (scope in ('held', 'seen', 'party'));
