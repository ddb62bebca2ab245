-- The key of the first match.
select {keys} from {from} where {where} order by {order} limit 1;
