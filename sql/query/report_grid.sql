-- The ranked grid at the end of a day, or now, of one unit or of all.
select g.rank, g.line_ref, g.name, g.score, g.band, g.change, g.status, g.export_force, g.export_npu, g.imports,
       g.lro, g.groups, g.open_taskings, g.overdue_taskings, g.last_seen, g.last_review
  from api.session() s
 cross join lateral api.grid_as_at(coalesce(($1::date + time '23:59:59.999999')::timestamptz, s.clock)) g
 where g.is_open and ($2 = '' or lower(g.export_npu) = lower($2))
 limit 20001;
