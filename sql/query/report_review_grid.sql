-- The grid as a week's review froze it, or as it stands where it is not over.
select g.rank, g.line_ref, g.name, g.score, g.band, g.change, g.status, g.export_npu, g.imports, g.lro, g.open_taskings, g.overdue_taskings, g.last_review
  from api.grid_as_at(api.review_moment(upper($1))) g
 where g.is_open;
