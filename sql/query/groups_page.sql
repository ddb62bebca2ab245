-- One page of the groups.
select group_id as id, {keys},
       group_ref, kind, name, case when mapped then 'yes' else 'no' end as mapped, band,
       open_lines, top_score, lines
  from {from}
 where {where}{seek}
 order by {order}
 limit {limit};
