-- SPDX-License-Identifier: MIT
create function data.tg_line_reader__readers() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	update data.line l
	set readers = array(select r.login from data.line_reader r where r.line_id = l.line_id order by 1)
	where l.line_id in (new.line_id, old.line_id);
	return null;
end
$$;
comment on function data.tg_line_reader__readers() is 'Keeps the named readers on their line';
create trigger tg_line_reader__readers after insert or update or delete on data.line_reader
	for each row execute function data.tg_line_reader__readers();
