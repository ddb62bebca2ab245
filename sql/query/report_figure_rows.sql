-- The rows a figure counts: id, day, period.
select r.n, r.ref, r.line_ref, r.on_day, r.unit, r.what, trim_scale(r.counts) as counts, trim_scale(r.base) as base
  from api.figure_rows($1, $2, $3, 1000000) r
 order by r.n;
