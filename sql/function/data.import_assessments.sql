-- SPDX-License-Identifier: MIT
-- The assessments of an import, put together from their rows. `factors` is what is compared with
-- one that is there: factor to score and rationale.
create function data.import_assessments(p_import uuid)
returns table (line integer, line_ref text, line_id uuid, signed_on date, model text, second_by text, factors jsonb)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select min(r.line), l.line_ref, l.line_id, (r.cells ->> 'signed_on')::date, m.code, nullif(max(r.cells ->> 'second_by'), ''),
	       jsonb_object_agg(f.code, jsonb_build_array((r.cells ->> 'score')::integer, r.cells ->> 'rationale'))
	  from data.import_row r
	  join data.line l on l.line_ref = r.cells ->> 'line_ref'
	  join ref.score_model m on lower(m.code) = lower(r.cells ->> 'model')
	  join ref.score_factor f on f.model = m.code and lower(f.code) = lower(r.cells ->> 'factor')
	 where r.import_id = p_import
	 group by l.line_ref, l.line_id, r.cells ->> 'signed_on', m.code
$$;
comment on function data.import_assessments(uuid) is 'The assessments that the rows of an import make; call it on rows known to be good';
