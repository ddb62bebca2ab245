-- The key of the row that holds a rank; if there is none, of the last row.
select * from (
    (select {keys} from {from} where line_ref = (select line_ref from api.seek_rank({rank})))
    union all
    (select {keys} from {from} where {where} order by {order} limit 1)) as row_of_rank
 limit 1;
