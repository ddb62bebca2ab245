-- SPDX-License-Identifier: MIT
create function data.tg_review__version() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if new is distinct from old then
		new.row_version := old.row_version + 1;
		new.changed_by := session_user;
		return new;
	end if;
	return null; -- nothing changed
end
$$;
comment on function data.tg_review__version() is 'Version of a review and of an item; a change of nothing is none';
create trigger tg_review__version before update on data.review
	for each row execute function data.tg_review__version();
create trigger tg_review__version before update on data.review_item
	for each row execute function data.tg_review__version();
