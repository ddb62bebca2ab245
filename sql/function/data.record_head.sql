-- SPDX-License-Identifier: MIT
create function data.record_head(object text, id uuid, out version int, out what text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	case object
	when 'line' then
		select l.row_version, concat_ws(' ', l.line_ref, l.name) into version, what from data.line l where l.line_id = id;
	when 'group' then
		select g.row_version, concat_ws(' ', g.group_ref, g.name) into version, what from data.crime_group g where g.group_id = id;
	when 'assessment' then
		select a.row_version, concat_ws(' ', l.line_ref, l.name, format('(proposed by %s)', a.proposer)) into version, what
		from data.assessment a join data.line l using (line_id) where a.assessment_id = id;
	when 'deconfliction' then
		select d.row_version, concat_ws(' and ', data.line_shown(d.line_a), data.line_shown(d.line_b)) into version, what
		from data.deconfliction d where d.deconfliction_id = id;
	when 'outcome' then
		select c.row_version, concat_ws(' ', c.outcome_ref, 'of', l.line_ref, l.name, format('(%s, %s)', c.kind, c.state)) into version, what
		from data.closure c join data.line l using (line_id) where c.closure_id = id;
	when 'event' then
		select e.version, concat_ws(' ', e.event_ref, e.kind) into version, what from data.event(id) e;
	when 'tasking' then
		select h.value::int, h.note into version, what from data.tasking_head(id) h;
	when 'review' then
		select v.value::int, v.note into version, what from data.review_values(id) v where v.name = '';
	else
		null; -- a new record has no version
	end case;
end
$$;
comment on function data.record_head(text, uuid) is 'The version of a record that steps are taken on, and what it is';
