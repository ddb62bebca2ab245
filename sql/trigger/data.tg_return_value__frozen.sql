-- SPDX-License-Identifier: MIT
create function data.tg_return_value__frozen() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if tg_op = 'INSERT' then
		new.entered_at := data.after_freeze(new.entered_at);
	end if;
	if tg_op = 'INSERT' or old.replaced_at is null then
		new.replaced_at := data.after_freeze(new.replaced_at);
	end if;
	return new;
end
$$;
comment on function data.tg_return_value__frozen() is 'Nothing is returned or replaced as of before a freeze';
create trigger tg_return_value__frozen before insert or update on data.return_value
	for each row execute function data.tg_return_value__frozen();
