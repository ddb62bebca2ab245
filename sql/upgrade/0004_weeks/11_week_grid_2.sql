-- In plpgsql, which keeps its plan, as api.review_now.
create or replace function api.review_card(id uuid) returns table (section text, label text, text text, was text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	return query
	with i as (
		select x.*, r.week, r.since, r.state as review_state, l.line_ref, l.score, l.band, l.status, l.export_force, l.export_npu, l.imports_text,
			l.lro, l.groups_text, l.last_seen, l.last_review
		from data.review_item x join data.review r using (review_id) left join data.line l using (line_id) where x.item_id = review_card.id
	)
	select c.section, c.label, c.text, c.was from (
		select 1 as place, w.n, 'Why it is here' as section, '' as label, w.why as text, null as was from i cross join lateral unnest(i.why) with ordinality w (why, n)
		union all
		select 2, 1, 'Decision', d.label, v.rationale || format(' (%s, %s)', v.decided_by, to_char(v.decided_at, 'YYYY-MM-DD HH24:MI')), null
		from i join data.review_decision v on v.item_id = i.item_id join ref.decision d on d.code = v.decision
		union all
		select 2, 1 + row_number() over (order by n.at), 'Decision', case when n.late then 'Late ' else '' end || n.kind, format('%s (%s)', n.text, n.login), null
		from i join data.review_note n on n.item_id = i.item_id
		union all
		select 3, row_number() over (order by c.cell), 'Since ' || to_char(i.since, 'DD Month'), replace(initcap(c.cell), '_', ' '),
			coalesce(nullif(c.now, ''), 'none'), coalesce(nullif(c.was, ''), 'none')
		from i cross join lateral data.line_changes(i.line_id, i.since) c
		union all
		select 4, v.n, 'How it stands', v.label, v.text, null
		from i left join lateral api.standing(array[i.line_id]) s on true
		cross join lateral (values (1, 'Rank', s.rank::text), (2, 'Score', i.score || ', ' || i.band), (3, 'Trend', (
				select string_agg(t.total::text, ' ' order by t.signed_on) from (select a.total, a.signed_on from data.assessment a
					where a.line_id = i.line_id and a.signed_on is not null order by a.signed_on desc limit 12) t)),
			(4, 'Status', (select x.label from ref.line_status x where x.code = i.status)), (5, 'Run from', concat_ws(', ', i.export_npu, i.export_force)),
			(6, 'Sells in', replace(i.imports_text, ';', ', ')), (7, 'LRO', i.lro), (8, 'Groups', replace(i.groups_text, ';', ', ')),
			(9, 'Last seen', i.last_seen::text), (10, 'Reviewed', i.last_review::text)) v (n, label, text)
		where i.line_id is not null and v.text <> ''
		union all
		select 5, row_number() over (order by not t.is_open, t.due_on), 'Taskings', t.tasking_ref,
			format('%s: %s, due %s, %s', t.title, t.unit, t.due_on, lower(t.state_label)) || case when t.late then ' (late)' else '' end, null
		from i cross join lateral (select x.* from api.taskings x where x.line_id = i.line_id or i.line_id is null and x.group_id = i.group_id
			order by not x.is_open, x.due_on desc limit 8) t
		union all
		select 6, row_number() over (order by o.claimed_on), 'Outcomes', o.outcome_ref, format('%s, %s, on %s', o.kind, o.state, o.on_day)
			|| coalesce(', check-back due ' || o.check_back_due, ''), null
		from i join api.outcomes o using (line_id)
		union all
		select 7, row_number() over (order by v.decided_at desc), 'Decided before', r.week, format('%s: %s', d.label, v.rationale), null
		from i cross join lateral (select x.* from data.review_decision x where x.line_id = i.line_id and x.item_id <> i.item_id
			order by x.decided_at desc limit 5) v join data.review r on r.review_id = v.review_id join ref.decision d on d.code = v.decision
	) c order by c.place, c.n;
end
$$;
comment on function api.review_card(uuid) is 'An item as the meeting looks at it: why it is here, what changed, how it stands, taskings, outcomes, what was decided';
create function data.review_lock_class() returns int
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select hashtext('gridline: who follows a review')
$$;
comment on function data.review_lock_class() is 'First key of the advisory locks that followers of a review hold';
create function data.review_locks(p_review uuid) returns table (pid int)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select l.pid from pg_locks l
	where l.locktype = 'advisory' and l.granted and l.objsubid = 2
		and l.database = (select d.oid from pg_database d where d.datname = current_database())
		and l.classid = (data.review_lock_class()::bigint & 4294967295)::oid
		and l.objid = (hashtext(p_review::text)::bigint & 4294967295)::oid
$$;
comment on function data.review_locks(uuid) is 'Server processes of the sessions that follow a review';
-- Who follows holds a lock of their session and nothing else: it goes with the link, however that ends, and leaves no
-- record behind. Said to the consoles that are in the meeting where it is new.
create function api.review_follow(id uuid, follow boolean) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	holds boolean;
begin
	if pg_is_in_recovery() then
		return false;
	end if;
	holds := exists (select from data.review_locks(id) l where l.pid = pg_backend_pid());
	if follow and not holds and exists (select from data.review r where r.review_id = id and r.state = 'open') then
		holds := pg_try_advisory_lock_shared(data.review_lock_class(), hashtext(id::text));
		perform pg_notify('gridline', 'review');
	elsif holds and not follow then
		holds := not pg_advisory_unlock_shared(data.review_lock_class(), hashtext(id::text));
		perform pg_notify('gridline', 'review');
	end if;
	return holds;
end
$$;
comment on function api.review_follow(uuid, boolean) is 'Say, or say no more, that this session follows the chair of an open review; whether it does by then';
create function api.review_followers(id uuid) returns text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	return (
		select string_agg(f.usename, ', ' order by f.usename)
		from (select distinct a.usename::text from data.review_locks(review_followers.id) l join pg_stat_activity a using (pid)) f
		where exists (select from data.review r where r.review_id = review_followers.id));
end
$$;
comment on function api.review_followers(uuid) is 'Logins of whoever follows the chair of a review now; null for nobody';
