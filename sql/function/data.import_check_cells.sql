-- SPDX-License-Identifier: MIT
-- What one cell alone can tell, driven by ref.import_column.
create function data.import_check_cells(p_import uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c ref.import_column;
begin
	perform data.import_cell_characters(p_import);
	for c in
		select col.*
		  from ref.import_column col
		  join data.import i on i.kind = col.kind
		 where i.import_id = p_import
		   and exists (select from data.import_row r where r.import_id = p_import and r.cells ? col.name)
		 order by col.position
	loop
		perform data.import_cell_filled(p_import, c);
		case c.shape
		when 'reference' then
			perform data.import_cell_pattern(p_import, c, '^[a-z0-9][a-z0-9._/-]*$',
				'%s is not a reference: letters, digits and . _ / - only');
		when 'flag' then
			perform data.import_cell_pattern(p_import, c, '^(yes|no)$', '%s is neither yes nor no');
		when 'number' then
			perform data.import_cell_pattern(p_import, c, '^[0-9]{1,9}$', '%s is not a whole number of at most nine digits');
		when 'date', 'day' then
			perform data.import_cell_date(p_import, c);
		when 'term', 'terms' then
			perform data.import_cell_term(p_import, c);
		when 'groups' then
			perform data.import_cell_groups(p_import, c);
		when 'phones' then
			perform data.import_cell_phones(p_import, c);
		when 'text', 'texts', 'block' then
			null;
		end case;
	end loop;
end
$$;
comment on function data.import_check_cells(uuid) is 'Notes what is wrong with single cells of an import';
