-- Rank and movement of the lines on the screen.
select line_id, rank, change from api.standing($1::uuid[]);
