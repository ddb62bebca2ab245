-- SPDX-License-Identifier: MIT
-- What a review froze never changes; this is how far what has been recorded, revoked and voided since moved the
-- same counts over the same days.
create function data.review_recount(p_week text)
returns table (measure text, frozen bigint, recounted bigint)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if not exists (select from data.review r join data.review_figure f using (review_id) where r.week = p_week and r.force = data.my_force()) then
		perform data.refuse('GL005', format('There is no frozen review of %s.', data.import_quote(coalesce(p_week, ''))),
			'A review freezes its figures when it is closed; gridline review list shows which are.');
	end if;
	return query
	select f.measure, f.n, o.n
	from data.review r
	join data.review_figure f using (review_id)
	join lateral data.outcome_counts(make_date(extract(year from r.meets_on - interval '3 months')::int, 4, 1), r.meets_on, data.clock()) o
		on o.measure = f.measure
	where r.week = p_week and r.force = data.my_force()
	order by f.position;
end
$$;
comment on function data.review_recount(text) is 'Figures a review froze, beside the same counted now';
