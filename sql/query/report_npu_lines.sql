-- The open lines of a unit, the greatest threat first.
select g.rank, g.line_ref, g.name, g.score, g.band, g.change, g.status, g.imports, g.last_seen, g.days_since_review,
       g.open_taskings, g.overdue_taskings, concat_ws(', ', case when g.is_new then 'new' end, case when g.is_stale then 'stale' end) as mark
  from api.grid g
 where g.is_open and g.export_npu = $1
 order by g.sort_score, g.sort_seen, g.line_ref
 limit $2;
