-- The board's figures as the review of a week froze them; none of one that is not closed.
select b.id, b.label, b.unit, b.frozen, b.period_name, b.from_day, b.to_day
  from api.reviews r cross join lateral api.review_board(r.week) b
 where r.week = upper($1) and r.state = 'closed'
 order by b.position;
