-- Three numbers a place, with its tile.
select series, label, value, note from api.map();
