-- A row a line: what changed in a review's week, since the review before.
select c.line_ref, c.name, c.how, c.rank_then, c.rank_now,
       string_agg(case when c.how = 'new' then format('%s %s', x.cell, x.now) else format('%s %s, was %s', x.cell, coalesce(x.now, 'none'), coalesce(x.was, 'none')) end,
         chr(59) || ' ' order by c.cell)
         filter (where c.cell in ('score', 'status', 'export_npu', 'band', 'imports', 'lro') and (c.how <> 'new' or x.now is not null)) as what
  from api.reviews r cross join lateral api.review_changes_at(r.since, api.review_moment(r.week)) c
 cross join lateral (select replace(c.cell, '_', ' ') as cell, nullif(replace(c.was, chr(59), ', '), '') as was, nullif(replace(c.now, chr(59), ', '), '') as now) x
 where r.week = upper($1)
 group by 1, 2, 3, 4, 5
having count(*) filter (where c.cell in ('score', 'status', 'export_npu', 'band', 'imports', 'lro')) > 0 or c.how in ('new', 'gone')
 order by case c.how when 'new' then 1 when 'up' then 2 when 'down' then 3 when 'changed' then 4 else 5 end, coalesce(c.rank_now, c.rank_then), 1;
