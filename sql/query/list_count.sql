-- How many rows a filter holds.
select count(*) from {from} where {where};
