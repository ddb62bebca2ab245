-- The review that is on, or the next one prepared, a row an item; one row without an item where its agenda is empty.
select n.review_id, n.week, n.state, n.chair, n.leads, n.item_id, n.version, extract(epoch from n.clock - n.opened_at)::bigint,
       extract(epoch from clock_timestamp() - n.moved_at)::bigint, i.item_id, i.line_id, i.position, i.kind_label,
       concat_ws(' ', i.line_ref, i.name, i.group_ref, nullif(i.subject, '')), split_part(i.why, E'\n', 1), i.state, i.decision_label
  from api.review_now() n
  left join api.review_items i on i.review_id = n.review_id
 order by i.position;
