-- SPDX-License-Identifier: MIT
-- What is left open at the end of the year for somebody to take up: doubles, assessments on their way,
-- a claim begun that lacks a proof.
update data.line_number n set state = 'disabled'
from demo_line d join demo_part p using (i)
where n.line_id = d.line_id and p.part in ('claimed', 'uncharged');

-- The one was known; the other came with the same number, which the two have now.
insert into data.line_number (number_id, line_id, number, state, first_seen, last_seen)
select md5('number on both')::uuid, d.line_id, x.number, 'live', d.opened, d.opened
from demo_part p join demo_line d using (i)
cross join lateral (select min(n.number) as number from demo_number n join demo_part q using (i) where q.part = 'doubled') x
where p.part = 'double';

create temporary table demo_pair as
select x.*, a.line_id as one, b.line_id as other, md5(concat('pair ', a.i))::uuid as deconfliction_id
from (
	select p.i, q.i as with_i, y.cause, y.state, y.raised_on, y.raised_by, y.decided_on, y.decided_by, y.rationale
	from (values
		('double', 'doubled', 'number', 'open', date '2022-12-21', 'lro_ws', null::date, null, ''),
		('same', 'same as', 'brand', 'same', date '2022-12-07', 'lro_be', date '2022-12-28', 'analyst1',
			'SYNTHETIC. Same wording, same market, one holder seen with both phones.'),
		('different', 'different from', 'spelling', 'different', date '2022-10-05', 'lro_sh', date '2022-10-12', 'analyst1',
			'SYNTHETIC. Other holders, other prices; the names are alike by chance.')
	) y (part, partner, cause, state, raised_on, raised_by, decided_on, decided_by, rationale)
	join demo_part p using (part) join demo_part q on q.part = y.partner
	union all
	select m.i, w.i, 'spelling', 'merged', m.merged_on - 7, 'analyst2', m.merged_on, 'supervisor1',
		'SYNTHETIC. One holder, one phone after the other; the older record goes on.'
	from (select x.*, l.last_review as merged_on from demo_merge x join demo_line d using (i) join data.line l using (line_id)) m
	join demo_line w on w.line_id = m.into_line
) x join demo_line a on a.i = x.i join demo_line b on b.i = x.with_i;
insert into data.deconfliction (deconfliction_id, line_a, line_b, cause, state, raised_on, raised_by, decided_on, decided_by,
	rationale, into_line, row_version)
select deconfliction_id, least(one, other), greatest(one, other), cause, state, raised_on, raised_by, decided_on, decided_by, rationale,
	case state when 'merged' then other end, case state when 'open' then 1 else 2 end
from demo_pair;

-- Proposed; moderated and to be signed; in the top band without a second scorer; returned.
insert into data.assessment (assessment_id, line_id, model, created_by, proposer, proposed_on, state, moderated_by, moderated_on, row_version)
select md5('under way ' || d.i)::uuid, d.line_id, 'LTS-1', d.lro, d.lro, '2022-12-29',
	case p.part when 'second' then 'moderated' else p.part end, case when p.part in ('moderated', 'second') then 'analyst1' end,
	case when p.part in ('moderated', 'second') then date '2022-12-30' end, case p.part when 'proposed' then 1 else 2 end
from demo_part p join demo_line d using (i)
where p.part in ('proposed', 'moderated', 'second', 'returned');
create temporary table demo_opinion as
select a.assessment_id, a.model, a.proposer, a.moderated_by, f.code as factor, f.scale_max, case when p.part = 'second' then least(f.scale_max, 4 + f.position % 2)
		else round(f.scale_max * d.target / 100.0) end::int as score,
	-- The analyst puts one factor right.
	case when f.code = 'children' and p.part = 'moderated' then 1 else 0 end as more,
	'SYNTHETIC. ' || f.label || ': ' || case when p.part = 'returned' then 'as before' else pg_temp.pick(d.i + f.position, 'why now', array[
		'two reports agree since the last meeting', 'custody debrief points the same way', 'partner agency raised it']) end as rationale
from data.assessment a join demo_line d using (line_id) join demo_part p using (i) join ref.score_factor f on f.model = a.model
where a.assessment_id = md5('under way ' || d.i)::uuid;
insert into data.assessment_factor (assessment_id, model, factor, score, rationale)
select assessment_id, model, factor, least(scale_max, score + more), rationale from demo_opinion;
insert into data.assessment_opinion (assessment_id, stage, factor, score, rationale, login, at)
select assessment_id, 'proposed', factor, score, rationale, proposer, timestamptz '2022-12-29 14:00 Europe/London' from demo_opinion
union all
select assessment_id, 'moderated', factor, least(scale_max, score + more),
	rationale || case when more > 0 then '; one child more since' else '' end, moderated_by, timestamptz '2022-12-30 11:00 Europe/London'
from demo_opinion where moderated_by is not null;
-- What the analyst put right is what is in force, with the analyst's reason.
update data.assessment_factor f set rationale = o.rationale
from data.assessment_opinion o
where o.assessment_id = f.assessment_id and o.stage = 'moderated' and o.factor = f.factor and o.rationale <> f.rationale;

-- An analyst began to claim it and has no charge to name.
insert into data.draft (login, step, object_id, version, cells)
select 'analyst1', 'type1_claim', l.line_id, l.row_version, jsonb_build_object('on', '2022-12-20', 'unit', 'CLTF',
	'bulk_on', '2022-12-18', 'bulk_source', 'SYNTHETIC exhibit ' || d.i || '/1: download of a customer''s phone',
	'recovered_on', '2022-12-19', 'recovered_source', 'SYNTHETIC exhibit ' || d.i || '/2: handset seized, line shown disabled', 'charge_ref', '')
from demo_part p join demo_line d using (i) join data.line l using (line_id)
where p.part = 'uncharged';

-- Who brought an outcome where it is.
update data.closure_state s
set login = case s.state when 'claimed' then c.claimed_by when 'provisional' then c.ratified_by else case when c.kind = 'type2' then c.ratified_by else 'analyst1' end end
from data.closure c where c.closure_id = s.closure_id;
