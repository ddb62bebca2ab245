-- SPDX-License-Identifier: MIT
create function data.preview_line_edit(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with likely as materialized (
		select k.* from data.likely_said(id, cells) k
	)
	select k.section, k.label, k.text from likely k
	union all
	select 'Saving', '', case when exists (select from likely)
		then 'raises a deconfliction: none of these lines can be tasked until somebody says whether they are one'
		else 'no line with this number, brand or spelling is in this market' end
$$;
comment on function data.preview_line_edit(uuid, jsonb) is 'Which lines may be the same as what is being typed';
