-- Taskings raised with the decisions of a review, as they stand now.
select t.tasking_ref, i.position, t.line_ref, t.title, t.unit, t.officer, t.due_on, t.state_label
  from api.review_items i
 cross join lateral unnest(string_to_array(i.taskings, chr(59))) x (ref)
  join api.taskings t on t.tasking_ref = x.ref
 where i.review_id = $1::text::uuid
 order by i.position, t.tasking_ref;
