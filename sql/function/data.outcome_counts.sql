-- SPDX-License-Identifier: MIT
create function data.outcome_counts(from_day date, to_day date, as_at timestamptz)
returns table (measure text, n bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with closed as (
		select c.kind, (select s.state from data.closure_state s where s.closure_id = c.closure_id and s.at <= as_at
			order by s.n desc limit 1) as state
		from data.closure c where c.on_day between from_day and to_day
	), arrested as (
		select a.* from data.arrest a where a.on_day between from_day and to_day and a.entered_at <= as_at
			and coalesce(a.voided_at, 'infinity') > as_at
	), charged as (
		select a.* from data.charge a where a.on_day between from_day and to_day and a.entered_at <= as_at
			and coalesce(a.voided_at, 'infinity') > as_at
	), guarded as (
		select a.* from data.safeguarding a where a.on_day between from_day and to_day and a.entered_at <= as_at
			and coalesce(a.voided_at, 'infinity') > as_at
	), disrupted as (
		select a.*, g.kind from data.disruption a left join data.crime_group g using (group_id)
		where a.on_day between from_day and to_day and a.entered_at <= as_at and coalesce(a.voided_at, 'infinity') > as_at
	)
	select 'type1_' || s.state, (select count(*) from closed where kind = 'type1' and state = s.state)
	from (values ('claimed'), ('provisional'), ('verified'), ('revoked')) s (state)
	union all select 'type1_outcomes', count(*) from closed where kind = 'type1' and state in ('provisional', 'verified')
	union all select 'type2_outcomes', count(*) from closed where kind = 'type2' and state = 'verified'
	union all select 'arrests_programme', count(*) from arrested where programme
	union all select 'arrests_force_wide', count(*) from arrested where not programme
	union all select 'persons_charged', count(distinct c.person_id) from charged c join ref.offence o on o.code = c.offence
		where c.programme and o.counts_for_type1
	union all select 'safeguarding_' || x.stage, (select count(distinct g.person_id) from guarded g where g.stage = x.stage and g.programme)
	from (values ('referred'), ('engaged')) x (stage)
	union all select 'ocg_disrupted', count(*) filter (where data.group_mapped(x.group_id, as_at)) from (
		select distinct group_id from disrupted where programme and kind = 'OCG' and grade in ('major', 'moderate', 'minor')) x
	union all select 'usg_disrupted', count(distinct group_id) from disrupted where programme and kind = 'USG' and grade in ('major', 'moderate', 'minor')
	union all select 'disruption_events_force_wide', count(*) from disrupted where not programme
	union all select 'disruption_ocgs_drugs_force_wide', count(distinct group_id) from disrupted where not programme and drugs_linked and kind = 'OCG'
	union all select 'disruption_arrested_force_wide', coalesce(sum(arrested), 0) from disrupted where not programme
	union all select 'disruption_arrested_drugs_force_wide', coalesce(sum(arrested_drugs), 0) from disrupted where not programme
	union all select 'disruption_trafficking_force_wide', coalesce(sum(trafficking_outcomes), 0) from disrupted where not programme
$$;
comment on function data.outcome_counts(date, date, timestamptz) is 'The counts behind api.outcome_counts';
