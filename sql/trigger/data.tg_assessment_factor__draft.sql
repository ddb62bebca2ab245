-- SPDX-License-Identifier: MIT
create function data.tg_assessment_factor__draft() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	top int;
begin
	if exists (select from data.assessment a
			where a.assessment_id in (new.assessment_id, old.assessment_id) and a.signed_on is not null) then
		perform data.refuse('GL002', 'A factor of a signed assessment cannot be changed.', 'Sign a new assessment.');
	end if;
	if tg_op <> 'DELETE' then
		select f.scale_max into top from ref.score_factor f where f.model = new.model and f.code = new.factor;
		if new.score not between 0 and top then
			perform data.refuse('GL004', format('Factor %s cannot score %s.', new.factor, new.score),
				format('Give it 0 to %s.', top));
		end if;
	end if;
	return case when tg_op = 'DELETE' then old else new end;
end
$$;
comment on function data.tg_assessment_factor__draft() is 'Factors change while their assessment is a draft, and stay on their scale';
create trigger tg_assessment_factor__draft before insert or update or delete on data.assessment_factor
	for each row execute function data.tg_assessment_factor__draft();
