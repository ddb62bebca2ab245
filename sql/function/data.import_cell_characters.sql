-- SPDX-License-Identifier: MIT
-- One pass over all cells. The whole row as text says first whether a row needs looking at: most
-- need not.
create function data.import_cell_characters(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, cell.key,
	       'holds the character U+' || upper(lpad(to_hex(ascii(bad.character)), case when ascii(bad.character) > 65535 then 5 else 4 end, '0'))
	           || ', which may not stand in text'
	  from data.import_row r
	  join data.import i on i.import_id = r.import_id
	 cross join lateral jsonb_each_text(r.cells) as cell
	  join ref.import_column c on c.kind = i.kind and c.name = cell.key
	 cross join lateral (select data.import_bad_character(cell.value, c.shape = 'block')) as bad(character)
	 where r.import_id = p_import
	   and (r.cells::text ~ '\\[bfnrtu]' or data.import_bad_character(r.cells::text, false) is not null)
	   and bad.character is not null
$$;
comment on function data.import_cell_characters(uuid) is 'Notes cells of an import that hold characters nobody sees';
