-- SPDX-License-Identifier: MIT
-- From the first funded week to the last of 2022: a meeting a month until September, then each one.
do $$
declare
	before timestamptz := '2000-01-01';
	m record;
begin
	for m in select * from demo_meeting order by n loop
		call pg_temp.tell(m.n::int, before, m.at);
		if m.at::date in ('2022-12-07', '2022-12-14', '2022-12-21') then
			perform pg_temp.review_held(m.at);
		end if;
		before := m.at;
	end loop;
end
$$;

insert into data.line_reader (line_id, login)
select d.line_id, r.login
from demo_line d
cross join (values ('analyst1', 0), ('analyst2', 1)) as r (login, turn)
where d.restricted and (d.i / 43) % 2 = r.turn;
