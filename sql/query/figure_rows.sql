-- The records a figure counts today, for the screen: its id and how many at most.
select r.line_id, r.ref, r.line_ref, r.on_day, r.unit, r.what, trim_scale(coalesce(r.counts, r.base)) as counts
  from api.figure_rows($1, null, null, $2) r
 order by r.n;
