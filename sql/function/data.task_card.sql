-- SPDX-License-Identifier: MIT
create function data.task_card(id uuid) returns table (section text, label text, text text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	(select 'Where it stands', x.label, x.text
	from data.tasking t join ref.tasking_state s on s.code = t.state cross join ref.clock c
	cross join lateral (values
		('Tasking', t.tasking_ref || ', ' || t.priority || ' priority' || coalesce(', ' || t.operation, '') || coalesce(', ' || t.four_p, '')),
		('State', s.label),
		('Late', case when t.is_open and t.due < c.today then 'since ' || t.due end),
		('Answer', case when t.state = 'offered' then 'due by ' || t.answer_due || case when t.answer_due < c.today then ': late' else '' end
			when t.answered_on is not null then t.answered_on || case when t.answered_on > t.answer_due then ', late' else ', in time' end end),
		('Authorised', t.authorised_by || ' on ' || t.authorised_on),
		('Carried forward', case t.carried when 0 then null when 1 then 'once' else t.carried || ' times' end),
		('Closed', t.completed_on::text)) x (label, text)
	where t.tasking_id = id and x.text is not null)
	union all
	select a.section, a.label, a.text from data.tasking_asked(id) a
	union all
	(select 'What came of it', x.label, x.text
	from data.tasking t
	cross join lateral (values ('Result', t.result), ('Evidence', t.evidence), ('Recorded', t.result_by || ' on ' || t.result_on),
		('Reviewed', t.reviewed_by || ' on ' || t.reviewed_on)) x (label, text)
	where t.tasking_id = id and coalesce(x.text, '') <> '')
	union all
	(select 'History', to_char(e.at, 'YYYY-MM-DD HH24:MI ') || e.login, concat_ws(E'\n', e.said, nullif(e.reason, ''), data.task_changes(e.changed))
	from data.tasking_event e where e.tasking_id = id order by e.place desc limit 200)
$$;
comment on function data.task_card(uuid) is 'The sections of a tasking';
