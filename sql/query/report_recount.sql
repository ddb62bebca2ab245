-- Figures that the review of a week froze, beside the same counted now. Few people are not told.
select upper(left(c.measure, 1)) || replace(substr(c.measure, 2), '_', ' ') as label, c.measure,
       case when x.people and c.frozen between 1 and k.suppress_below - 1 then '<' || k.suppress_below else c.frozen::text end as frozen,
       case when x.people and c.recounted between 1 and k.suppress_below - 1 then '<' || k.suppress_below else c.recounted::text end as recounted,
       case when x.people and (c.frozen between 1 and k.suppress_below - 1 or c.recounted between 1 and k.suppress_below - 1) then ''
            when c.difference = 0 then 'no change' else to_char(c.difference, 'FMSG999,990') end as difference
  from api.review_recount(upper($1)) c
 cross join api.setting k
 cross join lateral (select c.measure ~ 'arrest|person|safeguarding|trafficking' as people) x;
