-- Second step: everything behind a line, pane by pane.
select pane, object, object_id, cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], more, mark,
	cells[8], cells[9], cells[10], cells[11]
from api.dossier_rows($1::uuid)
order by place;
