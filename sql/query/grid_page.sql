-- One page of the grid. Rank and change are not asked for here: they come with standing.sql.
select line_id as id, {keys},
       is_new, is_stale, overdue_taskings > 0 as is_overdue, restricted as is_restricted, is_mine,
       line_ref, name, score, band, status, export_force, export_npu, imports, drugs,
       case when bulk_marketing then 'yes' else 'no' end as bulk_marketing,
       lro, groups, open_taskings, overdue_taskings,
       first_seen, last_seen, last_review, days_since_review
  from {from}
 where {where}{seek}
 order by {order}
 limit {limit};
