-- SPDX-License-Identifier: MIT
-- Included by the tests that try every step there is, so that a new one is tried without a line here: who
-- takes it, on which record, and fields that are good by themselves.
update data.line set first_seen = '2022-11-01' where line_ref in ('W1', 'W2');
insert into data.deconfliction (line_a, line_b, cause, raised_on)
	select least(a.line_id, b.line_id), greatest(a.line_id, b.line_id), 'brand', '2022-12-19'
	from data.line a join data.line b on (a.line_ref, b.line_ref) = ('W1', 'W2');
insert into data.closure (outcome_ref, line_id, kind, definition, state, on_day, unit, deactivated_on, deactivated_source, claimed_by, claimed_on)
	select 'T2-' || line_ref, line_id, 'type2', 'T2-2022', 'claimed', '2022-12-19', 'CLTF', '2022-12-18', 'SYNTHETIC', 'lro_be', '2022-12-19'
	from data.line;
insert into data.seizure (event_ref, on_day, unit, line_id, what, class_a, programme, entered_at)
	select 'SZ-' || line_ref, '2022-12-19', 'CLTF', line_id, 'SYNTHETIC', true, false, '2022-12-19' from data.line;
insert into data.review_series (name, force, weekday, chair) values ('Words', 'West Midlands', 3, 'supervisor1');
insert into data.review (series_id, force, week, meets_on, chair, prepared_at, since)
	select series_id, force, '2022-W51', '2022-12-21', chair, '2022-12-19', '2022-12-12' from data.review_series;
insert into data.review_item (review_id, position, kind, line_id, why)
	select r.review_id, 1, 'other', l.line_id, '{SYNTHETIC}' from data.review r cross join data.line l where l.line_ref = 'W1';

-- The first role that may, and W1 is theirs.
create function tap.taker(roles text[]) returns text
language sql immutable
as $$
	select x.login
	from (values (1, 'analyst', 'analyst1'), (2, 'supervisor', 'supervisor1'), (3, 'lro', 'lro_be'), (4, 'admin', 'admin1')) x (n, role, login)
	where x.role = any (roles) order by x.n limit 1
$$;
-- A record of the kind that belongs to line p_ref; null where there is none.
create function tap.record(object text, p_ref text) returns uuid
language plpgsql
as $$
declare
	line uuid := (select l.line_id from data.line l where l.line_ref = p_ref);
begin
	case object
	when 'line' then return line;
	when 'group' then return (select g.group_id from data.crime_group g where g.group_ref = 'OCG1');
	when 'assessment' then return (select a.assessment_id from data.assessment a where a.line_id = line);
	when 'deconfliction' then return (select d.deconfliction_id from data.deconfliction d where line in (d.line_a, d.line_b));
	when 'outcome' then return (select c.closure_id from data.closure c where c.line_id = line);
	when 'tasking' then return (select t.tasking_id from data.tasking t where t.line_id = line order by t.tasking_ref limit 1);
	when 'event' then return (select e.event_id from data.seizure e where e.line_id = line);
	when 'review' then return (select r.review_id from data.review r where line is not null);
	when 'review_item' then return (select i.item_id from data.review_item i where i.line_id = line);
	else return null;
	end case;
end
$$;
-- What a field may hold by its shape alone.
create table tap.field as select * from api.step_fields();
create function tap.good(f tap.field) returns text
language sql
as $$
	select case f.shape
		when 'reference' then 'X1'
		when 'groups' then '' -- not every login sees one
		when 'flag' then 'yes'
		when 'number' then '1'
		when 'scale' then '1'
		when 'date' then '2022-12-19'
		when 'day' then '2022-12-29'
		when 'phones' then '07700 900990'
		when 'term' then coalesce((select t.code from api.terms t where t.vocabulary = f.vocabulary order by t.position limit 1), 'Words')
		when 'terms' then (select t.code from api.terms t where t.vocabulary = f.vocabulary order by t.position limit 1)
		else 'Words' end
$$;
create table tap.filled as
	select f.step, coalesce(jsonb_object_agg(f.name, tap.good(f)) filter (where f.name is not null), '{}') as cells
	from tap.field f group by f.step;
