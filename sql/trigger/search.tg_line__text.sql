-- SPDX-License-Identifier: MIT
create function search.tg_line__text() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, search, pg_temp
as $$
begin
	if tg_op = 'INSERT' then
		insert into search.line select line_id, search_text from come;
	elsif tg_op = 'UPDATE' then
		update search.line s set text = n.search_text from come n
		where s.line_id = n.line_id and s.text <> n.search_text;
	else
		delete from search.line s using gone o where s.line_id = o.line_id;
	end if;
	return null;
end
$$;
comment on function search.tg_line__text() is 'Keeps the search table up to the lines';
create trigger tg_line__text_insert after insert on data.line
	referencing new table as come for each statement execute function search.tg_line__text();
create trigger tg_line__text_update after update on data.line
	referencing new table as come for each statement execute function search.tg_line__text();
create trigger tg_line__text_delete after delete on data.line
	referencing old table as gone for each statement execute function search.tg_line__text();
