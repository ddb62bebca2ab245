-- SPDX-License-Identifier: MIT
-- Terms are known in either case; steps and constraints compare them in the vocabulary's own.
create function data.step_words(s ref.step, cells jsonb) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select cells || coalesce(jsonb_object_agg(f.name, v.value), '{}')
	from data.step_fields(s.step) f
	cross join lateral (
		select case f.shape when 'flag' then lower(cells ->> f.name) else (
			select string_agg(coalesce((select t.code from api.terms t
					where t.vocabulary = f.vocabulary and lower(t.code) = lower(i.item) limit 1), i.item), '; ' order by i.n)
			from unnest(case f.shape when 'term' then array[cells ->> f.name]
				else array(select data.import_items(cells ->> f.name)) end) with ordinality i (item, n)) end as value
	) v
	where f.shape in ('flag', 'term', 'terms') and coalesce(cells ->> f.name, '') <> '' and v.value is not null
$$;
comment on function data.step_words(ref.step, jsonb) is 'The fields of a step with their terms as the vocabularies spell them';
