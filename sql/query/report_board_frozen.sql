-- The board's figures that the review of a week froze, beside the same counted now: week, id or null for all.
select b.id, b.label, b.unit, b.population, b.period_name, b.from_day, b.to_day, b.definition, b.definition_now, b.frozen, b.recounted,
       b.difference, b.change, b.moved, b.period_name !~ '( so far|, not begun)$' as is_over,
       (select to_char(min(r.frozen_at), '"Frozen by the review of "IYYY-"W"IW", "FMDD FMMonth YYYY HH24:MI') from api.reviews r where r.week = upper($1) and r.state = 'closed') as frozen_at
  from api.review_board(upper($1)) b
 where b.id = coalesce($2, b.id)
 order by b.position;
