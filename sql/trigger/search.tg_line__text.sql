-- SPDX-License-Identifier: MIT
-- The brands of open lines go with it: what changed goes by the old brands and comes by the new ones, in
-- key order, so that two writers of one brand wait for each other and never lock up.
create function search.tg_line__text() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, search, pg_temp
as $$
declare
	changed uuid[];
begin
	if tg_op = 'INSERT' then
		insert into search.line select line_id, search_text from come;
		changed := array(select line_id from come);
	elsif tg_op = 'UPDATE' then
		update search.line s set text = n.search_text from come n
		where s.line_id = n.line_id and s.text <> n.search_text;
		changed := array(select line_id from come n join gone o using (line_id)
			where (n.search_text, n.imports, n.is_open) is distinct from (o.search_text, o.imports, o.is_open));
	else
		delete from search.line s using gone o where s.line_id = o.line_id;
		changed := array(select line_id from gone);
	end if;
	if tg_op <> 'INSERT' and changed <> '{}' then
		delete from search.name x using gone o, search.brands(o.search_text) b
		where o.line_id = any (changed) and x.line_id = o.line_id and x.area = any (o.imports) and x.brand = b;
	end if;
	if tg_op <> 'DELETE' and changed <> '{}' then
		insert into search.brand
			select distinct b from come n cross join search.brands(n.search_text) b
			where n.is_open and n.imports <> '{}' and n.line_id = any (changed) order by 1
			on conflict do nothing;
		insert into search.name
			select a, b, n.line_id from come n cross join search.brands(n.search_text) b cross join unnest(n.imports) a
			where n.is_open and n.line_id = any (changed) order by 1, 2, 3
			on conflict do nothing;
	end if;
	return null;
end
$$;
comment on function search.tg_line__text() is 'Keeps the search tables up to the lines';
create trigger tg_line__text_insert after insert on data.line
	referencing new table as come for each statement execute function search.tg_line__text();
create trigger tg_line__text_update after update on data.line
	referencing old table as gone new table as come for each statement execute function search.tg_line__text();
create trigger tg_line__text_delete after delete on data.line
	referencing old table as gone for each statement execute function search.tg_line__text();
