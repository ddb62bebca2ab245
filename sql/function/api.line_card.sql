-- SPDX-License-Identifier: MIT
create function api.line_card(line_id uuid)
returns table (section text, label text, text text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with l as (
		select * from data.line x where x.line_id = line_card.line_id
	), item as (
		select 10 as part, 1 as at, '' as section, 'Reference' as label, l.line_ref as text from l
		union all select 10, 2, '', 'Name', nullif(l.name, '') from l
		union all select 10, 3, '', 'Also', coalesce(nullif(array_to_string(l.aliases, ', '), ''), 'none') from l
		union all select 10, 4, '', 'Status', s.label from l join ref.line_status s on s.code = l.status
		union all select 10, 5, '', 'Restricted', 'named readers and supervisors only' from l where l.restricted
		union all select 20, 1, 'Threat', 'Score', coalesce(l.score || ' ' || b.label, 'none signed')
			from l left join ref.band b on b.code = l.band
		union all select 20, 2, 'Threat', 'Signed', to_char(a.signed_on, 'YYYY-MM-DD') || ' ' || a.signed_by || ', ' || a.model
			from l join data.assessment a using (assessment_id)
		union all select 20, 10 + f.position, 'Threat', f.label, v.score || ' of ' || f.scale_max || ': ' || v.rationale
			from l join data.assessment_factor v using (assessment_id)
			join ref.score_factor f on f.model = v.model and f.code = v.factor
		union all select 30, 1, 'Where', 'From', concat_ws(', ', u.label, l.export_force)
			from l left join ref.unit u on u.code = l.export_npu
		union all select 30, 2, 'Where', 'To', coalesce(nullif(array_to_string(l.imports, ', '), ''), 'not known') from l
		union all select 30, 3, 'Where', 'Sells', coalesce(nullif(array_to_string(l.drugs, ', '), ''), 'not known')
			|| case when l.bulk_marketing then ' (bulk messages)' else '' end from l
		union all select 35, 1, 'Seen', 'First', to_char(l.first_seen, 'YYYY-MM-DD') from l
		union all select 35, 2, 'Seen', 'Last', to_char(l.last_seen, 'YYYY-MM-DD') from l
		union all select 35, 3, 'Seen', 'Reviewed', coalesce(to_char(l.last_review, 'YYYY-MM-DD')
			|| ', ' || (c.today - l.last_review) || case when c.today - l.last_review = 1 then ' day ago' else ' days ago' end,
			'never') from l, ref.clock c
		union all select 40, 1, 'Who', 'LRO', coalesce(s.name || ' (' || l.lro || ')', 'none')
			from l left join data.staff s on s.login = l.lro
		union all select 40, 1 + row_number() over (order by g.group_ref)::int, 'Who', g.kind,
			g.group_ref || ' ' || g.name || case when g.mapped then ', mapped' else '' end || coalesce(', band ' || g.band, '')
			from l join data.line_group lg using (line_id) join data.crime_group g using (group_id), ref.clock c
			where c.today between lg.valid_from and lg.valid_to
		union all select 50, row_number() over (order by t.due nulls last, t.tasking_ref)::int, 'Taskings', t.tasking_ref,
			concat_ws(', ', t.unit, nullif(t.title, ''), st.label, 'due ' || to_char(t.due, 'YYYY-MM-DD'))
			|| case when t.due < c.today then ' LATE' else '' end
			from l join data.tasking t using (line_id) join ref.tasking_state st on st.code = t.state, ref.clock c
			where t.is_open
	)
	select i.section, i.label, i.text from item i where i.text is not null order by i.part, i.at
$$;
comment on function api.line_card(uuid) is 'What the preview shows of a line, in reading order; no personal data';
