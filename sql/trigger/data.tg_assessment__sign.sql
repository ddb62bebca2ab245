-- SPDX-License-Identifier: MIT
create function data.tg_assessment__sign() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	missing text;
	validity daterange;
begin
	if tg_op <> 'INSERT' and old.signed_on is not null then
		perform data.refuse('GL002', format('The assessment signed on %s cannot be changed.', old.signed_on),
			'Sign a new assessment.');
	elsif tg_op = 'INSERT' and new.signed_on is not null then
		perform data.refuse('GL004', 'An assessment cannot be added signed.', 'Add it, add its factors, then sign it.');
	elsif tg_op = 'UPDATE' and new.signed_on is not null then
		select daterange(m.valid_from, m.valid_to, '[]') into validity from ref.score_model m where m.code = new.model;
		if not validity @> new.signed_on then
			perform data.refuse('GL004', format('The score model %s was not in force on %s.', new.model, new.signed_on),
				'Use the model that was.');
		end if;
		select string_agg(f.code, ', ' order by f.position) filter (where a.score is null),
			round(sum(f.weight * a.score) * 100.0 / sum(f.weight * f.scale_max))
		into missing, new.total
		from ref.score_factor f
		left join data.assessment_factor a on a.assessment_id = new.assessment_id and a.factor = f.code
		where f.model = new.model;
		if missing is not null then
			perform data.refuse('GL004', format('The assessment lacks a score for: %s.', missing),
				'Score every factor of the model, then sign.');
		end if;
		new.band := data.band_of(new.total);
	end if;
	return case when tg_op = 'DELETE' then old else new end;
end
$$;
comment on function data.tg_assessment__sign() is 'An assessment is signed whole and then stays as it is';
create trigger tg_assessment__sign before insert or update or delete on data.assessment
	for each row execute function data.tg_assessment__sign();
