-- SPDX-License-Identifier: MIT
create function data.period_fault(p_kind text, first_day date, last_day date) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when first_day > last_day then format('lies before the start, %s', first_day)
		when p_kind = 'months' and (extract(day from first_day) > 1 or extract(day from last_day + 1) > 1) then
			'does not end whole months: they begin on a 1st and end on the last day of one'
		when p_kind <> 'months' and last_day <> (first_day + x.long)::date - 1 or extract(day from first_day) > 1
				or p_kind = 'quarter' and extract(month from first_day) not in (1, 4, 7, 10)
				or p_kind = 'half-year' and extract(month from first_day) not in (1, 7)
				or p_kind = 'year' and extract(month from first_day) > 1 or p_kind = 'financial-year' and extract(month from first_day) <> 4 then
			format('does not make one %s with %s: this series comes by the %s', x.words, first_day, x.words)
		when last_day > c.today then format('the %s is not over: today is %s', x.words, c.today) end
	from ref.clock c, lateral (select case p_kind when 'month' then interval '1 month' when 'quarter' then interval '3 months'
			when 'half-year' then interval '6 months' else interval '1 year' end as long,
		case p_kind when 'year' then 'calendar year' when 'financial-year' then 'financial year' when 'months' then 'stretch'
			else p_kind end as words) x
$$;
comment on function data.period_fault(text, date, date) is 'Why two days are no stretch that a series comes by, or one that is not over';
