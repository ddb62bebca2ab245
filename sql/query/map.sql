-- Three numbers a place, with its tile and what narrows the grid to it.
select series, label, value, note, filter from api.map();
