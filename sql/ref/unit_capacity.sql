-- SPDX-License-Identifier: MIT
-- What the shipped units can carry until a force says otherwise. It is a wall to nobody: who goes over it is told so
-- before authorising. The local policing areas take over from the neighbourhood units with their ground.
insert into ref.unit_capacity (unit, open_at_most, valid_from, valid_to)
select u.code, c.open_at_most, u.valid_from, u.valid_to
from ref.unit u
join (values ('BE', 30), ('BW', 25), ('CV', 20), ('DY', 12), ('SW', 15), ('SH', 10), ('WS', 15), ('WV', 20),
	('LBM', 55), ('LCV', 20), ('LDY', 12), ('LSW', 15), ('LSH', 10), ('LWS', 15), ('LWV', 20),
	('CLTF', 40), ('FPVT', 20), ('WMROCU', 20), ('CMPG', 20), ('DF', 15), ('INT', 20), ('DEW', 8)) c (unit, open_at_most)
	on c.unit = u.code
on conflict (unit, valid_from) do update set open_at_most = excluded.open_at_most, valid_to = excluded.valid_to;
