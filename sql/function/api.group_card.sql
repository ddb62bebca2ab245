-- SPDX-License-Identifier: MIT
create function api.group_card(group_id uuid)
returns table (section text, label text, text text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with g as (
		select * from data.crime_group x where x.group_id = group_card.group_id
	), item as (
		select 10 as part, 1 as at, '' as section, 'Reference' as label, g.group_ref as text from g
		union all select 10, 2, '', 'Name', g.name from g
		union all select 10, 3, '', 'Kind', k.label from g join ref.group_kind k on k.code = g.kind
		union all select 10, 4, '', 'Mapped', case when g.mapped then 'yes' else 'no' end from g
		union all select 10, 5, '', 'Band', b.label from g join ref.group_band b on b.code = g.band
		union all select 20, row_number() over (order by l.sort_score, l.sort_seen, l.line_ref)::int, 'Lines', l.line_ref,
			concat_ws(', ', nullif(l.name, ''), coalesce(l.score || ' ' || l.band, 'not scored'), l.status, lg.role,
				case when c.today > lg.valid_to then 'until ' || to_char(lg.valid_to, 'YYYY-MM-DD') end)
			from g join data.line_group lg using (group_id) join data.line l using (line_id), ref.clock c
	)
	select i.section, i.label, i.text from item i where i.text is not null order by i.part, i.at
$$;
comment on function api.group_card(uuid) is 'What the preview shows of a group, in reading order; no personal data';
