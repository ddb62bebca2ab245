-- The review of a week: what its reports say at their head.
select r.review_id, r.week, r.series, r.force, r.meets_on, r.state, r.chair, replace(r.attendees, chr(59), ', ') as attendees,
       replace(r.units, chr(59), ', ') as units, to_char(r.opened_at, 'YYYY-MM-DD HH24:MI') as opened, to_char(r.closed_at, 'YYYY-MM-DD HH24:MI') as closed,
       (extract(epoch from r.closed_at - r.opened_at) / 60)::int as minutes,
       to_char(r.frozen_at, 'YYYY-MM-DD HH24:MI:SS') as frozen, r.frozen_hash, r.items, r.decided, r.deferred,
       to_char(r.since, 'IYYY-"W"IW') as since_week
  from api.reviews r
 where r.week = upper($1)
 order by r.series
 limit 1;
