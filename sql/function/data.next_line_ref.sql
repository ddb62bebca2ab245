-- SPDX-License-Identifier: MIT
-- Goes on from what the force has: the letters of its latest line, the year, the next number.
create function data.next_line_ref(p_force text) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	letters text;
	stem text;
	n int;
begin
	select substring(l.line_ref from '^[A-Z]+') into letters from data.line l
	where l.export_force = p_force and l.line_ref ~ '^[A-Z]+[0-9]{2}-[0-9]+$'
	order by l.line_ref desc limit 1;
	letters := coalesce(letters, upper(left(regexp_replace(p_force, '[^A-Za-z]', '', 'g'), 3)));
	stem := letters || to_char(data.clock(), 'YY') || '-';
	select coalesce(max(substring(l.line_ref from length(stem) + 1)::int), 0) + 1 into n from data.line l
	where l.line_ref >= stem and l.line_ref < stem || ':' and l.line_ref ~ ('^' || stem || '[0-9]{1,8}$');
	return stem || case when n < 10000 then to_char(n, 'FM0000') else n::text end;
end
$$;
comment on function data.next_line_ref(text) is 'The reference a new line of a force gets';
