-- SPDX-License-Identifier: MIT
create function data.tg_assessment__score() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.line_scores(array(select distinct line_id from come where signed_on is not null));
	return null;
end
$$;
comment on function data.tg_assessment__score() is 'A signed assessment becomes the score of its line, unless a later one stands';
create trigger tg_assessment__score after update on data.assessment
	referencing new table as come for each statement execute function data.tg_assessment__score();
