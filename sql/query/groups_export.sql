-- All groups, in the columns of their import.
select group_ref, kind, name, case when mapped then 'yes' else 'no' end as mapped, band
  from {from}
 where {where}
 order by {order};
