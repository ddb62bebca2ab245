-- The key of a group by its reference.
select group_id from api.groups where group_ref = $1;
