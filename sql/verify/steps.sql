-- SPDX-License-Identifier: MIT
-- Every step can be taken, and gives what it promises.
do $$
declare
	wrong text;
begin
	select string_agg(x.fn, ', ') into wrong
	from ref.step s
	cross join lateral (values
		(format('data.step_%s(uuid,integer,jsonb)', s.step), true),
		(format('data.values_%s(uuid)', s.step), s.prefilled),
		(format('data.preview_%s(uuid,jsonb)', s.step), s.previewed)) x (fn, wanted)
	where x.wanted and to_regprocedure(x.fn) is null;
	if wrong is not null then
		raise exception 'steps without their function: %', wrong;
	end if;
	select string_agg(f.step || '.' || f.name, ', ') into wrong
	from ref.step_field f
	where f.vocabulary is not null and not exists (select from api.terms t where t.vocabulary = f.vocabulary)
		and f.vocabulary not in ('lro', 'officer', 'review_series', 'chair', 'decider');
	if wrong is not null then
		raise exception 'fields whose words are nowhere: %', wrong;
	end if;
end
$$;
