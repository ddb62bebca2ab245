-- SPDX-License-Identifier: MIT
-- What a reader must know beside the number, counted like it: what a share is of, what is missing, and where
-- the paper errs.
create function data.figure_note(f ref.figure, from_day date, to_day date, known timestamptz, amount numeric, counts numeric, base numeric, places text)
returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	said text[] := array_remove(array[places], null);
	p record;
	other record;
begin
	if f.counted in ('share', 'over half') and amount is not null and not data.figure_is_small(f, counts) then
		said := said || format('%s of %s, %s%%', counts, base, round(100 * counts / base, 1));
	end if;
	if f.counted = 'change' and amount is not null then
		said := said || format('%s against %s', counts, base);
	end if;
	if f.id = 'socex_ocgs_drugs_share' then
		select count(*) as events, count(*) filter (where d.drugs_linked) as linked,
			count(distinct d.group_id) filter (where g.kind = 'OCG') as ocgs,
			count(distinct d.group_id) filter (where g.kind = 'OCG' and d.drugs_linked) as linked_ocgs
		  into other
		  from data.disruption d left join data.crime_group g using (group_id)
		 where d.on_day between from_day and to_day and not d.programme and d.entered_at <= known and coalesce(d.voided_at, 'infinity') > known;
		if other.events > 0 and other.ocgs > 0 then
			said := said || format('by events, %s of %s are linked to drugs (%s%%); by groups, %s of %s OCGs are (%s%%)', other.linked, other.events,
				round(100.0 * other.linked / other.events, 1), other.linked_ocgs, other.ocgs, round(100.0 * other.linked_ocgs / other.ocgs, 1));
		end if;
	end if;
	if f.counted = 'average' and amount is not null then
		select * into p from data.period_shift('quarter', date_trunc('quarter', to_day)::date,
			(date_trunc('quarter', to_day) + interval '3 months')::date - 1, 0);
		select * into other from data.figure_amount(f, p.from_day, least(p.to_day, to_day), known);
		said := said || format('%s over the whole months; of %s alone it is %s', counts,
			data.period_label('quarter', p.from_day, p.to_day), coalesce(round(other.amount)::text, 'not known'));
	end if;
	if f.against is not null and amount is not null and not data.figure_is_small(f, counts) then
		select * into p from data.period(f.against);
		select * into other from data.figure_amount(f, p.from_day, p.to_day, known);
		if other.amount is not null and not data.figure_is_small(f, other.counts) then
			said := said || format('%s on %s (%s)', data.figure_change(f, amount, other.amount), p.label, other.amount);
		end if;
	end if;
	return concat_ws('; ', variadic said || data.figure_gaps(f, from_day, to_day, known) || nullif(f.caution, ''));
end
$$;
comment on function data.figure_note(ref.figure, date, date, timestamptz, numeric, numeric, numeric, text) is 'What a reader must know beside a figure';
