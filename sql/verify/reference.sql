-- SPDX-License-Identifier: MIT
-- Reference data without which rules would quietly not bite.
do $$
declare
	wrong text;
begin
	if (select count(*) from ref.force where number is not null) <> 43 then
		raise exception 'the territorial forces are not 43';
	end if;
	if not exists (select from ref.band where min_score = 0) then
		raise exception 'no band holds the score 0';
	end if;
	select string_agg(f.model || ' ' || f.code, ', ') into wrong
	from ref.score_factor f
	where (select array_agg(s.value order by s.value) from ref.score_scale s where s.model = f.model and s.factor = f.code)
		is distinct from (select array_agg(v) from generate_series(0, f.scale_max) v);
	if wrong is not null then
		raise exception 'factors whose scale is not worded from 0 to its top: %', wrong;
	end if;
	if (select count(*) from ref.setting) <> 1 then
		raise exception 'the settings are not one row';
	end if;
end
$$;
