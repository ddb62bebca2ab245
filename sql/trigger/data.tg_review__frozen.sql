-- SPDX-License-Identifier: MIT
create function data.tg_review__frozen() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	kept jsonb;
begin
	if tg_op = 'TRUNCATE' then
		perform data.refuse('GL002', 'Reviews are never emptied out.', 'A correction says what was wrong.');
	end if;
	kept := to_jsonb(case tg_op when 'INSERT' then new else old end);
	if tg_op <> 'INSERT' and tg_argv[0] = 'entry' then
		perform data.refuse('GL002', 'What a review recorded is not changed or taken back.', 'Add a correction that says what was wrong.');
	elsif tg_argv[0] <> 'note' and (select r.state from data.review r where r.review_id = (kept ->> 'review_id')::uuid) = 'closed' then
		perform data.refuse('GL002', format('The review of %s is frozen.', (select r.week from data.review r
			where r.review_id = (kept ->> 'review_id')::uuid)), 'Add a correction that says what was wrong.');
	end if;
	return case tg_op when 'DELETE' then old else new end;
end
$$;
comment on function data.tg_review__frozen() is 'Nobody changes what a review recorded, nor anything of one that is closed, the owner included';
do $$
declare
	t record;
begin
	for t in select * from (values ('review', 'insert or update or delete', 'review'), ('review_item', 'insert or update or delete', 'item'),
			('review_decision', 'insert', 'new'), ('review_decision', 'update or delete', 'entry'),
			('review_tasking', 'insert', 'new'), ('review_tasking', 'update or delete', 'entry'),
			('review_chair', 'insert', 'new'), ('review_chair', 'update or delete', 'entry'),
			('review_figure', 'insert', 'new'), ('review_figure', 'update or delete', 'entry'),
			('review_board', 'insert', 'new'), ('review_board', 'update or delete', 'entry'),
			('review_note', 'update or delete', 'entry')) x (name, what, mode) loop
		execute format('create trigger tg_review__frozen_%s before %s on data.%I for each row execute function data.tg_review__frozen(%L)',
			t.mode, t.what, t.name, t.mode);
	end loop;
	for t in select unnest(array['review', 'review_item', 'review_decision', 'review_tasking', 'review_chair', 'review_figure', 'review_board', 'review_note']) as name loop
		execute format('create trigger tg_review__frozen_all before truncate on data.%I for each statement execute function data.tg_review__frozen()', t.name);
	end loop;
end
$$;
