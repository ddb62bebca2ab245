-- The ids of all groups a filter holds, for marking.
select group_id from {from} where {where} order by {order} limit {limit};
