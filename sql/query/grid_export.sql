-- The whole grid, in the columns of its export.
select rank_now as rank, line_ref, name, score, band, change_now as change, status, export_force,
       export_npu, imports, drugs,
       case when bulk_marketing then 'yes' else 'no' end as bulk_marketing,
       lro, groups, open_taskings, overdue_taskings, first_seen, last_seen, last_review
  from {from}
 where {where}
 order by {order};
