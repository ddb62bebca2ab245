-- The key of a line by its reference.
select line_id from api.grid where line_ref = $1;
