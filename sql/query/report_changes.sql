-- What changed on the grid from one week to another, a row a cell; then lines that moved without a change of their own.
select c.line_ref, c.name, c.how, c.rank_then, c.rank_now, c.cell, c.was, c.now, null as in_all, null as furthest
  from api.review_changes(upper($1), upper($2)) c
union all
select o.line_ref, o.name, o.how, o.rank_then, o.rank_now, 'rank', o.rank_then::text, o.rank_now::text, o.in_all, o.furthest
  from api.review_overtaken(upper($1), upper($2)) o;
