-- The key of the first match beyond a key; if there is none, of the first match of all.
select * from (
    (select {keys} from {from} where {where}{seek} order by {order} limit 1)
    union all
    (select {keys} from {from} where {where} order by {order} limit 1)) as match
 limit 1;
