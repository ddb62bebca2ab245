-- Taskings for scripts, the earliest due first: of a unit, in a state ('open', 'any' or one of them), late ones.
select t.tasking_ref, coalesce(t.line_ref, '') as line_ref, coalesce(t.group_ref, '') as group_ref, t.title, t.unit,
       coalesce(t.officer, '') as officer, t.priority, t.raised_on, t.raised_by, t.due_on, t.answer_due, t.state,
       case when t.late then 'yes' else 'no' end as late, t.carried, t.result, t.row_version,
       coalesce(t.line_ref, t.group_ref, '') as record
  from api.taskings t
 where ($1 = '' or lower(t.unit) = lower($1))
   and ($2 = 'any' or case when $2 = 'open' then t.is_open else t.state = lower($2) end)
   and (not $3::boolean or t.late)
 order by t.due_on, t.tasking_ref
 limit $4::int;
