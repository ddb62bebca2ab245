-- What changed on the grid from one week to another, a row a cell.
select c.line_ref, c.name, c.how, c.rank_then, c.rank_now, c.cell, c.was, c.now
  from api.review_changes(upper($1), upper($2)) c;
