create function data.model_today() returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select m.code from ref.score_model m cross join ref.clock c
	where c.today between m.valid_from and m.valid_to order by m.valid_from desc limit 1
$$;
comment on function data.model_today() is 'The score model in force';
create function data.opinion_keep(p_assessment uuid, p_stage text, cells jsonb) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.assessment_opinion as o (assessment_id, stage, factor, score, rationale, at)
	select p_assessment, p_stage, f.code, (cells ->> f.code)::int, cells ->> (f.code || '_why'), data.clock()
	from data.assessment a join ref.score_factor f on f.model = a.model
	where a.assessment_id = p_assessment
	on conflict (assessment_id, stage, factor) do update
		set score = excluded.score, rationale = excluded.rationale, login = session_user, at = excluded.at;
	-- The second scorer is a witness: what is signed is the moderated proposal.
	insert into data.assessment_factor as x (assessment_id, model, factor, score, rationale)
	select p_assessment, a.model, f.code, (cells ->> f.code)::int, cells ->> (f.code || '_why')
	from data.assessment a join ref.score_factor f on f.model = a.model
	where a.assessment_id = p_assessment and p_stage <> 'second'
	on conflict (assessment_id, factor) do update set score = excluded.score, rationale = excluded.rationale
$$;
comment on function data.opinion_keep(uuid, text, jsonb) is 'Keep what a scorer gave, and put it in force unless it is the second opinion';
-- Who did one part of it cannot do the next: the reasons name the part.
create function data.blocked_assessment(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when a.state not in ('proposed', 'moderated') then format('it is %s', a.state)
		when step = 'assess_moderate' and session_user = a.proposer then 'you proposed it: another analyst moderates it'
		when step = 'assess_moderate' and session_user = a.second_by then 'you scored it second: another analyst moderates it'
		when step = 'assess_second' and session_user in (a.proposer, a.moderated_by)
			then 'you proposed or moderated it: a second scorer comes to it fresh'
		when step = 'assess_second' and a.second_by is not null then format('%s has scored it second', a.second_by)
		when step = 'assess_sign' and a.state <> 'moderated' then 'an analyst has to moderate it first'
		when step = 'assess_sign' and session_user = a.proposer then 'you proposed it: another supervisor signs it'
		when step = 'assess_sign' and session_user = a.moderated_by then 'you moderated it: another supervisor signs it'
		when step = 'assess_sign' and session_user = a.second_by then 'you scored it second: another supervisor signs it'
		when step = 'assess_sign' and a.second_by is null and t.total >= (select max(b.min_score) from ref.band b)
			then format('it comes to %s, in the top band: a second scorer has to score it first', t.total)
		when step = 'assess_withdraw' and session_user <> a.proposer then 'only who proposed it can withdraw it; a supervisor can return it'
	end
	from data.assessment a cross join lateral data.assessment_total(a.assessment_id, a.model) t
	where a.assessment_id = id
$$;
comment on function data.blocked_assessment(text, uuid) is 'Why a step cannot be taken on an assessment as it stands; null if it can';
create function data.assessment_lock(p_step text, p_id uuid, p_version int) returns data.assessment
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	a data.assessment;
	blocked text;
begin
	select * into strict a from data.assessment where assessment_id = p_id for update;
	if a.row_version is distinct from p_version then
		perform data.refuse_stale('This assessment', p_version, a.row_version,
			coalesce(a.signed_by, a.second_by, a.moderated_by, a.proposer));
	end if;
	blocked := data.blocked_assessment(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('This assessment: %s.', blocked), 'The dossier of the line says how it stands.');
	end if;
	return a;
end
$$;
comment on function data.assessment_lock(text, uuid, int) is 'The assessment a step is about to change, locked, as the caller saw it';
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
create function data.opinions_said(p_assessment uuid)
returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'Scorers differ', f.label, string_agg(format('%s gave %s', o.login, o.score), ', ' order by o.at, o.stage)
	from data.assessment a
	join ref.score_factor f on f.model = a.model
	join data.assessment_opinion o on o.assessment_id = a.assessment_id and o.factor = f.code
	where a.assessment_id = p_assessment
	group by f.label, f.position
	having count(distinct o.score) > 1
	order by f.position
$$;
comment on function data.opinions_said(uuid) is 'For previews: where the scorers of an assessment disagree';
-- Scores to begin from (p_from, an assessment), with the signed ones beside them.
create function data.factor_values(p_line uuid, p_from uuid)
returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select x.name, x.value, x.note
	from data.line l
	join ref.score_factor f on f.model = data.model_today()
	left join data.assessment s on s.assessment_id = l.assessment_id
	left join data.assessment_factor old on old.assessment_id = s.assessment_id and old.factor = f.code
	left join data.assessment_factor v on v.assessment_id = p_from and v.factor = f.code
	cross join lateral (values
		(f.code, v.score::text, case when old.score is not null then format('signed %s on %s', old.score, s.signed_on) end),
		(f.code || '_why', v.rationale, null)) x (name, value, note)
	where l.line_id = p_line
$$;
comment on function data.factor_values(uuid, uuid) is 'First values and notes of the factors of a form';
create function data.step_assess_propose(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('assess_propose', p_id, p_version);
begin
	insert into data.assessment (line_id, model, proposed_on)
	values (l.line_id, data.model_today(), data.clock()::date)
	returning assessment_id, row_version into id, version;
	perform data.opinion_keep(id, 'proposed', cells);
	ref := l.line_ref;
	said := format('A score of %s is proposed for %s: an analyst moderates it, a supervisor signs it',
		(select t.total from data.assessment_total(id, data.model_today()) t), ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_assess_propose(uuid, int, jsonb) is 'Propose a score of a line';
create function data.step_assess_moderate(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	a data.assessment := data.assessment_lock('assess_moderate', p_id, p_version);
begin
	perform data.opinion_keep(a.assessment_id, 'moderated', cells);
	update data.assessment x set state = 'moderated', moderated_by = session_user, moderated_on = data.clock()::date,
		row_version = x.row_version + 1
	where x.assessment_id = a.assessment_id
	returning x.row_version into version;
	id := a.assessment_id;
	ref := (select l.line_ref from data.line l where l.line_id = a.line_id);
	lines := array[a.line_id];
	said := format('The score of %s is moderated: it comes to %s%s', ref,
		(select t.total from data.assessment_total(id, a.model) t),
		case when a.second_by is null and (select t.total from data.assessment_total(id, a.model) t) >= (select max(b.min_score) from ref.band b)
			then '; the top band needs a second scorer' else '; a supervisor signs it' end);
end
$$;
comment on function data.step_assess_moderate(uuid, int, jsonb) is 'Moderate a proposed score';
create function data.step_assess_second(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	a data.assessment := data.assessment_lock('assess_second', p_id, p_version);
	differ bigint;
begin
	perform data.opinion_keep(a.assessment_id, 'second', cells);
	update data.assessment x set second_by = session_user, second_on = data.clock()::date, row_version = x.row_version + 1
	where x.assessment_id = a.assessment_id
	returning x.row_version into version;
	id := a.assessment_id;
	ref := (select l.line_ref from data.line l where l.line_id = a.line_id);
	lines := array[a.line_id];
	select count(*) into differ from data.assessment_opinion o join data.assessment_factor f using (assessment_id, factor)
	where o.assessment_id = id and o.stage = 'second' and o.score <> f.score;
	said := format('%s is scored a second time%s', ref, case differ when 0 then ', in agreement'
		else format('; you differ in %s %s', differ, case differ when 1 then 'factor' else 'factors' end) end);
end
$$;
comment on function data.step_assess_second(uuid, int, jsonb) is 'Score a line a second time, by oneself';
create function data.step_assess_sign(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	a data.assessment := data.assessment_lock('assess_sign', p_id, p_version);
	day date := coalesce(data.parse_day(cells ->> 'signed_on'), data.clock()::date);
begin
	if exists (select from data.assessment o where o.line_id = a.line_id and o.signed_on >= day) then
		perform data.refuse_fields(array[format('signed_on: the line has an assessment signed on %s; a new one is signed after it',
			(select max(o.signed_on) from data.assessment o where o.line_id = a.line_id))]);
	end if;
	update data.assessment x set signed_on = day, signed_by = session_user, row_version = x.row_version + 1
	where x.assessment_id = a.assessment_id
	returning x.row_version into version;
	id := a.assessment_id;
	ref := (select l.line_ref from data.line l where l.line_id = a.line_id);
	lines := array[a.line_id];
	said := format('%s scores %s, %s', ref, (select l.score from data.line l where l.line_id = a.line_id),
		(select l.band from data.line l where l.line_id = a.line_id));
end
$$;
comment on function data.step_assess_sign(uuid, int, jsonb) is 'Sign a moderated score: from then on it is the score of the line';
create function data.step_assess_return(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	a data.assessment := data.assessment_lock('assess_return', p_id, p_version);
begin
	update data.assessment x set state = 'returned', row_version = x.row_version + 1
	where x.assessment_id = a.assessment_id
	returning x.row_version into version;
	id := a.assessment_id;
	ref := (select l.line_ref from data.line l where l.line_id = a.line_id);
	lines := array[a.line_id];
	said := format('The score of %s goes back to %s', ref, a.proposer);
end
$$;
comment on function data.step_assess_return(uuid, int, jsonb) is 'An assessment is returned, with the reason';
create function data.step_assess_withdraw(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	a data.assessment := data.assessment_lock('assess_withdraw', p_id, p_version);
begin
	update data.assessment x set state = 'withdrawn', row_version = x.row_version + 1
	where x.assessment_id = a.assessment_id
	returning x.row_version into version;
	id := a.assessment_id;
	ref := (select l.line_ref from data.line l where l.line_id = a.line_id);
	lines := array[a.line_id];
	said := format('The score proposed for %s is withdrawn by %s', ref, a.proposer);
end
$$;
comment on function data.step_assess_withdraw(uuid, int, jsonb) is 'An assessment is withdrawn, with the reason';
create function data.step_external_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('external_add', p_id, p_version);
begin
	insert into data.external_score (line_id, scheme, value, on_day, assessor)
	values (l.line_id, cells ->> 'scheme', cells ->> 'value', data.parse_day(cells ->> 'on'), cells ->> 'assessor')
	returning external_id into id;
	ref := l.line_ref;
	version := l.row_version;
	said := format('%s of %s is recorded', cells ->> 'scheme', ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_external_add(uuid, int, jsonb) is 'Record the score another scheme gave a line, as it was given';
create function data.step_external_group_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	g data.crime_group;
begin
	select * into strict g from data.crime_group where group_id = p_id;
	if g.row_version is distinct from p_version then
		perform data.refuse_stale('Group ' || g.group_ref, p_version, g.row_version, g.changed_by);
	end if;
	insert into data.external_score (group_id, scheme, value, on_day, assessor)
	values (g.group_id, cells ->> 'scheme', cells ->> 'value', data.parse_day(cells ->> 'on'), cells ->> 'assessor')
	returning external_id into id;
	ref := g.group_ref;
	version := g.row_version;
	said := format('%s of %s is recorded', cells ->> 'scheme', ref);
	lines := '{}';
end
$$;
comment on function data.step_external_group_add(uuid, int, jsonb) is 'Record the score another scheme gave a group, as it was given';
create function data.values_assess_propose(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', l.row_version::text, concat_ws(' ', l.line_ref, l.name) from data.line l where l.line_id = id
	union all
	select v.* from data.line l
	cross join lateral data.factor_values(id, coalesce(
		(select a.assessment_id from data.assessment a where a.line_id = id and a.state = 'returned'
			and a.created_at > (select coalesce(max(s.created_at), '-infinity') from data.assessment s where s.assessment_id = l.assessment_id)
			order by a.created_at desc limit 1), l.assessment_id)) v
	where l.line_id = id
$$;
comment on function data.values_assess_propose(uuid) is 'A new proposal begins from what was returned, or else from what is signed';
create function data.values_assess_moderate(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', a.row_version::text, concat_ws(' ', l.line_ref, l.name, format('(proposed by %s)', a.proposer))
	from data.assessment a join data.line l using (line_id) where a.assessment_id = id
	union all
	select v.* from data.assessment a cross join lateral data.factor_values(a.line_id, a.assessment_id) v where a.assessment_id = id
$$;
comment on function data.values_assess_moderate(uuid) is 'Which assessment, and what its form begins with';
create function data.values_assess_second(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', a.row_version::text, concat_ws(' ', l.line_ref, l.name, format('(proposed by %s)', a.proposer))
	from data.assessment a join data.line l using (line_id) where a.assessment_id = id
	union all
	select v.* from data.assessment a cross join lateral data.factor_values(a.line_id, null) v where a.assessment_id = id
$$;
comment on function data.values_assess_second(uuid) is 'Which assessment, and what its form begins with';
create function data.values_assess_sign(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', a.row_version::text, concat_ws(' ', l.line_ref, l.name, format('(proposed by %s)', a.proposer))
	from data.assessment a join data.line l using (line_id) where a.assessment_id = id
$$;
comment on function data.values_assess_sign(uuid) is 'Which assessment, and what its form begins with';
create function data.values_assess_return(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', a.row_version::text, concat_ws(' ', l.line_ref, l.name, format('(proposed by %s)', a.proposer))
	from data.assessment a join data.line l using (line_id) where a.assessment_id = id
$$;
comment on function data.values_assess_return(uuid) is 'Which assessment, and what its form begins with';
create function data.values_assess_withdraw(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', a.row_version::text, concat_ws(' ', l.line_ref, l.name, format('(proposed by %s)', a.proposer))
	from data.assessment a join data.line l using (line_id) where a.assessment_id = id
$$;
comment on function data.values_assess_withdraw(uuid) is 'Which assessment, and what its form begins with';
create function data.values_external_group_add(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', g.row_version::text, concat_ws(' ', g.group_ref, g.name) from data.crime_group g where g.group_id = id
$$;
comment on function data.values_external_group_add(uuid) is 'Which group';
create function data.preview_assess_propose(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select s.* from data.score_said(id, cells) s
$$;
comment on function data.preview_assess_propose(uuid, jsonb) is 'What the scores come to as they are given';
create function data.preview_assess_moderate(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select s.* from data.score_said((select a.line_id from data.assessment a where a.assessment_id = id), cells) s
	union all select o.* from data.opinions_said(id) o
$$;
comment on function data.preview_assess_moderate(uuid, jsonb) is 'What the scores come to as they are given';
create function data.preview_assess_second(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select s.* from data.score_said((select a.line_id from data.assessment a where a.assessment_id = id), cells) s
$$;
comment on function data.preview_assess_second(uuid, jsonb) is 'What the scores come to as they are given';
-- What is signed is what was moderated, factor by factor, with where the scorers differ.
create function data.preview_assess_sign(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with given as (
		select jsonb_object_agg(f.factor, f.score::text) as cells from data.assessment_factor f where f.assessment_id = id
	)
	select s.* from data.assessment a cross join given g cross join lateral data.score_said(a.line_id, g.cells) s
	where a.assessment_id = id
	union all
	select o.* from data.opinions_said(id) o
	union all
	(select 'Factors', r.label, v.score || ' of ' || r.scale_max || ': ' || v.rationale
	from data.assessment_factor v join ref.score_factor r on r.model = v.model and r.code = v.factor
	where v.assessment_id = id order by r.position)
$$;
comment on function data.preview_assess_sign(uuid, jsonb) is 'What would be signed';
