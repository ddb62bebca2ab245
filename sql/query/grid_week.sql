-- The grid, or the region's, as at a week beside the week before. The first row is about the week itself.
select place, how, line_id as id, rank, line_ref, told,
       array_to_string(changed, ' ') as changed,
       name, score, band, status, export_npu, lro, open_taskings, overdue_taskings, last_seen
  from api.grid_week($1, $2, $3);
