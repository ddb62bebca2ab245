-- The review of a week, or the one that is on, or the next one prepared; a row an item, one without an item where its
-- agenda is empty.
with n as (
	select n.review_id, n.week, n.state, n.chair, n.leads, n.item_id, n.version,
	       extract(epoch from n.clock - n.opened_at)::bigint as took,
	       extract(epoch from clock_timestamp() - n.moved_at)::bigint as item_took
	  from api.review_now() n
	 where $1::text is null
	 union all
	(select r.review_id, r.week, r.state, r.chair, false, null, r.version, null, null
	  from api.reviews r
	 where r.week = $1
	 order by r.series
	 limit 1)
), m as materialized ( -- once, not for each item
	select n.*, (select max(r.week) from api.reviews r where r.state = 'closed' and r.week < n.week) as week_before,
	       (select min(r.week) from api.reviews r where r.state = 'closed' and r.week > n.week) as week_after,
	       case when n.state = 'open' then api.review_followers(n.review_id) end as followers
	  from n
)
select m.review_id, m.week, m.state, m.chair, m.leads, m.item_id, m.version, m.took, m.item_took, i.item_id, i.line_id, i.position,
       i.kind_label, concat_ws(' ', i.line_ref, i.name, i.group_ref, nullif(i.subject, '')), split_part(i.why, E'\n', 1), i.state,
       i.decision_label,
       m.week_before, m.week_after, m.followers
  from m
  -- offset 0: the items of the one review are looked up; joined, those of all reviews there ever were are gone through.
  left join lateral (select * from api.review_items x where x.review_id = m.review_id offset 0) i on true
 order by i.position;
