-- SPDX-License-Identifier: MIT
create function data.import_check_scores(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'model',
	       format('there is no score model %s; known are ', data.import_quote(r.cells ->> 'model'))
	           || (select string_agg(m.code, ', ' order by m.code) from ref.score_model m)
	  from data.import_row r
	 where r.import_id = p_import
	   and r.cells ->> 'model' <> ''
	   and not exists (select from ref.score_model m where lower(m.code) = lower(r.cells ->> 'model'));

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'model', format('%s was not in force on %s', m.code, r.cells ->> 'signed_on')
	  from data.import_row r
	  join ref.score_model m on lower(m.code) = lower(r.cells ->> 'model')
	 where r.import_id = p_import
	   and not data.parse_day(r.cells ->> 'signed_on') between m.valid_from and m.valid_to;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'factor',
	       format('%s has no factor %s; it has ', m.code, data.import_quote(r.cells ->> 'factor'))
	           || (select string_agg(f.code, ', ' order by f.position) from ref.score_factor f where f.model = m.code)
	  from data.import_row r
	  join ref.score_model m on lower(m.code) = lower(r.cells ->> 'model')
	 where r.import_id = p_import
	   and r.cells ->> 'factor' <> ''
	   and not exists (select from ref.score_factor f
	                    where f.model = m.code and lower(f.code) = lower(r.cells ->> 'factor'));

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'score',
	       format('%s is more than the scale of %s, which ends at %s', r.cells ->> 'score', f.code, f.scale_max)
	  from data.import_row r
	  join ref.score_model m on lower(m.code) = lower(r.cells ->> 'model')
	  join ref.score_factor f on f.model = m.code and lower(f.code) = lower(r.cells ->> 'factor')
	 where r.import_id = p_import
	   and r.cells ->> 'score' ~ '^[0-9]{1,9}$'
	   and (r.cells ->> 'score')::integer > f.scale_max;
$$;
comment on function data.import_check_scores(uuid) is 'Notes rows of assessments whose model, factor or score is not of the scale';
