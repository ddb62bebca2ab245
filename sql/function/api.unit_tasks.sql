-- SPDX-License-Identifier: MIT
-- The sections and their order are those of api.my_tasks: what a unit reads on paper is what its officers read on
-- the screen. One walk along the unit's open taskings by due day.
create function api.unit_tasks(p_unit text)
returns table (section text, section_label text, tasking_id uuid, tasking_ref text, record_ref text, record_name text, title text, asked text,
	officer text, operation text, four_p text, priority text, due date, answer_due date, state text, state_label text, late boolean,
	carried int, row_version int)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	u ref.unit;
	day date := (select c.today from ref.clock c);
	review date := data.next_review(day);
begin
	select x.* into u from ref.unit x where lower(x.code) = lower(btrim(p_unit));
	if u.code is null then
		perform data.refuse('GL004', format('There is no unit %s.', coalesce(nullif(btrim(p_unit), ''), 'without a name')),
			'Units are ' || (select string_agg(t.code, ', ' order by t.position) from api.terms t where t.vocabulary = 'unit') || '.');
	end if;
	return query
		select (array['late', 'answer', 'due', 'open'])[o.n],
			(array['Late', 'Awaiting our answer', 'Due before the next review', 'Open'])[o.n],
			t.tasking_id, t.tasking_ref, coalesce(t.line_ref, t.group_ref, ''), coalesce(t.line_name, ''), t.title, t.asked,
			coalesce(t.officer, ''), coalesce(t.operation, ''), coalesce(t.four_p, ''), coalesce(t.priority, ''), t.due_on,
			case when t.state = 'offered' then t.answer_due end, t.state, t.state_label, t.late, t.carried, t.row_version
		from api.taskings t
		cross join lateral (select case when t.due_on < day then 1 when t.state = 'offered' then 2
			when t.due_on <= review then 3 else 4 end as n) o
		where t.unit = u.code and t.is_open and (t.due_on < day or t.state in ('offered', 'accepted', 'in-progress'))
		order by o.n, case when o.n = 2 then t.answer_due end, t.due_on, t.tasking_ref;
end
$$;
comment on function api.unit_tasks(text) is 'What a unit has to do, in the sections of its list: late, awaiting its answer, due before the next review, open';
