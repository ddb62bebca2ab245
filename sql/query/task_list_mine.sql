-- The caller's own list, as its screen has it.
select m.tasking_ref, m.section, m.line_ref, m.title, m.unit, m.officer, m.priority, m.due as due_on, m.answer_due,
       m.state, case when m.late then 'yes' else 'no' end as late, m.row_version
  from api.my_tasks($4::int) m
 where ($1 = '' or lower(m.unit) = lower($1))
   and ($2 in ('any', 'open') or m.state = lower($2))
   and (not $3::boolean or m.late);
