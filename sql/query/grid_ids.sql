-- The ids of all lines a filter holds, for marking.
select line_id from {from} where {where} order by {order} limit {limit};
