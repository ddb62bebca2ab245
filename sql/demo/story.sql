-- SPDX-License-Identifier: MIT
-- From the first funded week to the last of 2022: a meeting a month until September, then each one.
insert into data.crime_group (group_id, group_ref, kind, name, mapped, band, changed_by)
select md5(group_ref)::uuid, group_ref, kind, name, mapped,
	case when mapped then 1 + pg_temp.pick(n::int, 'band', 4) end, 'SYNTHETIC'
from demo_group;

do $$
declare
	meeting timestamptz;
	before timestamptz := '2000-01-01';
	c int := 0;
begin
	for meeting in
		select day + time '10:00' from generate_series(timestamp '2022-04-06', '2022-09-21', '28 days') as day
		union all
		select day + time '10:00' from generate_series(timestamp '2022-09-28', '2022-12-28', '7 days') as day
		union all
		values (timestamp '2022-12-30 16:00')
		order by 1
	loop
		call pg_temp.tell(c, before, meeting);
		if meeting::date in ('2022-12-07', '2022-12-14', '2022-12-21') then
			perform pg_temp.review_held(meeting);
		end if;
		before := meeting;
		c := c + 1;
	end loop;
end
$$;

insert into data.line_reader (line_id, login)
select d.line_id, r.login
from demo_line d
cross join (values ('analyst1', 0), ('analyst2', 1)) as r (login, turn)
where d.restricted and (d.i / 43) % 2 = r.turn;
