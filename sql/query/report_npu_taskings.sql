-- Open taskings of a unit, and of others on its lines: what is late first, then what is due.
select t.tasking_ref, t.line_ref, t.title, t.unit, t.state_label, t.due_on, t.late
  from api.taskings t
  left join api.grid g on g.line_id = t.line_id
 where t.is_open and (t.unit = $1 or g.export_npu = $1)
 order by t.late desc, t.due_on, t.tasking_ref
 limit $2;
