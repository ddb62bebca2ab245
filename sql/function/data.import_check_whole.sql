-- SPDX-License-Identifier: MIT
create function data.import_check_whole(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, a.line, 'factor',
	       format('the assessment of %s on %s lacks ', a.line_ref, a.signed_on)
	           || string_agg(f.code, ', ' order by f.position)
	  from data.import_assessments(p_import) a
	  join ref.score_factor f on f.model = a.model and not a.factors ? f.code
	 group by a.line, a.line_ref, a.signed_on;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, a.line, 'second_by',
	       case when a.second_by is null
	            then format('the assessment of %s on %s comes to %s, in the top band: name who scored it second', a.line_ref, a.signed_on, t.total)
	            when a.second_by = 'file' then format('%s stands for the scorer of the file: name somebody else', a.second_by)
	            when not exists (select from data.staff s where s.login = a.second_by)
	            then format('%s is nobody''s login here: give that of who scored it second', data.import_quote(a.second_by))
	            else 'whoever imports signs, so the second scorer must be somebody else' end
	  from data.import_assessments(p_import) a
	 cross join lateral (
		select round(sum(f.weight * (a.factors -> f.code ->> 0)::integer) * 100.0 / sum(f.weight * f.scale_max)) as total
		  from ref.score_factor f where f.model = a.model) as t
	 where not exists (select from data.assessment d where d.line_id = a.line_id and d.signed_on = a.signed_on)
	   and (a.second_by in (session_user, 'file')
	    or a.second_by is not null and not exists (select from data.staff s where s.login = a.second_by)
	    or a.second_by is null and t.total >= (select max(b.min_score) from ref.band b));

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'second_by', format('the assessment of %s on %s names two second scorers',
	       r.cells ->> 'line_ref', r.cells ->> 'signed_on')
	  from (select line, cells, min(nullif(cells ->> 'second_by', '')) over same as low,
	               max(nullif(cells ->> 'second_by', '')) over same as high,
	               row_number() over (same order by line) as n
	          from data.import_row where import_id = p_import
	        window same as (partition by cells ->> 'line_ref', cells ->> 'signed_on')) as r
	 where r.n = 1 and r.low <> r.high;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, max(a.line), 'model', format('%s is assessed by two models on %s', a.line_ref, a.signed_on)
	  from data.import_assessments(p_import) a
	 group by a.line_ref, a.signed_on
	having count(*) > 1;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, a.line, 'signed_on',
	       format('%s has another assessment signed on %s, and what is signed is not changed', a.line_ref, a.signed_on)
	  from data.import_assessments(p_import) a
	  join data.assessment d on d.line_id = a.line_id and d.signed_on = a.signed_on
	 where d.model <> a.model
	    or a.factors <> data.assessment_factors(d.assessment_id);
$$;
comment on function data.import_check_whole(uuid) is 'Notes assessments that are not whole, or other than the one that is signed';
