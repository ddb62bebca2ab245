-- Each record behind the differences once, with the figures it moves: week, id or null for all.
select r.how, r.ref, r.line_ref, r.on_day, r.unit, (array_agg(r.what order by r.n))[1] as what,
       string_agg(concat_ws(' ', r.id, case when r.change <> 0 then to_char(r.change, 'FMSG999,999,990') end,
           case when r.base_change <> 0 then 'of ' || to_char(r.base_change, 'FMSG999,999,990') end), chr(59) || ' ' order by r.n) as moves
  from api.review_board_rows(upper($1), $2, 100000) r
 group by r.how, r.ref, r.line_ref, r.on_day, r.unit
 order by min(r.n)
 limit 20001;
