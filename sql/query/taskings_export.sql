-- All taskings the user sees, in the columns of their import.
select tasking_ref, line_ref, group_ref, title, route, unit, officer, operation, four_p, priority,
       raised_on, raised_by, due_on, state, closed_on, result
  from {from}
 where {where}
 order by {order};
