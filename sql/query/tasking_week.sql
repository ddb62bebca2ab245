-- Open taskings as at a week beside the week before, in the columns of grid_week. The first row is about the week.
select place, how, tasking_id as id, ''::text as rank, tasking_ref, told,
       array_to_string(changed, ' ') as changed,
       title, due, late, state, unit, officer, line_ref, route, operation
  from api.tasking_week($1, $2);
