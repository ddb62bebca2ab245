-- For counting what was so then; nobody reads it as it is.
alter table data.group_history enable row level security;
alter table data.group_history force row level security;
create policy owner on data.group_history to gridline_owner using (true) with check (true);
-- For the functions of its owner only.
alter table data.tally enable row level security;
alter table data.tally force row level security;
create policy owner on data.tally to gridline_owner using (true) with check (true);
-- For the functions of its owner only.
alter table data.tally_change enable row level security;
alter table data.tally_change force row level security;
create policy owner on data.tally_change to gridline_owner using (true) with check (true);
-- Small numbers stand in it: it is read through data.review_board, which does not tell them.
alter table data.review_board enable row level security;
alter table data.review_board force row level security;
create policy owner on data.review_board to gridline_owner using (true) with check (true);
-- Counted once; triggers keep it from here on. It is counted by its owner to be, with what it counts by.
do $$
declare
	o text;
begin
	for o in
		select format('table %s', c.oid::regclass) from pg_class c
		where c.relnamespace in ('data'::regnamespace, 'ref'::regnamespace) and c.relkind in ('r', 'p')
		union all
		select format('view %s', c.oid::regclass) from pg_class c
		where c.relnamespace in ('data'::regnamespace, 'ref'::regnamespace) and c.relkind = 'v'
		union all
		select format('function %s', p.oid::regprocedure) from pg_proc p where p.pronamespace = 'data'::regnamespace
	loop
		execute format('alter %s owner to gridline_owner', o);
	end loop;
end;
$$;
select data.tally_rebuild();
insert into ref.schema_version (version, note) values (4, 'upgrade');
