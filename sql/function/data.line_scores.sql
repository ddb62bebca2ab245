-- SPDX-License-Identifier: MIT
create function data.line_scores(ids uuid[]) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select from data.line where line_id = any (ids) order by line_id for update;
	update data.line l
	set score = x.total, band = x.band, assessment_id = x.assessment_id
	from (
		select i.line_id, a.*
		from unnest(ids) as i (line_id)
		left join lateral (select total, band, assessment_id from data.assessment a
			where a.line_id = i.line_id and a.signed_on is not null
			order by signed_on desc limit 1) a on true
	) x
	where l.line_id = x.line_id and l.assessment_id is distinct from x.assessment_id
$$;
comment on function data.line_scores(uuid[]) is 'Bring the scores kept on lines up to their latest signed assessments';
