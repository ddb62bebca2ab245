-- The figures that a review froze, few people not told.
select f.measure, upper(left(f.measure, 1)) || replace(substr(f.measure, 2), '_', ' ') as label,
       case when f.measure ~ 'arrest|person|safeguarding|trafficking' and f.n < k.suppress_below then '<' || k.suppress_below else f.n::text end as n
  from api.review_figures f cross join api.setting k
 where f.review_id = $1::text::uuid and f.n > 0
 order by f.position, f.measure;
