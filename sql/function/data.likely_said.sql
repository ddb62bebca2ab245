-- SPDX-License-Identifier: MIT
create function data.likely_said(p_line uuid, cells jsonb)
returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'May be the same line',
		case k.cause when 'number' then 'Same number' when 'brand' then 'Same brand there' else 'Close spelling' end,
		data.line_shown(k.other)
	from data.line_likely(p_line, btrim(coalesce(cells ->> 'name', '')),
		array(select a.code from data.import_items(cells ->> 'imports') i join ref.area a on lower(a.code) = lower(i)),
		array(select data.parse_number(i) from data.import_items(cells ->> 'numbers') i where data.parse_number(i) is not null)) k
$$;
comment on function data.likely_said(uuid, jsonb) is 'For previews: which lines would have to be deconflicted first';
