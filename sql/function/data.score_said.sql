-- SPDX-License-Identifier: MIT
-- Half filled as the form may be. The rank counts scores above, and later days in the same score.
create function data.score_said(p_line uuid, cells jsonb)
returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with given as (
		select f.code, f.label, f.position, f.weight, f.scale_max,
			case when cells ->> f.code ~ '^[0-9]$' and (cells ->> f.code)::int <= f.scale_max then (cells ->> f.code)::int end as score
		from ref.score_factor f where f.model = data.model_today()
	), total as (
		select round(sum(g.weight * g.score) * 100.0 / sum(g.weight * g.scale_max))::int as score,
			string_agg(g.label, ', ' order by g.position) filter (where g.score is null) as missing
		from given g
	), l as (
		select x.*, s.force from data.line x join data.staff s on s.login = session_user where x.line_id = p_line
	), place as (
		select 1 + coalesce((select sum(r.n) from data.rank_score r where r.grid_part in (l.force, '') and r.sort_score < -t.score), 0)
			+ coalesce((select sum(r.n) from data.rank_tally r where r.grid_part in (l.force, '') and r.sort_score = -t.score
				and r.sort_seen < l.sort_seen), 0)
			- case when l.is_open and l.score > t.score then 1 else 0 end as rank,
			(select sum(r.n) from data.rank_score r where r.grid_part in (l.force, '')) as ranked,
			(select n.rank from data.standing(l.force, array[l.line_id]) n) as now
		from l cross join total t
	)
	select 'Score', x.label, x.text
	from total t cross join l cross join place p cross join lateral (values
		('Total', coalesce(t.score::text, '-') || coalesce(', ' || data.band_of(t.score), '')),
		('Signed now', coalesce(l.score || ', ' || l.band || case when t.missing is not null then ''
			when t.score > l.score then format(' (up %s)', t.score - l.score)
			when t.score < l.score then format(' (down %s)', l.score - t.score) else ' (the same)' end, 'none')),
		('Rank', case when t.missing is null then format('%s of %s%s', p.rank, p.ranked, coalesce(', now ' || p.now, ', now unranked')) end),
		('To score', t.missing),
		('Second scorer', case when t.missing is null and t.score >= (select max(b.min_score) from ref.band b)
			then 'needed: this is the top band' end)) x (label, text)
	where x.text is not null
$$;
comment on function data.score_said(uuid, jsonb) is 'For previews: what the factors come to, and the rank it would give';
