-- All lines, in the columns of their import. Numbers are personal data and go out by disclosure.
select line_ref, name, aliases_text as aliases, status, export_force, export_npu, imports, drugs,
       case when bulk_marketing then 'yes' else 'no' end as bulk_marketing,
       first_seen, last_seen, lro, groups, '' as numbers
  from {from}
 where {where}
 order by {order};
